import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Engine, Params } from '../engine/engine.ts'
import type { Functions } from '../functions/functions.ts'
import { readBody, sendJson } from './body.ts'
import { answerOpenApi } from './open-api.ts'
import type { Troublemaker } from './troubles.ts'

const bodyLimit = 64 * 1024 * 1024

type Request = Params & { action?: string; function_name?: string; request_data?: string }

/** The door the server SDKs speak to: one JSON request an action, always HTTP 200, errors as `{code, message}`. Signatures are not checked. */
export class Admin {
  counts: Record<string, number> = {}

  constructor(
    private readonly engine: Engine,
    private readonly functions: Functions,
    private readonly troublemaker: Troublemaker,
  ) {}

  reset(): void {
    this.counts = {}
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID()
    const body = await readBody(request, bodyLimit)
    if (request.headers['content-type']?.startsWith('multipart/')) {
      this.count('wx.openApi')
      response.writeHead(200, { 'content-type': 'application/octet-stream' })
      response.end(answerOpenApi(body))
      return
    }
    try {
      sendJson(response, 200, { requestId, ...(await this.run(JSON.parse(body.toString('utf8')) as Request)) })
    } catch (error) {
      const { code = 'SYS_ERR', message } = error as Error & { code?: string }
      sendJson(response, 200, { requestId, code, message })
    }
  }

  private async run(params: Request): Promise<object> {
    const { action = '', function_name: name = '', request_data: data } = params
    this.count(action)
    this.troublemaker.admit()
    if (action !== 'functions.invokeFunction') return this.troublemaker.around(params, (asked) => this.engine.call(action, asked))
    const result = await this.functions.invoke(name, data ? JSON.parse(data) : {})
    return { data: { response_data: JSON.stringify(result) } }
  }

  private count(action: string): void {
    this.counts[action] = (this.counts[action] ?? 0) + 1
  }
}
