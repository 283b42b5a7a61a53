import { callResident } from './call'
import { forgetHome, holdHome } from './home'
import { saveSession } from './session'

let ticket: string | null = null

/** Takes the bank's ticket out of the address and the history, before anybody else reads or shares the address. */
export function keepTicket(): void {
  if (process.env.TARO_ENV === 'weapp') return
  const found = /^#ticket=([^&]+)$/.exec(window.location.hash)
  if (!found?.[1]) return
  ticket = decodeURIComponent(found[1])
  window.history.replaceState(null, '', window.location.pathname)
  holdHome(true)
}

/** Goes to the bank's app for a ticket; it comes back to this page. Returns the sentence to show when that was not possible. */
export async function startBankSignIn(bank?: 'ABC' | 'SPDB'): Promise<string | null> {
  const nonce = await callResident('ticketNonce', {})
  if (!nonce.ok) return nonce.message
  const back = `${window.location.origin}${window.location.pathname}`
  const query = `nonce=${encodeURIComponent(nonce.data.nonce)}&back=${encodeURIComponent(back)}${bank ? `&bank=${bank}` : ''}`
  window.location.href = `${process.env.TARO_APP_BANK_APP}?${query}`
  return null
}

/** Exchanges a ticket that came with the page for a session, once. Returns the refusal's sentence, or null when all is well. */
export async function spendTicket(): Promise<string | null> {
  const mine = ticket
  ticket = null
  if (!mine) return null
  const reply = await callResident('session', { ticket: mine })
  holdHome(false)
  if (!reply.ok) return reply.message
  saveSession(reply.data.session, reply.data.expiresAt)
  // What was stored may be somebody else's who used this phone before.
  forgetHome()
  return null
}
