// Runs in a worker thread: loads one function and serves one call at a time, as an instance on the platform does.
const { parentPort, workerData } = require('node:worker_threads')

let offsetMs = 0
const RealDate = Date
// The function and the SDK live by the cloud's clock; only the date is moved, never the timers.
class CloudDate extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + offsetMs)
    else super(...parts)
  }
  static now() {
    return RealDate.now() + offsetMs
  }
}
globalThis.Date = CloudDate

let loaded
parentPort.on('message', async ({ id, event, env, offset }) => {
  offsetMs = offset
  for (const name of (process.env.WX_CONTEXT_KEYS ?? '').split(',')) if (name) delete process.env[name]
  Object.assign(process.env, env)
  try {
    loaded ??= require(workerData.file)
    const result = await loaded.main(event, { requestId: id, function_name: workerData.name })
    parentPort.postMessage({ id, result: result === undefined ? null : JSON.parse(JSON.stringify(result)) })
  } catch (error) {
    parentPort.postMessage({ id, error: String((error && error.stack) || error) })
  }
})
