import { art, byId } from './dom.js'
import { ask, clockText, cloudNow, onLine } from './till-api.js'
import { orderForm } from './till-form.js'
import { showResult } from './till-result.js'
import { hearKeys, offerCamera } from './till-scan.js'
import { shopChooser } from './till-shops.js'
import { noteTrade, openRoll, showTrades, trades } from './till-trades.js'

const place = byId('result')
const unknownMs = 120_000
let terminal = null
let funds = {}
let chooser = null
/** The order being settled: what was sent, kept in memory alone because it holds the code. */
let order = null
let asked = 0
let busy = false

const drawTrades = () => showTrades(byId('trades-title'), byId('trades'))
const isIdle = () => place.dataset.kind === 'idle'
const form = orderForm(send, (count) => isIdle() && showResult(place, 'idle', { count }))
const idle = () => showResult(place, 'idle', { count: form.count() })

/** Sends the order, or the same again: the number decides that it is the same. */
async function send(next) {
  if (busy) return
  if (next) {
    order = { ...next, bank: terminal.bank, merchantId: terminal.merchantId, terminalId: terminal.terminalId }
    asked = 0
    noteTrade({ number: order.number, bank: order.bank, at: cloudNow(), count: order.count, state: 'UNKNOWN' })
  }
  asked += 1
  const { bank, merchantId, terminalId, totalFen, count, code, number, drop } = order
  await settle(number, bank, () => ask('redeem', { bank, merchantId, terminalId, totalFen, count, code, outTradeNo: number, drop: drop && asked === 1 }))
}

const query = (number, bank) => settle(number, bank, () => ask('query', { bank, outTradeNo: number }))
const reverse = (number, bank) => settle(number, bank, () => ask('reverse', { bank, outTradeNo: number }))

async function settle(number, bank, call) {
  if (busy) return
  busy = true
  if (order?.number !== number) order = null
  showResult(place, 'busy', { number })
  const reply = await call().catch(() => ({ known: false, body: {} }))
  busy = false
  if (!reply.known) {
    order ??= { number, bank }
    showResult(place, 'unknown', { number, asked: Math.max(1, asked), why: reply.body.code })
  } else show(number, bank, reply.body)
  drawTrades()
}

/** Draws a known answer and notes it. */
function show(number, bank, body) {
  const facts = { body, number, funds, order: order ?? { bill: '', count: 0, max: 0 } }
  if (body.code === 'SUCCESS') {
    noteTrade({ number, bank, state: 'SUCCESS', count: body.voucher_count, fen: body.voucher_amount })
    showResult(place, 'success', facts)
  } else if (body.state === 'REVERSED') {
    noteTrade({ number, bank, state: 'REVERSED' })
    showResult(place, 'reversed', facts)
  } else if (body.code === 'ORDER_NOT_EXIST') {
    const at = trades().find((one) => one.number === number)?.at ?? 0
    const early = cloudNow() - at < unknownMs
    if (!early) noteTrade({ number, bank, state: 'ABSENT' })
    order ??= { number, bank }
    showResult(place, 'absent', { ...facts, early })
  } else if (order?.code) {
    // Another order holds the number: what became of that one stays noted.
    if (body.code !== 'OUT_TRADE_NO_USED') noteTrade({ number, bank, state: 'FAILED' })
    showResult(place, 'refused', facts)
  } else {
    if (body.state === 'FAILED') noteTrade({ number, bank, state: 'FAILED' })
    showResult(place, 'message', facts)
  }
}

const acts = {
  send: () => form.send(),
  next: () => {
    order = null
    form.reset()
    idle()
    form.focusBill()
  },
  again: () => (order.code ? send() : query(order.number, order.bank)),
  reverse: () => reverse(order.number, order.bank),
  fewer: () => retryWith(order.count - 1),
  most: () => retryWith(order.max),
  rescan: () => {
    startAgain()
    form.setCode(null)
    form.focusCode()
  },
  bill: () => {
    startAgain()
    form.focusBill()
  },
  shop: () => {
    startAgain()
    chooser.open()
  },
}

function startAgain() {
  form.newOrder()
  idle()
}

/** A business refusal leaves the code unspent: the same code, another order number. */
function retryWith(count) {
  form.setCount(count)
  form.newOrder()
  form.send()
}

place.addEventListener('click', (event) => acts[event.target.closest('[data-act]')?.dataset.act]?.())
byId('trades').addEventListener('click', (event) => {
  const button = event.target.closest('[data-do]')
  if (!button) return
  order = null
  asked = 1
  ;({ query, reverse })[button.dataset.do](button.dataset.number, button.dataset.bank)
})
// Whoever changes the bill after an answer begins another order; the number itself may be set by hand to send one again.
byId('order').addEventListener('input', ({ target }) => {
  const kind = place.dataset.kind
  if (target.closest('.more') || !['success', 'refused', 'reversed'].includes(kind)) return
  if (kind !== 'refused') form.setCode(null)
  startAgain()
})
// Opening one shows its buttons, which may lie below the roll's edge. `toggle` does not bubble.
byId('trades').addEventListener('toggle', (event) => event.target.open && event.target.querySelector('.trade-do').scrollIntoView({ block: 'nearest' }), { capture: true })
byId('last-number').addEventListener('click', () => {
  const last = trades()[0]
  if (last) byId('number').value = last.number
})
hearKeys({
  onScan: (code) => {
    // A scan while an outcome is open would hide it; on any other page it begins the next trade.
    if (busy || place.dataset.kind === 'unknown') return
    if (place.dataset.kind === 'success' || place.dataset.kind === 'reversed') acts.next()
    else if (!isIdle()) startAgain()
    form.setCode(code)
    form.send()
  },
  onDigit: (digit) => place.querySelectorAll('.step')[digit - 1]?.click(),
})
offerCamera((code) => {
  form.setCode(code)
  form.send()
})

onLine((works) => {
  byId('net').replaceChildren(art(works ? 'icon-check' : 'icon-offline', 'icon'), works ? '网络正常' : '网络断了')
  byId('net').toggleAttribute('data-off', !works)
})
const tick = () => {
  byId('clock').textContent = clockText(cloudNow())
}

async function open() {
  const { city, funds: labels } = await ask('now')
  funds = labels
  openRoll(city)
  tick()
  setInterval(tick, 5_000)
  const terminals = await ask('shops')
  chooser = shopChooser(terminals, (chosen) => {
    terminal = chosen
    form.setBank(chosen.bank)
  })
  form.reset()
  idle()
  drawTrades()
  form.focusBill()
}
open().catch(() => showResult(place, 'message', { body: { message: '收银台还没准备好，请刷新' }, number: '—' }))
