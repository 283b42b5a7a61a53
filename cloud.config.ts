import type { CloudDescription } from './local/description.ts'

/**
 * The one description of the cloud: the local cloud reads it, the deploy script applies it. Every collection is ADMINONLY;
 * residents and banks reach data through functions alone.
 */
export const cloudConfig: CloudDescription = {
  collections: {
    wallets: {},
    // The phone asks for the newest order of its own codes; the history lists those of a wallet.
    orders: {
      indexes: [
        { name: 'holder_at', keys: { holder: 1, at: -1 } },
        { name: 'wallet_at', keys: { walletNo: 1, at: -1 } },
      ],
    },
    postings: {},
    roster: { indexes: [{ name: 'id_hash', keys: { idHash: 1 }, unique: true }, { name: 'phone_hash', keys: { phoneHash: 1 } }] },
    rosterImports: {},
    rosterRows: { indexes: [{ name: 'import_line', keys: { importId: 1, _id: 1 } }] },
    counters: {},
    batches: {},
    logins: {},
    keys: {},
    merchants: {},
    terminals: { indexes: [{ name: 'merchant', keys: { merchantId: 1 } }] },
    grants: {},
    attempts: {},
    nonces: {},
    sessions: {},
    cases: { indexes: [{ name: 'login_at', keys: { login: 1, at: -1 } }] },
    settings: {},
  },
  functions: {
    resident: { timeoutSeconds: 8, memoryMb: 256, invoke: true },
    bank: { timeoutSeconds: 8, memoryMb: 256, invoke: false },
    office: { timeoutSeconds: 60, memoryMb: 512, invoke: false },
  },
  paths: [
    { path: '/functions/resident', function: 'resident' },
    { path: '/bank', function: 'bank' },
  ],
}
