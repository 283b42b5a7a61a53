import type { Posting } from '#domain/ledger'
import type { Order } from '#domain/order'
import type { Category } from '#domain/programme'
import type { Instant } from '#domain/shanghai'
import type { Wallet } from '#domain/wallet'
import type { Database, Tx, Where } from './cloud.ts'
import type { Sealed } from './vault.ts'

// What is stored, by collection. Every `_id` is the natural key, so that writing twice is refused by the database itself.

/** An entitled person (R3). `_id` is walletNo. */
export type RosterRow = {
  _id: string
  idHash: string
  name: Sealed
  idNumber: Sealed
  phone: Sealed | null
  phoneHash: string | null
  township: string
  insurances: string[]
  importId: string
}

/** What one phone holds. `_id` is the login: `wx:<openid>` or `bank:<idHash>`. */
export type Login = {
  _id: string
  wallets: { walletNo: string; relation: 'self' | 'child' | 'parent' | 'spouse' | 'other'; name: string }[]
  boundAt: Instant
  consents: { match: Instant; share: Instant }
}

/** A bank's or our own key. `_id` is `bank:serial`, ours `OWN:serial` with the private half wrapped. */
export type KeyRecord = {
  _id: string
  bank: string
  serial: string
  algorithm: 'SHA256-RSA2048' | 'SM2-WITH-SM3'
  publicKeyPem: string
  privateSealed?: Sealed
  from: Instant
  to: Instant
  revoked: boolean
}

export type Merchant = {
  _id: string
  name: string
  category: Category
  icon: string
  township: string
  address: string
  phone: string
  hours: string
  lat: number
  lng: number
  state: 'applied' | 'approved' | 'suspended' | 'struck'
  bureau: string
}

export type Terminal = { _id: string; bank: string; terminalId: string; merchantId: string; lockedUntil?: Instant }

/** One roster file. `_id` is the hash of its bytes, so that the same file is known when it comes again. */
export type RosterImport = {
  _id: string
  fileName: string
  rows: number
  /** The file's own range of wallet numbers begins here; a row's place in the file gives its number. */
  firstWalletNo: number
  state: 'staging' | 'accepting' | 'accepted'
  cursor: string
  /** While rows are staged, how many of them have been seen by the check that all are there. */
  checked?: number
  counts: Record<RowResult, number>
}
export type RowResult = 'accepted' | 'merged' | 'rejected'

/** A row on its way into the roster; `_id` is `importId:line`. Its sealed fields go once it is decided. */
export type StagedRow = {
  _id: string
  importId: string
  line: number
  result: RowResult | 'staged'
  reason: string
  person: { idHash: string; name: Sealed; idNumber: Sealed; phone: Sealed | null; phoneHash: string | null; township: string; insurance: string } | null
}

/** Packs issued together (R7). */
export type Batch = {
  _id: string
  bank: string
  fundId: string
  townships: string[]
  creditedAt: Instant
  validUntil: Instant
  state: 'issuing' | 'issued'
  cursor: string
  issued: number
}

export type Collections = {
  wallets: Wallet
  orders: Order
  postings: Posting
  roster: RosterRow
  logins: Login
  keys: KeyRecord
  merchants: Merchant
  terminals: Terminal
  /** One secret a phone was given: `_id` is `slot:gen`, so that no two phones share one. */
  grants: { _id: string; login: string; at: Instant }
  /** Counters of attempts by key and Shanghai day. */
  attempts: { _id: string; count: number }
  /** Tickets' nonces and ids, each good once. */
  nonces: { _id: string; expiresAt: Instant; usedAt: Instant | null }
  /** H5 sessions; `_id` is the hash of the token. */
  sessions: { _id: string; login: string; expiresAt: Instant; bank: string; name: Sealed; idNumber: Sealed; phone: Sealed }
  cases: { _id: string; login: string; at: Instant; state: 'open' | 'closed'; cause: string; walletNo: string | null; name: Sealed; idNumber: Sealed; phone: Sealed }
  rosterImports: RosterImport
  rosterRows: StagedRow
  counters: { _id: string; next: number }
  batches: Batch
  settings: { _id: string; paused?: boolean }
}
type Name = keyof Collections
type Changes = Record<string, unknown>

/** Typed access. The rules of each operation are Database's (cloud.ts). */
export type Store = ReturnType<typeof openStore>
export type StoreTx = ReturnType<typeof typedTx>

export const openStore = (database: Database) => ({
  database,
  get: async <C extends Name>(name: C, id: string) => (await database.get(name, id)) as Collections[C] | null,
  find: async <C extends Name>(name: C, where: Where, options?: Parameters<Database['find']>[2]) =>
    (await database.find(name, where, options)) as unknown as Collections[C][],
  add: <C extends Name>(name: C, doc: Collections[C]) => database.add(name, doc),
  addMany: <C extends Name>(name: C, docs: Collections[C][]) => database.addMany(name, docs),
  update: (name: Name, where: Where | string, changes: Changes) => database.update(name, where, changes),
  remove: (name: Name, where: Where | string) => database.remove(name, where),
})

/** The same inside a transaction. */
export const typedTx = (tx: Tx) => ({
  get: async <C extends Name>(name: C, id: string) => (await tx.get(name, id)) as Collections[C] | null,
  add: <C extends Name>(name: C, doc: Collections[C]) => tx.add(name, doc),
  update: (name: Name, id: string, changes: Changes) => tx.update(name, id, changes),
})
