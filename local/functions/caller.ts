/** Who calls a function, as the platform knows it. Without an openid nobody of WeChat does. */
export type Caller = { openid?: string; unionid?: string; ip?: string; /** `wx_client`, `wx_http`, `wx_trigger` … */ source?: string }

export const localAppid = 'wx0000000000000000'

/** The environment values in which the platform tells a function who calls; wx-server-sdk's `getWXContext` reads them. */
export function contextOf({ openid, unionid, ip, source }: Caller): Record<string, string> {
  const context: Record<string, string> = {
    WX_APPID: localAppid,
    WX_CLIENTIP: ip ?? '127.0.0.1',
    ...(openid ? { WX_OPENID: openid } : {}),
    ...(unionid ? { WX_UNIONID: unionid } : {}),
  }
  return { ...context, WX_CONTEXT_KEYS: Object.keys(context).join(','), TCB_SOURCE: source ?? (openid ? 'wx_client' : 'wx_http') }
}
