import { maskPhone } from '#domain/person'
import type { Clock } from '#local/clock'
import { backAddress } from './back-address.ts'
import { BadRequest } from './bad-request.ts'
import type { DemoKeys } from './keys.ts'
import { demoResidents } from './seed/residents.ts'
import { residentCount } from './seed/seed.ts'
import { signTicket } from './ticket.ts'

type Api = Record<string, (body: Record<string, unknown>, origin: string) => Promise<unknown>>

const listed = 12

/** What the played bank app asks its own server: its customers, and a ticket for one of them. */
export function bankAppApi(keys: DemoKeys, clock: Clock): Api {
  const residents = demoResidents(residentCount)
  // Children are no customers: their rows carry a guardian's phone.
  const customers = residents
    .map(({ name, phone, township, guardian }, index) => ({ index, name, masked: maskPhone(phone), township, guardian }))
    .filter(({ guardian }) => guardian === null)
    .map(({ guardian: _, ...shown }) => shown)

  return {
    '/bank-app/api/residents': async ({ search }) => customers.filter(({ name }) => name.includes(String(search ?? '').trim())).slice(0, listed),
    '/bank-app/api/ticket': async ({ bank, index, nonce, back }, origin) => {
      const resident = residents[Number(index)]
      const to = back === undefined ? null : backAddress(back, origin)
      if (!resident || (bank !== 'ABC' && bank !== 'SPDB') || typeof nonce !== 'string') throw new BadRequest('no such resident, bank or nonce')
      if (back !== undefined && !to) throw new BadRequest('a ticket goes to the residents’ app alone')
      const ticket = await signTicket(bank, keys.banks[bank].privateKeyPem, resident, nonce, clock.now())
      return { ticket, ...(to ? { to: `${to}#ticket=${ticket}` } : {}) }
    },
  }
}
