import { byId, el } from './dom.js'

// The played app of a bank. It stands at our own origin only because a demo has one; what it keeps is named `demo.…`.

const place = 'demo.bank-app'
const query = new URLSearchParams(location.search)
const nonce = query.get('nonce')
const names = { ABC: '掌上银行', SPDB: '浦惠到家' }

const kept = () => JSON.parse(localStorage.getItem(place) ?? 'null')
let chosen = kept() ?? { index: 0, name: '王秀兰', bank: 'ABC' }
// The residents' app asks a bank by name; another bank's app cannot answer for it.
if (nonce && Object.hasOwn(names, query.get('bank') ?? '')) chosen = { ...chosen, bank: query.get('bank') }

async function ask(name, body) {
  const response = await fetch(`/bank-app/api/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return response.json()
}

function drawBank() {
  document.body.dataset.bank = chosen.bank
  byId('app-name').textContent = names[chosen.bank]
  byId('open').textContent = nonce ? `同意，以 ${chosen.name} 返回` : '打开惠民消费券'
}

async function drawCustomers() {
  const list = await ask('residents', { search: byId('search').value })
  byId('none').hidden = list.length > 0
  byId('customers').replaceChildren(
    ...list.map(({ index, name, masked, township }) => {
      const choose = () => {
        chosen = { ...chosen, index, name }
        drawBank()
      }
      const radio = el('input', { type: 'radio', name: 'customer', value: String(index), checked: index === chosen.index, onchange: choose, 'aria-label': `${name}，${township}` })
      return el('label', {}, radio, el('span', {}, el('b', { textContent: name }), el('small', { textContent: township }), el('small', { textContent: masked })))
    }),
  )
}

/** A bank's app gives each customer a page of their own; so another customer begins with an empty one. */
async function emptyThePage() {
  for (const key of Object.keys(localStorage)) if (!key.startsWith('demo.')) localStorage.removeItem(key)
  sessionStorage.clear()
  const databases = (await indexedDB.databases?.()) ?? []
  await Promise.all(
    databases.map(
      ({ name }) =>
        new Promise((done) => {
          const gone = indexedDB.deleteDatabase(name)
          gone.onsuccess = gone.onerror = gone.onblocked = done
        }),
    ),
  )
}

/** Signs a ticket for the chosen customer and takes it back to the residents' app. */
async function goBack() {
  byId('open').textContent = '正在返回'
  try {
    const { to } = await ask('ticket', { bank: chosen.bank, index: chosen.index, nonce, back: query.get('back') ?? '' })
    localStorage.setItem(place, JSON.stringify(chosen))
    // Replaced, so that the way back does not lead to a ticket that is used up.
    location.replace(to)
  } catch {
    byId('trouble').textContent = '没有办成：返回的地址不是惠民消费券，或者请求过期了。请关掉这一页，重新打开。'
    byId('trouble').hidden = false
    drawBank()
  }
}

async function openApp() {
  const before = kept()
  if (before && (before.index !== chosen.index || before.bank !== chosen.bank)) await emptyThePage()
  localStorage.setItem(place, JSON.stringify(chosen))
  location.href = '/app/'
}

byId('open').addEventListener('click', () => void (nonce ? goBack() : openApp()))
byId('search').addEventListener('input', () => void drawCustomers())
for (const radio of document.querySelectorAll('input[name=bank]')) {
  radio.checked = radio.value === chosen.bank
  radio.addEventListener('change', () => {
    chosen = { ...chosen, bank: radio.value }
    drawBank()
  })
}
if (nonce) {
  byId('asked').textContent = '惠民消费券请银行证明您的姓名、身份证号和手机号。凭证一分钟内有效，只用一次。'
  byId('asked').hidden = false
}
drawBank()
void drawCustomers()
// Who came from here was signed in already; a bank's bridge answers without a further tap.
if (nonce && kept()) void goBack()
