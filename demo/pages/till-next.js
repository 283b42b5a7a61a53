// What a cashier does next after each answer. The server decides; these are only the ways on.

/** One way on: what stands on the button, and which of the till's own actions it is. */
const step = (label, act) => ({ label, act })

const rescan = step('请顾客刷新付款码，再扫一次', 'rescan')
const family = step('请顾客换家人的付款码', 'rescan')
const renumber = step('换新单号，再扫一次', 'rescan')
const shop = step('换一台收银机', 'shop')
const bill = step('改账单金额', 'bill')
const fewer = ({ count }) => (count > 1 ? [step(`改用 ${count - 1} 张，再试一次`, 'fewer')] : [])
const most = ({ max }) => (max > 0 ? [step(`改用 ${max} 张，再试一次`, 'most')] : [bill])

const ways = {
  AUTH_CODE_INVALID: () => [rescan],
  NOT_ENOUGH_VOUCHERS: (order) => [...fewer(order), family],
  AMOUNT_BELOW_FACE: () => [bill],
  TOO_MANY_FOR_BILL: most,
  VOUCHER_EXPIRED: () => [family],
  MERCHANT_NOT_ALLOWED: () => [shop],
  TERMINAL_BLOCKED: () => [shop],
  WALLET_FROZEN: () => [step('请顾客在手机上解冻，再扫一次', 'rescan'), family],
  WRONG_BANK: () => [shop],
  REQUEST_EXPIRED: () => [renumber],
  OUT_TRADE_NO_USED: () => [renumber],
  BILL_TOTAL_DIFFERS: () => [bill],
}

/** The ways on after a refusal, the most likely first; going on without vouchers is always one of them. */
export function waysOn(code, order) {
  return [...(ways[code]?.(order) ?? []), step(`不用券，收 ${order.bill} 元`, 'next')]
}

export const waysWhenUnknown = [step('再问一次（同一单号，不会多扣）', 'again'), step('不等了，撤销这笔', 'reverse')]

/** The refusal in large letters. The title says already that no voucher was taken. */
export const reason = (code, message, { count }) => (code === 'NOT_ENOUGH_VOUCHERS' ? `可用的券不够 ${count} 张` : (message || '没有办成').replace(/，没有扣券$/, ''))

/** `改用 1 张，再试一次` is too long for the large button. */
export const short = (label) => label.split(/[，（]/)[0]
