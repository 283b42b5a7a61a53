import type { IconName } from '../../art/icons'

type Facts = {
  /** What a tap was answered with. */
  said: string | null
  hasCode: boolean
  doubtful: boolean
  online: boolean
}
export type PayLine = { icon: IconName; words: string[] }

/** A sentence in pieces that may stand in lines of their own. */
const pieces = (sentence: string): string[] => sentence.match(/[^。]+。/g) ?? [sentence]

/** The one line under the code: an answer first, then what may spoil the code, then that there is no network. */
export function payLine({ said, hasCode, doubtful, online }: Facts): PayLine | null {
  if (said) return { icon: 'alert', words: pieces(said) }
  if (hasCode && doubtful) return { icon: 'clock', words: ['时间可能不准，联网校时后再试。'] }
  if (!online) return { icon: 'offline', words: pieces('没有网络，照样能付。结果以收银台为准。') }
  return null
}
