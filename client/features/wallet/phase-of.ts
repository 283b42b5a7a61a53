import type { WalletView } from '#contract/resident'
import type { HomeState } from '../../cloud/home'

export type WalletScreen =
  | { kind: 'loading' }
  | { kind: 'nothing'; why: 'offline' | 'busy' }
  | { kind: 'not-bound' }
  | { kind: 'pending'; caseNo: string; since: number }
  | { kind: 'not-issued'; wallet: WalletView }
  | { kind: 'before'; wallet: WalletView }
  | { kind: 'after'; wallet: WalletView }
  | { kind: 'vouchers'; wallet: WalletView }

/** Which screen of the wallet it is: one of them, never two. */
export function walletScreen({ home, trouble }: HomeState, wallet: WalletView | undefined): WalletScreen {
  if (!home) return trouble ? { kind: 'nothing', why: trouble === 'SYSTEM_BUSY' ? 'busy' : 'offline' } : { kind: 'loading' }
  if (home.kind === 'not-bound') return home.pendingCase ? { kind: 'pending', ...home.pendingCase } : { kind: 'not-bound' }
  if (!wallet) return { kind: 'not-bound' }
  if (home.programme.phase === 'after') return { kind: 'after', wallet }
  if (!wallet.issued) return { kind: 'not-issued', wallet }
  return home.programme.phase === 'before' ? { kind: 'before', wallet } : { kind: 'vouchers', wallet }
}

export type Notice = { kind: 'offline' | 'busy' | 'frozen' | 'alert'; text: string; way?: 'sign-in' }

type Facts = { trouble: string | null; online: boolean; frozen: boolean; paused: boolean }

/** The one line that stands in place of the announcement, or null when all is as usual. */
export function noticeOf({ trouble, online, frozen, paused }: Facts): Notice | null {
  if (!online || trouble === 'OFFLINE') return { kind: 'offline', text: '没有网络。先看存着的，付款码照样能用。' }
  if (trouble === 'SESSION_EXPIRED' || trouble === 'NOT_SIGNED_IN') return { kind: 'alert', text: '登录过期了，请从银行应用重新核验。', way: 'sign-in' }
  if (trouble === 'SYSTEM_BUSY') return { kind: 'busy', text: '现在人多，请 20 秒后再试。付款码照样能用。' }
  if (frozen) return { kind: 'frozen', text: '券已冻结，解冻后再用。' }
  if (paused) return { kind: 'alert', text: '活动暂停，券没有动，请稍后再用。' }
  return trouble ? { kind: 'alert', text: '没有更新成，请稍后再试。' } : null
}
