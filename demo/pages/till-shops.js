import { byId, el } from './dom.js'

const bankNames = { SPDB: '浦发', ABC: '农行' }
const place = 'demo.till.terminal'

/** The chooser of shop and terminal; the bank follows from the terminal. Calls `chosen` at once and after each choice. */
export function shopChooser(terminals, chosen) {
  const dialog = byId('shops')
  const search = byId('shop-search')
  const choose = (terminal) => {
    localStorage.setItem(place, terminal.terminalId)
    byId('shop-name').textContent = terminal.name
    byId('shop-till').textContent = `${bankNames[terminal.bank]}收银机 ${terminal.terminalId}`
    chosen(terminal)
    dialog.close()
  }
  const draw = () => {
    const wanted = search.value.trim().toLowerCase()
    const found = terminals.filter((one) => [one.name, one.township, one.merchantId, one.pinyin, one.initials].some((text) => text.toLowerCase().includes(wanted)))
    byId('shop-none').hidden = found.length > 0
    byId('shop-list').replaceChildren(
      ...found.map((one) =>
        el(
          'li',
          {},
          el(
            'button',
            { type: 'button', className: 'shop-row', 'aria-current': one.terminalId === localStorage.getItem(place) && 'true', onclick: () => choose(one) },
            el('strong', { textContent: one.name }),
            el('span', { textContent: `${bankNames[one.bank]} ${one.terminalId}` }),
            el('span', { textContent: one.township }),
            el('span', { textContent: one.merchantId }),
          ),
        ),
      ),
    )
  }
  const open = () => {
    search.value = ''
    draw()
    dialog.showModal()
    search.focus()
  }
  search.addEventListener('input', draw)
  byId('shop').addEventListener('click', open)
  choose(terminals.find((one) => one.terminalId === localStorage.getItem(place)) ?? terminals[0])
  return { open }
}
