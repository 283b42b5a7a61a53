import type { ProgrammeView, WalletView } from '../../../contract/resident'
import { dayMonth } from '../../components/dates'

export type Notice = { kind: 'offline' | 'busy' | 'frozen' | 'alert'; text: string }

/** The one line that matters most just now, or null when all is as usual. */
export function noticeOf(programme: ProgrammeView, wallet: WalletView | null, trouble: string | null, online: boolean): Notice | null {
  if (!online || trouble === 'OFFLINE') return { kind: 'offline', text: '没有网络。先看存着的，付款码照样能用。' }
  if (trouble) return { kind: 'busy', text: '现在人多，请 20 秒后再试。付款码照样能用。' }
  if (wallet?.frozen) return { kind: 'frozen', text: '券已冻结。您可以随时解冻。' }
  if (programme.phase === 'before') return { kind: 'alert', text: `${dayMonth(programme.opensAt)}开始用，您的券已经备好。` }
  if (programme.phase === 'after') return { kind: 'alert', text: `活动已于${dayMonth(programme.closesAt - 1)}结束，没用的券已作废。` }
  if (programme.phase === 'paused') return { kind: 'alert', text: '消费券暂停使用，券没有动，请稍后再来。' }
  return null
}
