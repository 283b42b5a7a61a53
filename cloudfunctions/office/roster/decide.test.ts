import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StagedRow } from '#runtime/store'
import { decide } from './decide.ts'
import type { Known } from './merge.ts'

type Row = { person: number; name: string; phone: string | null; insurance: string }
const staged = ({ person, insurance }: Row, i: number): StagedRow => ({
  _id: String(i),
  importId: 'x',
  line: i,
  result: 'staged',
  reason: '',
  person: { idHash: `h${person}`, name: '', idNumber: '', phone: null, phoneHash: null, township: '', insurance },
})
const run = (rows: Row[]) =>
  decide(
    rows.map(staged),
    new Map(),
    (i) => `w${i}`,
    (row): Known => {
      const { name, phone, insurance } = rows[row.line] as Row
      return { name, phone, insurances: [insurance] }
    },
  )
/** What the roster holds afterwards, by person. */
const outcome = (rows: Row[]): Map<string, unknown> => {
  const { decisions, people } = run(rows)
  const fresh = decisions.flatMap((one) => (one.kind === 'new' ? [one] : []))
  return new Map(
    fresh
      .map(({ row }) => {
        const hash = row.person?.idHash ?? ''
        const { name, phone, insurance } = rows[row.line] as Row
        const after = people.get(hash)
        return [hash, { name, phone: after?.phone ?? phone, insurances: after?.insurances ?? [insurance] }] as const
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

describe('duplicates', () => {
  const insurance = fc.constantFrom('resident', 'employee')
  const anyRow = fc.record({ person: fc.nat(5), name: fc.constantFrom('甲', '乙'), phone: fc.constantFrom(null, '1', '2'), insurance })
  /** Rows that agree on name and phone, where there is one. */
  const agreeing = fc.record({ person: fc.nat(5), hasPhone: fc.boolean(), insurance }).map(({ person, hasPhone, insurance: what }) => ({
    person,
    name: `n${person}`,
    phone: hasPhone ? `p${person}` : null,
    insurance: what,
  }))

  it('account for every row and never make two persons of one ID number', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
        const { decisions } = run(rows)
        expect(decisions).toHaveLength(rows.length)
        const fresh = decisions.filter(({ kind }) => kind === 'new').map(({ row }) => row.person?.idHash)
        expect(new Set(fresh).size).toBe(fresh.length)
        expect(new Set(fresh)).toEqual(new Set(rows.map(({ person }) => `h${person}`)))
        for (const { result, reason } of decisions) if (result !== 'accepted') expect(reason).not.toBe('')
      }),
      { seed: 20230119 },
    )
  })

  it('merge to the same person in any order', () => {
    const shuffled = fc.array(agreeing, { maxLength: 20 }).chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        const sorted = (people: Map<string, unknown>) => [...people].map(([hash, person]) => [hash, person])
        expect(sorted(outcome(others))).toEqual(sorted(outcome(rows)))
      }),
      { seed: 20230119 },
    )
  })
})
