import type { RosterRow, StagedRow } from '#runtime/store'
import type { Sealed, Vault } from '#runtime/vault'
import type { Entry } from './decide.ts'
import type { Known } from './merge.ts'

/** A staged row's person, opened for the decision. Throws when the row holds none. */
export function openStaged(vault: Vault, row: StagedRow): Known {
  const { person } = row
  if (!person) throw new Error('a staged row without a person')
  const open = (sealed: Sealed, field: string) => vault.open(sealed, { collection: 'rosterRows', id: row._id, field })
  return { name: open(person.name, 'name'), phone: person.phone && open(person.phone, 'phone'), insurances: [person.insurance] }
}

/** A person of the roster, opened for the decision. */
export function openEntry(vault: Vault, row: RosterRow): Entry {
  const open = (sealed: Sealed, field: string) => vault.open(sealed, { collection: 'roster', id: row._id, field })
  return { walletNo: row._id, name: open(row.name, 'name'), phone: row.phone && open(row.phone, 'phone'), insurances: row.insurances }
}

/** A sealed value is bound to its place, so it is sealed anew where it goes. */
export const moveSealed = (vault: Vault, sealed: Sealed, stagedId: string, walletNo: string, field: string): Sealed =>
  vault.seal(vault.open(sealed, { collection: 'rosterRows', id: stagedId, field }), { collection: 'roster', id: walletNo, field })
