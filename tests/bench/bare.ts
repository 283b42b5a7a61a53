import cloudSdk from 'wx-server-sdk'

type Collection = { doc(id: string): { get(): Promise<{ data: object }>; update(change: object): Promise<unknown> }; add(doc: object): Promise<unknown> }
type Transaction = { collection(name: string): Collection; commit(): Promise<unknown> }
type Sdk = { init(config: object): void; database(): { startTransaction(): Promise<Transaction> } }
const sdk = cloudSdk as unknown as Sdk

let serial = 0

/** A redemption's six database calls with documents of its size, and nothing else: what no product could be faster than. */
export function bareRedemption(): (walletNo: string) => Promise<void> {
  sdk.init({ env: process.env.TCB_ENV, keepalive: true, timeout: 2_000, throwOnNotFound: false })
  const database = sdk.database()
  return async (walletNo) => {
    const id = `bare:${++serial}`
    const transaction = await database.startTransaction()
    await transaction.collection('wallets').doc(walletNo).get()
    await transaction.collection('orders').add({ data: { _id: id, ...filler, walletNo } })
    await transaction.collection('postings').add({ data: { _id: id, ...filler, walletNo } })
    await transaction.collection('wallets').doc(walletNo).update({ data: { 'bench.at': serial, 'bench.text': filler.text } })
    await transaction.commit()
  }
}

/** About what an order and its posting hold. */
const filler = { text: 'x'.repeat(300), list: Array.from({ length: 6 }, (_, i) => ({ account: `account-${i}`, fen: i * 4_000 })), at: 0 }
