import { expect, test } from 'vitest'
import { backAddress } from './back-address.ts'

const origin = 'http://127.0.0.1:8787'

test('a page of the residents’ app at our own address gets the ticket', () => {
  expect(backAddress(`${origin}/app/`, origin)).toBe(`${origin}/app/`)
  expect(backAddress(`${origin}/app/index.html?x=1#/pages/pay`, origin)).toBe(`${origin}/app/index.html`)
})

test.each([
  'http://127.0.0.1:8788/app/',
  'https://127.0.0.1:8787/app/',
  'http://evil.example/app/',
  'http://127.0.0.1:8787@evil.example/app/',
  `${origin}.evil.example/app/`,
  `http://user:secret@127.0.0.1:8787/app/`,
  `${origin}/application`,
  `${origin}/app/../till`,
  '//evil.example/app/',
  '/app/',
  'javascript:alert(1)',
  '',
  undefined,
  ['http://127.0.0.1:8787/app/'],
])('%j gets none', (back) => {
  expect(backAddress(back, origin)).toBeNull()
})
