import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command, InvalidArgumentError } from 'commander'
import { buildStale } from './build.ts'
import { shanghaiDate } from '#domain/shanghai'
import { type City, openCity } from './city.ts'

const toPort = (text: string): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('a port is a number from 0 to 65535')
  return port
}
const toDate = (text: string): string => {
  if (Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('an ISO date, e.g. 2026-01-19T12:00:00+08:00')
  return text
}

type Options = { port: number; data: string; reset: boolean; now?: string; json: boolean; via?: string }

const program = new Command('start')
  .description('the demo city: cloud, residents’ app, till')
  .option('--port <n>', 'port', toPort, 8787)
  .option('--data <dir>', 'where the city is kept', '.data')
  .option('--reset', 'begin a new city', false)
  .option('--now <iso>', 'set the clock', toDate)
  .option('--via <url>', 'functions reach the database through this address')
  .option('--json', 'print one line of JSON', false)

async function start(options: Options): Promise<void> {
  const say = (text: string) => process.stderr.write(`${text}\n`)
  await buildStale(say)
  mkdirSync(options.data, { recursive: true })
  const bar = new SingleBar({ format: '{bar} {percentage}% {what}', stream: process.stderr, hideCursor: true, noTTYOutput: false })
  let shown = false
  const progress = (share: number, what: string): void => {
    if (!shown) bar.start(100, 0, { what })
    shown = true
    bar.update(Math.round(share * 100), { what })
    if (share >= 1) bar.stop()
  }
  let city: City | null = null
  const end = (): void => {
    bar.stop()
    // A seed that is stopped goes on at the next start.
    if (!city) process.exit(0)
    void city.cloud.stop().then(() => process.exit(0))
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  city = await openCity({ ...options, progress, log: (line) => appendFileSync(path.join(options.data, 'cloud.log'), `${line}\n`) })
  if (options.json) {
    const { url, till, admin, bank } = city
    process.stdout.write(`${JSON.stringify({ url, till, admin, bank })}\n`)
  } else process.stdout.write(whereToGo(city))
  if (shanghaiDate(city.cloud.clock.now()) > city.keys.to) say(`这座演示城的活动已在 ${city.keys.to} 结束，要新的请加 --reset。The programme of this city is over: add --reset for a new one.`)
}

const whereToGo = ({ url, till, bank, keys }: City): string => `
  神木惠民消费券 · 演示（活动 ${keys.from} 至 ${keys.to}）
  Shenmu e-vouchers, a demo: nobody in it exists, no money moves.

  1  居民   Resident    ${url}
            从银行应用里打开消费券，出示付款码。Open the vouchers in the played bank app, show the payment code.
  2  收银台 Till        ${till}
            输入账单，扫码或粘贴付款码。Type the bill, scan or paste the code.
     银行接口 Banks     ${bank}/v1/…

  Ctrl-C 结束，再启动接着用。Ctrl-C ends; the next start goes on where this one was.
`

program.parse()
start(program.opts<Options>()).catch((error: NodeJS.ErrnoException) => {
  process.stderr.write(error.code === 'EADDRINUSE' ? '这个端口有人在用，请换一个：npm start -- --port 8790\n' : `${error.message}\n`)
  process.exit(1)
})
