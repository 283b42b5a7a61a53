import { byId, el } from './dom.js'
import { newNumber } from './till-api.js'
import { faceFen, toFen, yuan } from './till-money.js'
import { codeIn, splitScan } from './till-scan.js'

const most = 5

/** The left side: bill, number of vouchers, code, and the order's number. Says by a sentence what is missing. */
export function orderForm(onSend, onCount) {
  const bill = byId('bill')
  const code = byId('code')
  let scanned = null
  let chosenByHand = false
  let bank = 'SPDB'

  byId('counts').append(
    ...Array.from({ length: most }, (_, i) =>
      el('label', { className: 'count' }, el('input', { type: 'radio', name: 'count', value: String(i + 1), checked: i === 0, 'aria-label': `${i + 1} 张` }), String(i + 1)),
    ),
  )
  const radios = [...document.querySelectorAll('input[name=count]')]
  const count = () => Number(radios.find(({ checked }) => checked).value)
  const max = () => Math.floor((toFen(bill.value) ?? 0) / faceFen)

  const drawCounts = () => {
    const allowed = max()
    if (!chosenByHand) radios[Math.max(1, Math.min(most, allowed)) - 1].checked = true
    for (const radio of radios) radio.parentElement.toggleAttribute('data-over', toFen(bill.value) !== null && Number(radio.value) > allowed)
    const say = byId('count-say')
    const over = toFen(bill.value) !== null && count() > allowed
    say.toggleAttribute('data-warn', over)
    say.textContent = allowed === 0 ? (over ? '这笔不到 40 元，用不了券。' : '满 40 元用 1 张。') : `满 40 元用 1 张，这笔最多 ${Math.min(most, allowed)} 张。`
    onCount(count())
  }
  const say = (id, text) => {
    byId(id).textContent = text
    byId(id).hidden = !text
  }
  const setCode = (value) => {
    scanned = value
    code.value = ''
    code.hidden = value !== null
    byId('scanned').hidden = byId('rescan').hidden = value === null
    // Whoever looks over the shoulder learns only how it begins.
    byId('scanned').textContent = value === null ? '' : `${value.slice(0, 3)} 开头，已扫`
    say('code-say', '')
  }
  const newOrder = () => {
    byId('number').value = newNumber(bank)
  }

  const send = () => {
    const totalFen = toFen(bill.value)
    if (!totalFen) {
      say('bill-say', '请先输入账单金额')
      bill.focus()
      return
    }
    say('bill-say', '')
    if (scanned === null) {
      say('code-say', code.value ? '付款码是 20 位数字，请再扫一次' : '请扫顾客的付款码')
      code.focus()
      return
    }
    const number = byId('number').value.trim()
    if (!/^[0-9A-Za-z_-]{6,32}$/.test(number)) newOrder()
    onSend({ totalFen, count: count(), max: Math.min(most, max()), bill: yuan(totalFen), code: scanned, number: byId('number').value.trim(), drop: byId('drop').checked })
  }

  bill.addEventListener('input', () => {
    say('bill-say', '')
    const both = splitScan(bill.value)
    if (both) {
      bill.value = both.bill
      setCode(both.code)
    }
    drawCounts()
  })
  bill.addEventListener('blur', () => {
    const totalFen = toFen(bill.value)
    if (totalFen) bill.value = yuan(totalFen)
  })
  bill.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || scanned !== null) return
    event.preventDefault()
    code.focus()
  })
  for (const radio of radios) {
    radio.addEventListener('change', () => {
      chosenByHand = true
      drawCounts()
    })
  }
  code.addEventListener('input', () => {
    const found = codeIn(code.value)
    if (!found) return
    // The Enter that ends a scan must still arrive in a field of this form.
    setCode(found)
    byId('rescan').focus()
  })
  byId('rescan').addEventListener('click', () => {
    setCode(null)
    code.focus()
  })
  // A button takes Enter as a tap on itself; after a scan it means: send.
  byId('rescan').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    send()
  })
  byId('order').addEventListener('submit', (event) => {
    event.preventDefault()
    send()
  })

  const reset = () => {
    bill.value = ''
    chosenByHand = false
    byId('drop').checked = false
    setCode(null)
    newOrder()
    drawCounts()
  }
  return {
    send,
    reset,
    newOrder,
    setCode,
    count,
    setCount: (wanted) => {
      chosenByHand = true
      for (const radio of radios) radio.checked = Number(radio.value) === wanted
      drawCounts()
    },
    setBank: (value) => {
      bank = value
      newOrder()
    },
    focusBill: () => bill.focus(),
    focusCode: () => code.focus(),
  }
}
