import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, it } from 'vitest'
import { folder, type Sdk, sdkAt } from './testing/cloud.ts'

/** Starts a cloud in a process of its own on a folder, and gives its address. */
async function serve(data: string): Promise<{ child: ChildProcess; adminUrl: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'testing/serve.ts'), data], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, adminUrl: line.toString('utf8').trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

it('loses nothing it acknowledged when it is killed, and keeps no half of a transaction', async () => {
  const data = folder()
  const first = await serve(data)
  const cloud: Sdk = await sdkAt(first.adminUrl)
  const db = cloud.database()
  const acknowledged: string[] = []
  let running = true
  // Writers go on until the connection breaks under them: whatever was answered must be there afterwards.
  const writer = async (name: string): Promise<void> => {
    for (let i = 0; running; i++) {
      const id = `${name}-${i}`
      try {
        if (i % 2 === 0) await db.collection('things').add({ data: { _id: id } })
        else {
          const tx = await db.startTransaction()
          await tx.collection('things').add({ data: { _id: id } })
          await tx.collection('counters').add({ data: { _id: id } })
          await tx.commit()
        }
        acknowledged.push(id)
      } catch {
        return
      }
    }
  }
  const writers = ['a', 'b', 'c'].map(writer)
  const open = await db.startTransaction()
  await open.collection('things').add({ data: { _id: 'never-committed' } })
  await new Promise((resolve) => setTimeout(resolve, 400))
  await kill(first.child)
  running = false
  await Promise.all(writers)
  expect(acknowledged.length).toBeGreaterThan(20)

  const second = await serve(data)
  await sdkAt(second.adminUrl)
  const idsOf = async (name: string): Promise<Set<string>> => {
    const ids = new Set<string>()
    for (let last = ''; ; ) {
      const page = (await db.collection(name).where({ _id: db.command.gt(last) }).orderBy('_id', 'asc').limit(1_000).get()).data as { _id: string }[]
      for (const { _id } of page) ids.add(_id)
      if (page.length < 1_000) return ids
      last = page.at(-1)?._id ?? ''
    }
  }
  const [things, counters] = [await idsOf('things'), await idsOf('counters')]
  expect(acknowledged.filter((id) => !things.has(id))).toEqual([])
  const odd = (id: string): boolean => Number(id.split('-')[1]) % 2 === 1
  expect([...things].filter(odd).sort()).toEqual([...counters].sort())
  expect(things.has('never-committed')).toBe(false)
  await kill(second.child)
})
