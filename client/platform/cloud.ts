import Taro from '@tarojs/taro'

const timeoutMs = 8_000

function startWeapp(): void {
  Taro.cloud.init({ traceUser: false })
}

/** Opens the cloud of the environment; on H5 there is nothing to open. */
export const startCloud = process.env.TARO_ENV === 'weapp' ? startWeapp : (): void => undefined

async function callWeapp(name: string, request: object): Promise<unknown> {
  // The base library's call has no time-out of its own.
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('timeout')), timeoutMs))
  const call = Taro.cloud.callFunction({ name, data: request }) as Promise<{ result?: unknown }>
  return (await Promise.race([call, late])).result
}

async function callWeb(name: string, request: object): Promise<unknown> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    const reply = await fetch(`/functions/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request), signal: abort.signal })
    return await reply.json()
  } finally {
    clearTimeout(timer)
  }
}

/** Sends a request to a cloud function. Rejects when there is no answer within 8 s. */
export const callCloud = process.env.TARO_ENV === 'weapp' ? callWeapp : callWeb

const dataBase = process.env.TARO_ENV === 'weapp' ? 'https://data.shenmu-voucher.example' : '/data'

/** Fetches a published file by its name. */
export async function fetchPublished(name: string): Promise<unknown> {
  if (process.env.TARO_ENV === 'weapp') return (await Taro.request({ url: `${dataBase}/${name}`, timeout: timeoutMs })).data
  const reply = await fetch(`${dataBase}/${name}`)
  if (!reply.ok) throw new Error(`no file ${name}`)
  return reply.json()
}
