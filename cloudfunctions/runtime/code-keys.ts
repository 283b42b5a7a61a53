import { createHmac } from 'node:crypto'
import { FF1 } from '@noble/ciphers/ff1.js'
import { aliasTweak, dayOf, otpFrom, secretMessage, stepBytes } from '#domain/payment-code'
import type { Vault } from './vault.ts'

/** A key epoch of the payment code (protocol §1), opened for one environment. */
export type Epoch = {
  digit: number
  algorithm: 'HMAC-SHA256' | 'HMAC-SM3'
  /** The 9-digit alias a slot wears on a Shanghai day. */
  aliasOn(slot: number, day: number): string
  /** The slot behind an alias on that day; most random aliases lead to no live slot. */
  slotOn(alias: string, day: number): number
  /** The 32 bytes a phone is given once. */
  secretOf(slot: number, gen: number): Uint8Array
  otpAt(slot: number, gen: number, step: number): string
}

const digitsOf = (text: string): number[] => [...text].map(Number)

/** Opens epoch `digit` with the function's keys ALIAS_<digit> and OTP_<digit>. */
export function openEpoch(vault: Vault, env: string, digit: number): Epoch {
  const aliasKey = vault.key(`ALIAS_${digit}`)
  const otpKey = vault.key(`OTP_${digit}`)
  const cipherOn = (day: number) => FF1(10, aliasKey, new TextEncoder().encode(aliasTweak(env, day)))
  const hmac = (key: Uint8Array, message: Uint8Array | string) => new Uint8Array(createHmac('sha256', key).update(message).digest())
  const secretOf = (slot: number, gen: number) => hmac(otpKey, secretMessage(env, slot, gen))
  return {
    digit,
    algorithm: 'HMAC-SHA256',
    aliasOn: (slot, day) => cipherOn(day).encrypt(digitsOf(String(slot).padStart(9, '0'))).join(''),
    slotOn: (alias, day) => Number(cipherOn(day).decrypt(digitsOf(alias)).join('')),
    secretOf,
    otpAt: (slot, gen, step) => otpFrom(hmac(secretOf(slot, gen), stepBytes(step))),
  }
}

/** The aliases of `count` Shanghai days from the one `step` lies in. */
export const aliasesFrom = (epoch: Epoch, slot: number, step: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => epoch.aliasOn(slot, dayOf(step) + i))
