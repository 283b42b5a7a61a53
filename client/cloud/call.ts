import type { ResidentAction, ResidentInput, ResidentOutput, ResidentReply } from '../../contract/resident'
import { phoneSentence } from '../../contract/refusals'
import { callCloud } from '../platform/cloud'
import { learnOffset } from './server-clock'
import { endSession, sessionToken } from './session'

/** What became of a call: data, a refusal with the resident's sentence, or no answer at all. */
export type CallResult<A extends ResidentAction> = { ok: true; data: ResidentOutput<A> } | { ok: false; code: string; message: string }

/** Asks the residents' function. Never throws: no network is the refusal OFFLINE, too many people SYSTEM_BUSY. */
export async function callResident<A extends ResidentAction>(action: A, input: ResidentInput<A>): Promise<CallResult<A>> {
  const session = sessionToken()
  const sent = Date.now()
  try {
    const reply = (await callCloud('resident', { action, input, ...(session ? { session } : {}) })) as ResidentReply<A>
    learnOffset(reply.serverTime, sent, Date.now())
    if (reply.ok) return { ok: true, data: reply.data }
    if (reply.code === 'SESSION_EXPIRED') endSession()
    return { ok: false, code: reply.code, message: reply.message || phoneSentence(reply.code) }
  } catch {
    return { ok: false, code: 'OFFLINE', message: '没有网络，请稍后再试。' }
  }
}
