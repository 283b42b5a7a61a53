import type { OfficeActions, OfficeInput, OfficeOutput } from '../actions.ts'

/** Calls one action of the office function. Throws OfficeRefused with the clerk's sentence when it is refused. */
export type CallOffice = <A extends keyof OfficeActions>(action: A, input: OfficeInput<A>) => Promise<OfficeOutput<A>>

export class OfficeRefused extends Error {
  override name = 'OfficeRefused'
}

/** What PARAM_ERROR means to the clerk, by action; elsewhere the function's own sentence says it. */
const sentences: Partial<Record<keyof OfficeActions, string>> = {
  rosterAccept: '名册的行没有收齐，没有导入任何一行。请再导入一次。',
  batchIssue: '批次号已用于另一批，或没有这个资金来源。没有发放。',
  keyAdd: '公钥与算法不符、有效期不对，或这个序列号已是另一把密钥。没有登记。',
}

const waitsMs = [500, 1_000, 2_000, 4_000, 8_000, 16_000]
const waitFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * A client over any way of calling the function: the SDK on the real cloud, or the local cloud's own `invoke`. Every action may
 * be repeated, so a busy cloud or an answer that did not come is asked again, later each time.
 */
export const officeClient =
  (invoke: (event: object) => Promise<unknown>, wait: (ms: number) => Promise<void> = waitFor): CallOffice =>
  async (action, input) => {
    for (let attempt = 0; ; attempt++) {
      const pause = waitsMs[attempt]
      const reply = await ask(invoke, { action, input }).catch((error: unknown) => {
        if (isUnreachable(error)) throw new OfficeRefused('连不上云端，请检查地址和网络。')
        if (pause === undefined) throw error
        return null
      })
      if (reply?.ok) return reply.data as never
      if (pause === undefined || (reply && reply.code !== 'SYSTEM_BUSY')) {
        const sentence = (reply?.code === 'PARAM_ERROR' && sentences[action]) || reply?.message || '没有办成，请稍后再试。'
        throw new OfficeRefused(`${sentence}（${action}：${reply?.code}）`)
      }
      await wait(pause)
    }
  }

const isUnreachable = (error: unknown): boolean => /ECONNREFUSED|ENOTFOUND/.test(`${String(error)} ${(error as { errMsg?: string }).errMsg ?? ''}`)

type Reply = { ok: boolean; data?: unknown; code?: string; message?: string }

async function ask(invoke: (event: object) => Promise<unknown>, event: object): Promise<Reply> {
  const reply = (await invoke(event)) as Reply | null
  if (typeof reply?.ok !== 'boolean') throw new OfficeRefused('云端没有回答。')
  return reply
}
