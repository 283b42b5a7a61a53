import type { Ctx } from '#runtime/ctx'
import { shanghaiDate } from '#domain/shanghai'

export type Person = { name: string; idNumber: string; phone: string }

/** A case is shown by its own id: `SM-0121-4827`, the day it was opened and four digits. */
export const caseNoOf = (id: string): string => id.slice(5)

const attempts = 5

/**
 * Opens a case for somebody who was not matched, whether or not they are on the roster (protocol §2): the answer must not tell.
 * Returns its number. The id holds the year too, so that numbers never meet again.
 */
export async function openCase(ctx: Ctx, login: string, person: Person, cause: string, walletNo: string | null): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const date = shanghaiDate(ctx.now)
    const digits = String(ctx.random(4).readUInt32BE() % 10_000).padStart(4, '0')
    const id = `${date.slice(0, 4)}-SM-${date.slice(5, 7)}${date.slice(8, 10)}-${digits}${attempt > attempts - 2 ? ctx.random(2).toString('hex') : ''}`
    const seal = (field: keyof Person) => ctx.vault.seal(person[field], { collection: 'cases', id, field })
    try {
      await ctx.store.add('cases', { _id: id, login, at: ctx.now, state: 'open', cause, walletNo, name: seal('name'), idNumber: seal('idNumber'), phone: seal('phone') })
      return caseNoOf(id)
    } catch (error) {
      // Four digits a day meet at times; another number is drawn.
      if (attempt === attempts) throw error
    }
  }
}
