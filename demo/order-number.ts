import { randomBytes } from 'node:crypto'
import { rfc3339 } from '#domain/shanghai'

/** An order number no other order has: bank, moment in Shanghai, chance. */
export const newOrderNumber = (bank: string, now: number): string =>
  `${bank}${rfc3339(now).replace(/\D/g, '').slice(0, 14)}${randomBytes(3).toString('hex').toUpperCase()}`
