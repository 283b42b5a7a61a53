import Taro from '@tarojs/taro'

// Time that nobody can set, in ms since some moment: to notice that the phone's wall clock was put on or back.

const tickMs = 1_000
const jumpMs = 5_000

let jumped = 0
let ticking = false

/** Where the base library has no clock of its own, a jump shows between two ticks of a second, unless the app slept between them. */
function tick(): void {
  ticking = true
  let last = Date.now()
  let slept = false
  Taro.onAppHide(() => {
    slept = true
  })
  setInterval(() => {
    const extra = Date.now() - last - tickMs
    if (Math.abs(extra) > jumpMs && !slept) jumped += extra
    last = Date.now()
    slept = false
  }, tickMs)
}

function elapsedWeapp(): number {
  if (typeof performance !== 'undefined' && typeof performance.now === 'function') return performance.now()
  if (!ticking) tick()
  return Date.now() - jumped
}

export const elapsedMs: () => number = process.env.TARO_ENV === 'weapp' ? elapsedWeapp : () => performance.now()
