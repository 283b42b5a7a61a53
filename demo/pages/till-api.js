let offset = 0

/** The cloud's time, which in a demo may be set. */
export const cloudNow = () => Date.now() + offset

const listeners = []
/** Hears after each call whether the till's own line works. */
export const onLine = (listener) => listeners.push(listener)

/** Asks the bank's till server. Throws when there is no answer: then nothing is known. */
export async function ask(name, body = {}) {
  try {
    const response = await fetch(`/till/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    const reply = await response.json()
    if (typeof reply.now === 'number') offset = reply.now - Date.now()
    for (const listener of listeners) listener(true)
    return reply
  } catch (error) {
    for (const listener of listeners) listener(false)
    throw error
  }
}

const shanghai = (at) => new Date(at + 8 * 3_600_000).toISOString()
export const dayOf = (at) => shanghai(at).slice(0, 10)
export const timeOf = (at) => shanghai(at).slice(11, 16)
export const clockText = (at) => `${Number(shanghai(at).slice(5, 7))}月${Number(shanghai(at).slice(8, 10))}日 ${timeOf(at)}`

/** A number no other order has: bank, moment, chance. */
export function newNumber(bank) {
  const chance = [...crypto.getRandomValues(new Uint8Array(3))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${bank}${shanghai(cloudNow()).replace(/\D/g, '').slice(0, 14)}${chance.toUpperCase()}`
}
