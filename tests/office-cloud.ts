import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cloudConfig } from '#cloud.config'
import { type CallOffice, officeClient } from '#cloudfunctions/office/cli/client'
import { demoKeys, functionEnvironment } from '#demo/keys'
import { type LocalCloud, startCloud } from '#local/cloud'
import { createClock } from '#local/clock'
import { buildFunctions } from '../scripts/build-functions.ts'

/** What happens to one database request on its way: nothing, never arrives, its reply is lost, or half of an insert arrives. */
export type Spoil = 'pass' | 'before' | 'after' | 'half'
export type OfficeCloud = {
  cloud: LocalCloud
  call: CallOffice
  folder: string
  /** Asked for every request the functions make to the database. */
  spoil: (decide: (action: string) => Spoil) => void
  read: (collection: string) => Promise<Record<string, unknown>[]>
  write: (collection: string, doc: object) => Promise<void>
  logs: string[]
  stop: () => Promise<void>
}

/** A local cloud with the built office function, whose messages can be spoiled, on a clock inside the programme. */
export async function startOfficeCloud({
  now = '2023-02-01T10:00:00+08:00',
  isolation = 'snapshot',
}: {
  now?: string
  isolation?: 'snapshot' | 'read-committed'
} = {}): Promise<OfficeCloud> {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-'))
  const logs: string[] = []
  const functionsDir = path.join(folder, 'functions')
  await buildFunctions(functionsDir)
  let decide: (action: string) => Spoil = () => 'pass'
  let target = ''
  const proxy = await startProxy(
    () => target,
    (action) => decide(action),
  )
  const cloud = await startCloud({
    description: cloudConfig,
    data: ':memory:',
    functionsDir,
    environment: functionEnvironment(demoKeys(folder, { from: '2023-01-19', to: '2023-05-31' })),
    clock: createClock(now),
    isolation,
    via: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/admin`,
    instances: 4,
    log: (line) => logs.push(line),
  })
  target = cloud.adminUrl
  const admin = async (params: object): Promise<{ data?: { list?: string[] } }> =>
    (await fetch(cloud.adminUrl, { method: 'POST', body: JSON.stringify(params) })).json()
  return {
    cloud,
    folder,
    logs,
    call: officeClient(
      (event) => cloud.invoke('office', event),
      () => Promise.resolve(),
    ),
    spoil: (next) => {
      decide = next
    },
    read: async (collectionName) => {
      const all: { _id: string }[] = []
      for (;;) {
        const query = JSON.stringify({ _id: { $gt: all.at(-1)?._id ?? '' } })
        const { data } = await admin({ action: 'database.getDocument', collectionName, query, order: '{"_id":1}', queryType: 'WHERE', limit: 1_000 })
        const page = (data?.list ?? []).map((text) => JSON.parse(text))
        all.push(...page)
        if (page.length < 1_000) return all
      }
    },
    write: async (collectionName, doc) => {
      await admin({ action: 'database.insertDocument', collectionName, data: [JSON.stringify(doc)] })
    },
    stop: async () => {
      await cloud.stop()
      proxy.closeAllConnections()
      proxy.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function startProxy(target: () => string, decide: (action: string) => Spoil): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const params = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { action: string; data?: unknown }
      const spoil = decide(params.action)
      if (spoil === 'before') return request.socket.destroy()
      if (spoil === 'half' && Array.isArray(params.data)) params.data = params.data.slice(0, Math.ceil(params.data.length / 2))
      const body = JSON.stringify(params)
      const { host, ...headers } = request.headers
      const forward = httpRequest(target(), { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.on('end', () => {
          if (spoil !== 'pass') return request.socket.destroy()
          response.writeHead(reply.statusCode ?? 502, { 'content-type': 'application/json' })
          response.end(Buffer.concat(parts))
        })
      })
      forward.on('error', () => request.socket.destroy())
      forward.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return server
}
