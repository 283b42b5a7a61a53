import { describe, expect, it } from 'vitest'
import { cutFlower, plannedFlower, wholeFlower } from './flower'

const names = ['medal-0', 'medal-1', 'medal-2', 'medal-3', 'medal-4', 'bloom'] as const

describe('paper-cut flowers', () => {
  it('are drawn from numbers alone, each another', () => {
    const bodies = names.map((name) => wholeFlower(name, '#9C2A1F').body)
    expect(new Set(bodies).size).toBe(names.length)
    for (const body of [...bodies, ...names.map((name) => cutFlower(name, '#8F7F70').body), plannedFlower('#B5382A').body]) {
      expect(body).not.toMatch(/NaN|undefined|\de-/)
      expect(body.length).toBeLessThan(8_000)
    }
  })
  it('leave the line of their own edge when they are cut out', () => {
    for (const name of names) {
      const edge = /d="([^"]+)"/.exec(cutFlower(name, '#000').body)?.[1] ?? '?'
      expect(wholeFlower(name, '#000').body).toContain(edge)
    }
  })
})
