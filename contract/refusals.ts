/**
 * The one table of what is said about a refusal: to the bank (HTTP status, whether it is final), to the cashier (at most 20
 * characters, shown by the till as they are) and to the resident.
 */
export type RefusalText = { http: number; final: boolean; till: string; phone: string }

const refusals = {
  AUTH_CODE_INVALID: { http: 200, final: true, till: '请顾客联网后刷新付款码', phone: '付款码没认出来，请重新出示。' },
  NOT_ENOUGH_VOUCHERS: { http: 200, final: true, till: '可用的券不够，没有扣券', phone: '可用的券不够，这笔没有扣券。' },
  AMOUNT_BELOW_FACE: { http: 200, final: true, till: '这笔不到40元，没有扣券', phone: '这笔不到 40 元，券没有动。' },
  TOO_MANY_FOR_BILL: { http: 200, final: true, till: '张数太多，每满40元用1张', phone: '账单每满 40 元用 1 张，这笔没有扣券。' },
  BILL_ALREADY_COVERED: { http: 200, final: true, till: '这张账单已经用满券', phone: '这张账单已经用满券了。' },
  BILL_TOTAL_DIFFERS: { http: 200, final: true, till: '账单金额前后不同，没有扣券', phone: '账单金额前后不同，券没有动。' },
  VOUCHER_EXPIRED: { http: 200, final: true, till: '券已过期，没有扣券', phone: '这张券已过期，不能再用。' },
  PROGRAMME_CLOSED: { http: 200, final: true, till: '不在活动时间内，没有扣券', phone: '现在不在活动时间内，券没有动。' },
  MERCHANT_NOT_ALLOWED: { http: 200, final: true, till: '本店暂不能收消费券', phone: '这家店现在不收消费券，券没有动。' },
  TERMINAL_BLOCKED: { http: 200, final: true, till: '本机暂停收券，请换一台', phone: '这台收银机暂停收券，请换一台。' },
  WALLET_FROZEN: { http: 200, final: true, till: '顾客的券已冻结', phone: '券已冻结，解冻后再用。' },
  WRONG_BANK: { http: 200, final: true, till: '本机收不了这张券，请换一台', phone: '这台机器收不了这张券，请换一台。' },
  REQUEST_EXPIRED: { http: 200, final: true, till: '扫码超时，请换单号再扫', phone: '这次扫码超时了，请再扫一次。' },
  REVERSED: { http: 200, final: true, till: '这笔已撤销，券已退回', phone: '这笔已撤销，券已退回。' },
  OUT_TRADE_NO_USED: { http: 409, final: true, till: '单号用过，请换新单号', phone: '这笔没有扣券。' },
  PARAM_ERROR: { http: 400, final: true, till: '请求内容不对，没有扣券', phone: '填写的内容不对，请检查后再试。' },
  ORDER_NOT_REVERSIBLE: { http: 400, final: true, till: '已过撤销期，请办退款', phone: '已过撤销期。' },
  ORDER_REFUNDED: { http: 400, final: true, till: '已办过退款，不能撤销', phone: '已办过退款。' },
  ORDER_NOT_EXIST: { http: 404, final: false, till: '没有这个单号', phone: '没有这笔记录。' },
  NO_SUCH_CALL: { http: 404, final: true, till: '没有这个接口', phone: '没有这项服务。' },
  SIGN_ERROR: { http: 401, final: true, till: '签名不对', phone: '' },
  SERIAL_UNKNOWN: { http: 401, final: true, till: '证书序列号不认识', phone: '' },
  TIMESTAMP_SKEW: { http: 401, final: true, till: '时间相差太多，请校时', phone: '' },
  ALG_MISMATCH: { http: 401, final: true, till: '签名算法不符', phone: '' },
  BODY_TOO_LARGE: { http: 413, final: true, till: '内容太长', phone: '内容太长。' },
  SYSTEM_BUSY: { http: 503, final: false, till: '结果未知，请用原单号再问', phone: '现在人多，请 20 秒后再试。付款码照样能用。' },
  NOT_SIGNED_IN: { http: 200, final: true, till: '', phone: '请从银行应用重新打开。' },
  SESSION_EXPIRED: { http: 200, final: true, till: '', phone: '登录过期了，请从银行应用重新打开。' },
  TICKET_INVALID: { http: 200, final: true, till: '', phone: '银行的凭证过期了，请重新打开。' },
  CONSENT_MISSING: { http: 200, final: true, till: '', phone: '还有没同意的项目。' },
  PHONE_QUOTA: { http: 200, final: true, till: '', phone: '微信暂时验不了手机号，请用银行应用核验或去服务点。' },
  TOO_MANY_ATTEMPTS: { http: 200, final: true, till: '', phone: '今天已试 5 次，请明天再试或去服务点。' },
  NOT_BOUND: { http: 200, final: true, till: '', phone: '请先核验身份。' },
  NOT_YOUR_WALLET: { http: 200, final: true, till: '', phone: '这份券不在您名下。' },
  NO_VOUCHERS_YET: { http: 200, final: true, till: '', phone: '券还没有到账，不用抢，也不用申请。' },
} as const satisfies Record<string, RefusalText>

export type RefusalCode = keyof typeof refusals

/** What is said about a code. */
export const refusalText = (code: RefusalCode): RefusalText => refusals[code]

/** Whether a string is a code of the table. */
export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusals, code)

/** The resident's sentence for any code, also one this version of the app does not know. */
export const phoneSentence = (code: string): string => (isRefusalCode(code) ? refusals[code].phone : '没有办成，请稍后再试。')
