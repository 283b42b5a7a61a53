import type { OfficeActions, OfficeInput, OfficeOutput } from '../actions.ts'

/** Calls one action of the office function. Throws with the clerk's sentence when it is refused. */
export type CallOffice = <A extends keyof OfficeActions>(action: A, input: OfficeInput<A>) => Promise<OfficeOutput<A>>

/** A client over any way of calling the function: the SDK on the real cloud, or the local cloud's own `invoke`. */
export const officeClient =
  (invoke: (event: object) => Promise<unknown>): CallOffice =>
  async (action, input) => {
    const reply = (await invoke({ action, input })) as { ok: boolean; data?: unknown; code?: string; message?: string }
    if (!reply.ok) throw new Error(`${reply.message ?? '没有办成'}（${action}：${reply.code}）`)
    return reply.data as never
  }
