import Taro from '@tarojs/taro'

const timeoutMs = 8_000
const dataBase = process.env.TARO_APP_DATA_BASE

/** Why there is no answer: nobody could be reached, or the cloud has too much to do. */
export class NoAnswer extends Error {
  constructor(readonly why: 'offline' | 'busy') {
    super(why)
  }
}

function startWeapp(): void {
  const env = process.env.TARO_APP_CLOUD_ENV
  Taro.cloud.init({ traceUser: false, ...(env ? { env } : {}) })
}

/** Opens the cloud of the environment; on H5 there is nothing to open. */
export const startCloud = process.env.TARO_ENV === 'weapp' ? startWeapp : (): void => undefined

/** The base library's calls have no time-out of their own. */
function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer('busy')), timeoutMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

async function callWeapp(name: string, request: object): Promise<unknown> {
  try {
    const call = Taro.cloud.callFunction({ name, data: request }) as Promise<{ result?: unknown }>
    return (await withinTime(call)).result
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer(isBusyWeapp(error) ? 'busy' : 'offline')
  }
}

/** Over the quota of the environment, or the function ran out of time. */
function isBusyWeapp(error: unknown): boolean {
  const { errCode = 0, errMsg = '' } = (error ?? {}) as { errCode?: number; errMsg?: string }
  return errCode === -501001 || /RATELIMIT|TIME_LIMIT|timed? ?out/i.test(errMsg)
}

async function fetchWeb(url: string, options: RequestInit = {}): Promise<unknown> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    const reply = await fetch(url, { ...options, signal: abort.signal })
    const isJson = reply.headers.get('content-type')?.includes('json')
    if (isJson && (reply.ok || options.method === 'POST')) return await reply.json()
    throw new NoAnswer('busy')
  } catch (error) {
    if (error instanceof NoAnswer) throw error
    throw new NoAnswer(abort.signal.aborted ? 'busy' : 'offline')
  } finally {
    clearTimeout(timer)
  }
}

const callWeb = (name: string, request: object): Promise<unknown> =>
  fetchWeb(`/functions/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) })

/** Sends a request to a cloud function. Rejects with NoAnswer when there is none within 8 s. */
export const callCloud = process.env.TARO_ENV === 'weapp' ? callWeapp : callWeb

const fetchFileWeapp = async (name: string): Promise<unknown> => {
  const { statusCode, data } = await Taro.request({ url: `${dataBase}/${name}`, timeout: timeoutMs })
  if (statusCode !== 200) throw new NoAnswer('busy')
  return data
}

/** Fetches a published file by its name. */
export const fetchPublished: (name: string) => Promise<unknown> =
  process.env.TARO_ENV === 'weapp' ? fetchFileWeapp : (name) => fetchWeb(`${dataBase}/${name}`)
