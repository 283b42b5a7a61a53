import { forget, readStored, store } from '../platform/storage'

type Session = { token: string; expiresAt: number }

/** The bank's session of this H5 page; on weapp WeChat says who it is and there is none. */
export const sessionToken = (): string | undefined => readStored<Session>('session')?.token
export const saveSession = (token: string, expiresAt: number): void => store('session', { token, expiresAt })
export const endSession = (): void => forget('session')
