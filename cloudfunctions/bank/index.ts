import { openFunction, type Ctx } from '#runtime/ctx'
import { faultOf } from '#runtime/cloud'
import { errorText, writeLog } from '#runtime/log'
import { isHttpEvent, type HttpEvent } from '#runtime/serve'
import { OutcomeUnknown, SystemBusy } from '#runtime/transaction'
import { runCall } from './calls.ts'
import { type BankReply, type HttpReply, refusalReply, signedReply, unsignedReply } from './wire/reply.ts'
import { readSigned, type SignedRequest } from './wire/request.ts'

const fn = openFunction()

/** The banks' door, over HTTP alone: verify → call → sign → answer → log, once. */
export async function main(event: unknown): Promise<HttpReply> {
  const ctx = fn.at(Date.now())
  if (!isHttpEvent(event)) return unsignedReply(refusalReply('NO_SUCH_CALL'))
  try {
    return await answer(ctx, event)
  } catch (error) {
    writeLog('error', 'fault', { fn: 'bank', error: errorText(error) })
    return unsignedReply(refusalReply('SYSTEM_BUSY'))
  }
}

async function answer(ctx: Ctx, event: HttpEvent): Promise<HttpReply> {
  const request = await readSigned(ctx, event)
  if ('code' in request) {
    writeLog('warn', 'not accepted', { fn: 'bank', code: request.code })
    return unsignedReply(refusalReply(request.code))
  }
  const reply = await settle(ctx, request)
  writeLog('info', 'answered', { fn: 'bank', bank: request.bank, status: reply.status, code: String(reply.body.code), ms: Date.now() - ctx.now })
  return signedReply(ctx, request, reply)
}

/** An outcome that is not known is SYSTEM_BUSY, which the bank must not take as final. */
async function settle(ctx: Ctx, request: SignedRequest): Promise<BankReply> {
  try {
    return await runCall(ctx, request.bank, request.method, request.path, request.body)
  } catch (error) {
    const expected = error instanceof SystemBusy || error instanceof OutcomeUnknown || faultOf(error) !== 'unknown'
    const cause = error instanceof Error && error.cause ? error.cause : error
    writeLog(expected ? 'warn' : 'error', 'outcome unknown', { fn: 'bank', bank: request.bank, fault: faultOf(cause), error: errorText(cause) })
    return refusalReply('SYSTEM_BUSY')
  }
}
