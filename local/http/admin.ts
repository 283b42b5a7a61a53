import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Engine, Params } from '../engine/engine.ts'
import { PlatformError } from '../engine/errors.ts'
import { readBody, sendJson } from './event.ts'
import { answerOpenApi } from './open-api.ts'

const bodyLimit = 64 * 1024 * 1024

type Invoke = (name: string, event: unknown) => Promise<unknown>

/** The door the server SDKs speak to: one JSON request an action, always HTTP 200, errors as `{code, message}`. */
export class Admin {
  counts: Record<string, number> = {}

  constructor(
    private readonly engine: Engine,
    private readonly invoke: Invoke,
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
      const params = JSON.parse(body.toString('utf8')) as Params & { action: string; function_name?: string; request_data?: string }
      this.count(params.action)
      const result = params.action === 'functions.invokeFunction' ? await this.call(params.function_name ?? '', params.request_data) : await this.engine.call(params.action, params)
      sendJson(response, 200, { requestId, ...result })
    } catch (error) {
      if (error instanceof PlatformError) return sendJson(response, 200, { requestId, code: error.code, message: error.message })
      const { code, message } = error as Error & { code?: string }
      sendJson(response, 200, { requestId, code: code ?? 'SYS_ERR', message })
    }
  }

  private async call(name: string, data: string | undefined): Promise<object> {
    return { data: { response_data: JSON.stringify(await this.invoke(name, data ? JSON.parse(data) : {})) } }
  }

  private count(action: string): void {
    this.counts[action] = (this.counts[action] ?? 0) + 1
  }
}
