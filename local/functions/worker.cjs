// Runs in a worker thread: loads one function and serves one call at a time, as an instance on the platform does.
const { parentPort, workerData } = require('node:worker_threads')

const realNow = Date.now
let offsetMs = Number(workerData.offset)
const now = () => realNow() + offsetMs

// The function and the SDK live by the cloud's clock; only the date is moved, never the timers. A proxy keeps `instanceof`.
globalThis.Date = new Proxy(Date, {
  construct: (target, parts, as) => Reflect.construct(target, parts.length === 0 ? [now()] : parts, as),
  apply: () => new Date(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
Object.defineProperty(Date.prototype, 'constructor', { value: globalThis.Date, configurable: true, writable: true })

/** Values of one call must not be left for the next. */
let given = []
function setEnv(env) {
  for (const name of given) delete process.env[name]
  Object.assign(process.env, env)
  given = Object.keys(env)
}

const fault = (error) => String((error && error.stack) || error)

// Loading is not part of a call: on the platform it has a time limit of its own.
let main
let broken
try {
  main = require(workerData.file).main
  if (typeof main !== 'function') throw new Error(`${workerData.file} exports no main`)
} catch (error) {
  broken = error
}

parentPort.on('message', async ({ id, event, env, offset }) => {
  offsetMs = offset
  setEnv(env)
  try {
    if (broken) throw broken
    const result = await main(JSON.parse(event), { request_id: id, function_name: workerData.name, namespace: process.env.TCB_ENV })
    parentPort.postMessage({ id, result: JSON.stringify(result === undefined ? null : result) })
  } catch (error) {
    parentPort.postMessage({ id, error: fault(error) })
  }
})
// A promise nobody awaits does not end an instance on the platform; it is written down.
process.on('unhandledRejection', (error) => console.error(fault(error)))
parentPort.postMessage({ ready: true })
