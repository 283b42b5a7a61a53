import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { OfficeInput, OfficeOutput } from '#cloudfunctions/office/actions'
import { seededRandom } from '#demo/seed/random'
import { idCheckCharacter } from '#domain/id-number'
import type { OfficeCloud, Spoil } from './office-cloud.ts'

export type Row = { n: number; name?: string; phone?: string; township?: string; insurance?: string; id?: string }

const padded = (n: number, digits: number): string => String(n).padStart(digits, '0')

/** The ID number of test person `n`, below 100,000: of no place there is, so of nobody. */
export const idNumber = (n: number): string => {
  const first = `9901011980${padded(1 + (Math.floor(n / 9_000) % 12), 2)}${padded(1 + (Math.floor(n / 1_000) % 9), 2)}${padded(n % 1_000, 3)}`
  return first + idCheckCharacter(first)
}

/** `count` persons from number `from` on. */
export const persons = (from: number, count: number): Row[] => Array.from({ length: count }, (_, i) => ({ n: from + i }))

const line = ({ n, name = `张${n}`, phone = `199000${padded(n, 5)}`, township = '高家堡镇', insurance = '城乡居民', id = idNumber(n) }: Row): string =>
  [name, id, phone, township, insurance].join(',')

let serial = 0
/** Writes a roster file of these rows into the cloud's folder. */
export function rosterOf(office: OfficeCloud, rows: Row[]): string {
  const name = path.join(office.folder, `roster-${serial++}.csv`)
  writeFileSync(name, `姓名,身份证号,手机号,镇街,参保类型\n${rows.map(line).join('\n')}\n`)
  return name
}

/** Issues a batch to its end. */
export async function issueAll(office: OfficeCloud, input: OfficeInput<'batchIssue'>): Promise<OfficeOutput<'batchIssue'>> {
  for (;;) {
    const reply = await office.call('batchIssue', input)
    if (reply.done) return reply
  }
}

/** Does `work` again and again while about a tenth of the writes is lost, unanswered or half done, as a clerk would start again. */
export async function throughTrouble<T>(office: OfficeCloud, seed: number, work: () => Promise<T>): Promise<T> {
  const random = seededRandom(seed)
  const ways: Spoil[] = ['before', 'after', 'half']
  office.spoil((action) => (/insert|modify|commit/.test(action) && random() < 0.1 ? (ways[Math.floor(random() * 3)] ?? 'pass') : 'pass'))
  try {
    for (let attempt = 1; ; attempt++) {
      const result = await work().catch((error: unknown) => {
        if (attempt > 50) throw error
        return null
      })
      if (result !== null) return result
    }
  } finally {
    office.spoil(() => 'pass')
  }
}
