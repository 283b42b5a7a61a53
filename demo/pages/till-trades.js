import { el } from './dom.js'
import { cloudNow, dayOf, timeOf } from './till-api.js'
import { wholeYuan } from './till-money.js'

// The till's own roll of paper: numbers and outcomes, never a payment code.

const kept = 200
const shown = 10
let place = 'demo.till'

/** Each city has its own roll, so that a new one begins empty. */
export const openRoll = (city) => {
  place = `demo.till.${city}`
}

export const trades = () => JSON.parse(localStorage.getItem(place) ?? '[]')

/** Notes a trade, or what became of one noted before. The newest stands first. */
export function noteTrade(trade) {
  const before = trades().find(({ number }) => number === trade.number)
  const others = trades().filter(({ number }) => number !== trade.number)
  const noted = { at: cloudNow(), count: 0, fen: 0, ...before, ...trade }
  const list = before ? trades().map((one) => (one.number === trade.number ? noted : one)) : [noted, ...others]
  localStorage.setItem(place, JSON.stringify(list.slice(0, kept)))
}

const words = { SUCCESS: '已抵扣', REVERSED: '已撤销', FAILED: '没有扣', UNKNOWN: '不知道', ABSENT: '没有记录' }

/** Draws the last trades; each opens to be queried or reversed. */
export function showTrades(title, list) {
  const all = trades()
  const today = all.filter(({ at, state }) => state === 'SUCCESS' && dayOf(at) === dayOf(cloudNow())).length
  title.textContent = `今天已收 ${today} 笔`
  list.replaceChildren(...all.slice(0, shown).map(row))
}

const row = ({ at, number, count, fen, state, bank }) =>
  el(
    'li',
    {},
    el(
      'details',
      { className: 'trade', name: 'trade' },
      el('summary', {}, el('span', { textContent: timeOf(at) }), el('span', { textContent: `${count} 张　${fen ? `${wholeYuan(fen)} 元` : ''}` }), el('span', { textContent: words[state] ?? state })),
      el('p', { className: 'trade-number', textContent: number }),
      el(
        'div',
        { className: 'trade-do' },
        el('button', { type: 'button', className: 'small', textContent: '查询', 'data-do': 'query', 'data-number': number, 'data-bank': bank }),
        el('button', { type: 'button', className: 'small', textContent: '撤销', 'data-do': 'reverse', 'data-number': number, 'data-bank': bank }),
      ),
    ),
  )
