import { cutFlower } from './flower'

// Ornament that is no flower and no icon: the fringe of the 门笺, the pines of the city's name, the fine lines of a note, the lattice of a window.

type Picture = { box: string; body: string }

/** One tooth of the paper fringe, to be repeated. */
export const fringeTile = (color: string): Picture => ({
  box: '0 0 25 15',
  body: `<path d="M0 0H25V3C24.4 10 17.5 13 12.5 15C7.5 13 .6 10 0 3ZM12.5 3.2l2.6 3.3-2.6 3.3-2.6-3.3Z" fill="${color}" fill-rule="evenodd"/>`,
})

const pine = (x: number, y: number, s: number): string => {
  const n = (value: number) => Math.round(value * s * 100) / 100
  return `M${x} ${y}l${n(8.8)} ${n(10.8)}h${n(-4)}l${n(6.8)} ${n(10)}h${n(-4.2)}l${n(7.8)} ${n(11.2)}h${n(-12.8)}v${n(6.8)}h${n(-4.8)}v${n(-6.8)}h${n(-12.8)}l${n(7.8)} ${n(-11.2)}h${n(-4.2)}l${n(6.8)} ${n(-10)}h${n(-4)}Z`
}

/** The three pines that gave 神木 its name. */
export const pines = (color: string): Picture => ({ box: '0 0 36 32', body: `<path d="${pine(18, 2, 0.7)}${pine(7.5, 12, 0.45)}${pine(28.5, 12, 0.45)}" fill="${color}"/>` })

/** The engraver's lines of a note: they cross once and fade towards the text. */
export function engraving(color: string): Picture {
  const tenth = (n: number): number => Math.round(n * 10) / 10
  let path = ''
  for (let i = 0; i < 8; i++) {
    const left = 1 + i * 3.6
    const right = 26 - 20.4 * (i / 7) ** 2.2
    // The bends are chosen so that all lines go through nearly the same point.
    const first = 1 + 2 * i
    const second = (74 - left - right) / 3 - first + (i - 3.5) * 0.5
    path += `M0 ${tenth(left)}C17 ${tenth(first)} 30 ${tenth(second)} 48 ${tenth(right)}`
  }
  return {
    box: '0 0 48 28',
    body: `<defs><linearGradient id="f"><stop offset="0" stop-color="${color}" stop-opacity="0"/><stop offset=".6" stop-color="${color}" stop-opacity=".75"/><stop offset="1" stop-color="${color}"/></linearGradient></defs><path d="${path}" fill="none" stroke="url(#f)" stroke-width=".7"/>`,
  }
}

/** A window whose flowers are still to be cut: the picture of “nothing yet”. */
export function lattice(frame: string, flower: string): Picture {
  let body = `<rect x="1.5" y="1.5" width="197" height="197" rx="5" fill="#FFFDF9" fill-opacity="0" stroke="${frame}" stroke-width="3"/>`
  for (let i = 0; i < 9; i++) {
    const x = 7 + (i % 3) * 64
    const y = 7 + Math.floor(i / 3) * 64
    body += `<rect x="${x}" y="${y}" width="58" height="58" rx="1.5" fill="#FFFDF9" stroke="${frame}" stroke-width="1.5"/>`
    body +=
      i % 2 === 0
        ? `<g transform="translate(${x + 29} ${y + 29}) scale(1.72)">${cutFlower('bloom', flower).body}</g>`
        : `<path d="M${x + 29} ${y}l29 29-29 29-29-29ZM${x + 29} ${y + 16}l13 13-13 13-13-13Z" fill="none" stroke="${frame}" stroke-width="1.5"/>`
  }
  return { box: '0 0 200 200', body }
}
