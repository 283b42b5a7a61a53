import { expect, test } from 'vitest'
import { townships } from '#programmes/shenmu-places'
import { merchantsFile } from './shops.ts'

const shops = merchantsFile()
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))

test('120 shops with names of their own, in all 20 townships and three categories', () => {
  expect(shops.length).toBe(120)
  expect(new Set(shops.map(([, name]) => name)).size).toBe(120)
  expect(new Set(shops.map((cells) => cells[4]))).toEqual(new Set(townships.map(({ name }) => name)))
  expect(new Set(shops.map((cells) => cells[2]))).toEqual(new Set(['住宿餐饮', '商场百货', '文化旅游']))
})

test('each has a till of one bank or of both, and stands near the centre of its township', () => {
  for (const [, , , , town, , , , lat, lng, spdb, abc] of shops) {
    const centre = townships.find(({ name }) => name === town)
    expect(spdb || abc).toBeTruthy()
    expect(Math.abs(Number(lat) - (centre?.lat ?? 0))).toBeLessThan(0.02)
    expect(Math.abs(Number(lng) - (centre?.lng ?? 0))).toBeLessThan(0.02)
  }
  expect(shops.filter((cells) => cells[10] && cells[11]).length).toBe(40)
})
