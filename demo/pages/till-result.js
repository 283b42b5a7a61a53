import { art, el } from './dom.js'
import { reason, short, waysOn, waysWhenUnknown } from './till-next.js'
import { wholeYuan, yuan } from './till-money.js'

const head = (icon, title, more) => el('div', { className: 'result-head' }, el('span', { className: 'mark' }, art(icon)), el('h2', { textContent: title }), more)

const ornament = () => el('div', { className: 'ornament', 'aria-hidden': 'true' }, art('grand'))

const goButton = (label, act) => el('button', { type: 'button', className: 'go', 'data-act': act }, label, el('kbd', { textContent: '回车', 'aria-hidden': 'true' }))

const steps = (ways) =>
  el(
    'ol',
    { className: 'steps' },
    ...ways.map(({ label, act }, i) =>
      el('li', {}, el('button', { type: 'button', className: 'step', 'data-act': act }, el('kbd', { textContent: String(i + 1), 'aria-hidden': 'true' }), label)),
    ),
  )

const foot = (facts, button) => el('div', { className: 'result-foot' }, el('div', { className: 'facts' }, ...facts.filter(Boolean).map((fact) => el('p', fact))), button)

const numberLine = (number) => ({ className: 'number-line', textContent: `单号 ${number}` })

/** Which funds paid: `市财政资金`, or each with its count when there are several. */
function fundsText(byFunding, labels) {
  const named = byFunding.map(({ fund_id, count }) => ({ name: labels[fund_id] ?? '企业资金', count }))
  return named.length === 1 ? named[0].name : named.map(({ name, count }) => `${name} ${count} 张`).join('，')
}

/** What the till shows at one moment. The answer of the server is drawn as it is; nothing is concluded from silence. */
const views = {
  idle: ({ count }) => [
    ornament(),
    el('h2', { textContent: '请扫顾客的付款码' }),
    el(
      'ol',
      { className: 'guide' },
      ...['输入账单金额，打折以后的', '问顾客用几张，满 40 元用 1 张', '扫付款码，等这里变成深绿'].map((text, i) =>
        el('li', {}, el('kbd', { textContent: String(i + 1), 'aria-hidden': 'true' }), text),
      ),
    ),
    foot([{ textContent: '顾客手机上的两个字，和这里一样才算付好' }], goButton(`扣 ${count} 张券`, 'send')),
  ],
  busy: ({ number }) => [ornament(), el('h2', { textContent: '正在核对' }), foot([numberLine(number)], null)],
  success: ({ body, number, funds }) => [
    ornament(),
    head(
      'icon-check',
      `已抵扣 ${wholeYuan(body.voucher_amount)} 元`,
      el('p', { className: 'rest' }, '再收 ', el('b', { textContent: yuan(body.payable_amount) }), ' 元'),
    ),
    el(
      'div',
      { className: 'words', role: 'img', 'aria-label': `核对字：${body.check_word}` },
      ...[...body.check_word].map((word) => el('span', { className: 'word' }, el('b', {}, el('i', { textContent: word })))),
    ),
    el('p', { className: 'same', textContent: '顾客手机上也是这两个字，才算付好' }),
    foot([{ textContent: `用了 ${body.voucher_count} 张，${fundsText(body.by_funding, funds)}` }, numberLine(number)], goButton('下一笔', 'next')),
  ],
  refused: ({ body, number, order }) => {
    const ways = waysOn(body.code, order)
    return [
      head('icon-cross', '没有扣券'),
      el('h3', { textContent: reason(body.code, body.message, order) }),
      el('p', { className: 'sub', textContent: `一张都没有扣。账单 ${order.bill} 元还没收。` }),
      steps(ways),
      foot([{ textContent: `没有扣券，就没有核对字（${body.code}）` }, numberLine(number)], goButton(short(ways[0].label), ways[0].act)),
    ]
  },
  unknown: ({ number, asked, why }) => [
    head('icon-alert', '结果还不知道'),
    el('h3', { textContent: '先不要再收钱，也不要换单号' }),
    el('p', { className: 'sub', textContent: '可能扣了，也可能没有。用同一单号再问，不会多扣。' }),
    steps(waysWhenUnknown),
    foot([{ textContent: `问了 ${asked} 次${why ? `（${why}）` : ''}` }, numberLine(number)], goButton('再问一次', 'again')),
  ],
  reversed: ({ body, number }) => [
    head('icon-refresh', '这笔已撤销'),
    el('h3', { textContent: body.voucher_count > 0 ? `${body.voucher_count} 张券已退回顾客` : '这笔没有扣过券' }),
    el('p', { className: 'sub', textContent: '单号不能再用。要重新收款，请开下一笔。' }),
    foot([numberLine(number)], goButton('下一笔', 'next')),
  ],
  absent: ({ number, early }) => [
    head('icon-alert', '没有这个单号'),
    el('h3', { textContent: early ? '还不能当作没有扣' : '对方没有收到过这笔' }),
    el('p', { className: 'sub', textContent: early ? '请求可能还在路上，2 分钟后再查，或者撤销它。' : '券没有动。' }),
    foot([numberLine(number)], early ? goButton('撤销这笔', 'reverse') : goButton('下一笔', 'next')),
  ],
  message: ({ body, number }) => [
    head('icon-cross', '没有办成'),
    el('h3', { textContent: body.message || '请稍后再试' }),
    foot([{ textContent: body.code ?? '' }, numberLine(number)], goButton('下一笔', 'next')),
  ],
}

const colours = { absent: 'unknown', message: 'refused' }

/** Draws one state into the result's side and puts the focus on its large button. */
export function showResult(place, kind, facts) {
  place.dataset.kind = colours[kind] ?? kind
  place.replaceChildren(...views[kind](facts).filter(Boolean))
  if (kind === 'idle' || kind === 'busy') return
  place.querySelector('.go')?.focus({ preventScroll: true })
  // On a narrow screen the result stands below the form.
  if (matchMedia('(width < 900px)').matches) place.scrollIntoView({ block: 'start' })
}
