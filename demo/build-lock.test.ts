import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { alone } from './build-lock.ts'

const lockIn = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'lock-')), 'dist', 'h5.building')

test('two at once work one after the other', async () => {
  const lock = lockIn()
  const seen: string[] = []
  const work = (name: string) => async () => {
    seen.push(`${name} begins`)
    await wait(50)
    seen.push(`${name} ends`)
  }
  await Promise.all([alone(lock, work('a')), alone(lock, work('b'))])
  expect(seen.map((line) => line.slice(2))).toEqual(['begins', 'ends', 'begins', 'ends'])
})

test('a lock of a process that died is taken over, and a failure gives it back', async () => {
  const lock = lockIn()
  await alone(lock, async () => undefined)
  writeFileSync(lock, '999999999')
  await expect(alone(lock, () => Promise.reject(new Error('no build')))).rejects.toThrow('no build')
  expect(existsSync(lock)).toBe(false)
})
