import { describe, expect, it } from 'vitest'
import { barcodeModule, barcodePicture, qrModule, qrPicture } from './pictures'

const code = '88174711860441661180'

describe('the size of a module', () => {
  it.each([
    { ratio: 2, card: 343, size: 2 },
    { ratio: 3, card: 343, size: 2 },
    { ratio: 2.75, card: 361, size: 5 / 2.75 },
    { ratio: 1, card: 343, size: 2 },
    { ratio: 2, card: 288, size: 1.5 },
    // A 360 px phone has 328 px of card, two pixels too few for 2.
    { ratio: 3, card: 328, size: 5 / 3 },
  ])('of the barcode at ratio $ratio in $card px is $size', ({ ratio, card, size }) => expect(barcodeModule(ratio, card)).toBeCloseTo(size, 9))
  it.each([1, 1.5, 2, 2.625, 2.75, 3, 3.5])('is whole device pixels at ratio %d', (ratio) => {
    expect(Math.abs(((qrModule(ratio, 343) * ratio) % 1) - 0)).toBeLessThan(1e-9)
    expect(Math.abs(((barcodeModule(ratio, 343) * ratio) % 1) - 0)).toBeLessThan(1e-9)
  })
})

describe('the pictures', () => {
  it('have their quiet zones inside', () => {
    expect(barcodePicture(code, 2, 68).width).toBe(330)
    expect(qrPicture(code, 9).width).toBe(261)
    const bars = decodeURIComponent(barcodePicture(code, 2, 68).svg)
    expect(bars).toContain('viewBox="0 0 165 1"')
    expect(bars).toMatch(/d="M10 0h2v1/)
  })
  it('keep crisp edges', () => expect(decodeURIComponent(qrPicture(code, 9).svg)).toContain('crispEdges'))
  it('are a GIF of just the device pixels where an SVG is not drawn', () => {
    const gif = Buffer.from(qrPicture(code, 9).gif(2).split(',')[1] ?? '', 'base64')
    expect(gif.subarray(0, 6).toString()).toBe('GIF89a')
    expect([gif.readUInt16LE(6), gif.readUInt16LE(8)]).toEqual([522, 522])
    expect(gif.length).toBeLessThan(8_000)
  })
})
