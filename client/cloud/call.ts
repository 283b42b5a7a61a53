import { phoneSentence } from '#contract/refusals'
import type { ResidentAction, ResidentInput, ResidentOutput, ResidentReply } from '#contract/resident'
import { callCloud, NoAnswer } from '../platform/cloud'
import { elapsedMs } from '../platform/elapsed'
import { backOffMs } from './back-off'
import { learnOffset } from './server-clock'
import { endSession, sessionToken } from './session'

/** What became of a call: data, a refusal with the resident's sentence, or no answer at all. */
export type CallResult<A extends ResidentAction> = { ok: true; data: ResidentOutput<A> } | { ok: false; code: string; message: string }

const busyCodes = ['SYSTEM_BUSY', 'FREQUENCY_LIMITED', 'PROGRAMME_PAUSED']
let failures = 0
let quietUntil = 0

const refused = (code: string, message = phoneSentence(code)): { ok: false; code: string; message: string } => ({ ok: false, code, message })
const busy = () => refused('SYSTEM_BUSY')

/** Leaves the cloud alone for a while, longer each time: it is busy, and the tills share it. */
function backOff(wishSeconds?: number): void {
  failures += 1
  quietUntil = elapsedMs() + backOffMs(failures, Math.random(), wishSeconds)
}

const needsNobody: ResidentAction[] = ['home', 'ticketNonce', 'session']
/** On H5 nobody is known before the bank has vouched for them, so the question can be spared. */
const needsSession = (action: ResidentAction): boolean => process.env.TARO_ENV !== 'weapp' && !needsNobody.includes(action)

/** Asks the residents' function. Never throws: no network is the refusal OFFLINE, too many people or no answer in 8 s SYSTEM_BUSY. */
export async function callResident<A extends ResidentAction>(action: A, input: ResidentInput<A>): Promise<CallResult<A>> {
  const session = sessionToken()
  if (!session && needsSession(action)) return refused('NOT_SIGNED_IN')
  if (elapsedMs() < quietUntil) return busy()
  const sent = Date.now()
  try {
    const reply = (await callCloud('resident', { action, input, ...(session ? { session } : {}) })) as ResidentReply<A> | null
    if (typeof reply?.ok !== 'boolean') throw new NoAnswer('busy')
    learnOffset(reply.serverTime, sent, Date.now())
    if (!reply.ok && busyCodes.includes(reply.code)) {
      backOff(reply.retryAfterSeconds)
      return busy()
    }
    failures = 0
    if (reply.ok) return { ok: true, data: reply.data }
    if (reply.code === 'SESSION_EXPIRED' || reply.code === 'NOT_SIGNED_IN') endSession()
    return refused(reply.code, reply.message || undefined)
  } catch (error) {
    if (error instanceof NoAnswer && error.why === 'busy') {
      backOff()
      return busy()
    }
    return refused('OFFLINE', '没有网络，请稍后再试。')
  }
}
