import { phoneSentence } from '#contract/refusals'
import type { Code } from './code'

export type NoCode = { lines: string[]; way: 'again' | 'sign-in' | null }

/** What stands in the place of a code that cannot be shown, and what to do about it. */
export function noCodeWords(code: Code | null, refusal: string | null): NoCode {
  if (code?.ok === false && code.reason === 'too-old') return { lines: ['太久没有联网，', '请联网一次再付款。'], way: 'again' }
  switch (refusal) {
    case null:
      return { lines: ['正在准备付款码'], way: null }
    case 'OFFLINE':
      return { lines: ['第一次出示付款码，', '请联网一次再付款。'], way: 'again' }
    case 'SYSTEM_BUSY':
      return { lines: ['现在人多，请 20 秒后再试。'], way: 'again' }
    case 'NOT_SIGNED_IN':
    case 'SESSION_EXPIRED':
      return { lines: ['登录过期了，', '请从银行应用重新核验。'], way: 'sign-in' }
    case 'KEY_NOT_KEPT':
      return { lines: ['这个页面存不下付款码，', '请从微信小程序出示。'], way: 'again' }
    default:
      return { lines: [phoneSentence(refusal)], way: 'again' }
  }
}
