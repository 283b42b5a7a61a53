import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What happens to a message: it is carried, its answer is lost after it arrived, it is lost before, or it arrives twice. */
export type Fate = 'carry' | 'lose-reply' | 'lose-request' | 'twice'
export type SpoilProxy = { url: string; aim(target: string): void; judge(fate: (action: string) => Fate): void; close(): void }

/** A proxy between the functions' SDK and the database that spoils messages as told. */
export async function spoilProxy(): Promise<SpoilProxy> {
  let target = ''
  let fateOf: (action: string) => Fate = () => 'carry'
  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const body = Buffer.concat(chunks)
      const action = /"action":"([^"]+)"/.exec(body.toString('utf8'))?.[1] ?? ''
      const fate = fateOf(action)
      if (fate === 'lose-request') return void incoming.socket.destroy()
      const send = (answer: (status: number, headers: object, body: Buffer) => void): void => {
        const sent = request(`${target}${(incoming.url ?? '').replace(/^\/admin/, '')}`, { method: 'POST', headers: incoming.headers }, (reply) => {
          const parts: Buffer[] = []
          reply.on('data', (part: Buffer) => parts.push(part))
          reply.on('end', () => answer(reply.statusCode ?? 0, reply.headers, Buffer.concat(parts)))
        })
        sent.on('error', () => incoming.socket.destroy())
        sent.end(body)
      }
      send((status, headers, reply) => {
        if (fate === 'lose-reply') return void incoming.socket.destroy()
        const finish = (): void => void outgoing.writeHead(status, headers as Record<string, string>).end(reply)
        if (fate === 'twice') send(finish)
        else finish()
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/admin`,
    aim: (to) => {
      target = to
    },
    judge: (fate) => {
      fateOf = fate
    },
    close: () => void server.close(),
  }
}
