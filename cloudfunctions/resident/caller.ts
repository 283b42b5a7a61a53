import { createHash } from 'node:crypto'
import type { Ctx } from '#runtime/ctx'
import type { Store } from '#runtime/store'

type Session = NonNullable<Awaited<ReturnType<typeof loadSession>>>

/** Who asks: a WeChat user by openid, a bank's customer by session, or somebody who has not signed in yet. */
export type Caller = { kind: 'wechat'; login: string } | { kind: 'bank'; login: string; session: Session } | { kind: 'nobody' }

/** A session is stored under the hash of its token: who reads the database cannot use it. */
export const sessionId = (token: string): string => createHash('sha256').update(token).digest('hex')

const loadSession = (store: Store, token: string) => store.get('sessions', sessionId(token))

/** The door's answer to “who is this?”. An expired session is said as such, so that the page asks the bank again. */
export async function callerOf(
  ctx: Ctx,
  from: { openid: string | null; session: string | null },
): Promise<Caller | { ok: false; code: 'SESSION_EXPIRED' }> {
  if (from.openid) return { kind: 'wechat', login: `wx:${from.openid}` }
  if (!from.session) return { kind: 'nobody' }
  const session = await loadSession(ctx.store, from.session)
  if (!session || session.expiresAt <= ctx.now) return { ok: false, code: 'SESSION_EXPIRED' }
  return { kind: 'bank', login: session.login, session }
}
