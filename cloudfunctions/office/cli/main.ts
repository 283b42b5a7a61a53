import { Presets, SingleBar } from 'cli-progress'
import Table from 'cli-table3'
import { Command } from 'commander'
import { shenmu2023 } from '#programmes/shenmu-2023'
import { callFunction } from '../../runtime/cloud.ts'
import { officeClient } from './client.ts'
import { importMerchants } from './import-merchants.ts'
import { importRoster, writeReport } from './import-roster.ts'
import { publish } from './publish.ts'

const program = new Command('office').description('工贸局、镇街和银行经办人的命令行').option('--cloud <url>', '云环境的服务端地址', 'http://127.0.0.1:8787/admin')

const office = () => {
  const { cloud } = program.opts<{ cloud: string }>()
  Object.assign(process.env, { TENCENTCLOUD: 'true', TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local', TCB_ENV: 'local' })
  process.env.TENCENTCLOUD_SECRETID ??= 'local'
  process.env.TENCENTCLOUD_SECRETKEY ??= 'local'
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: cloud })
  return officeClient((event) => callFunction('office', event))
}

program
  .command('roster')
  .description('导入参保名册（CSV 或 XLSX），逐行给出结果')
  .argument('<file>')
  .option('--report <csv>', '把逐行结果写成 CSV')
  .action(async (file: string, { report }: { report?: string }) => {
    const bar = new SingleBar({ stream: process.stderr }, Presets.shades_classic)
    bar.start(1, 0)
    const result = await importRoster(office(), file, (done, total) => {
      bar.setTotal(total)
      bar.update(done)
    })
    bar.stop()
    if (report) writeReport(report, result.rows)
    const table = new Table({ head: ['收下', '合并', '退回'], style: { head: [] } })
    table.push([result.counts.accepted, result.counts.merged, result.counts.rejected])
    console.log(table.toString())
    for (const row of result.rows.filter(({ result: what }) => what === 'rejected').slice(0, 20)) console.log(`第 ${row.line} 行：${row.reason}`)
  })

program
  .command('merchants')
  .description('导入商户和终端（CSV 或 XLSX）')
  .argument('<file>')
  .action(async (file: string) => console.log(`已导入 ${await importMerchants(office(), file)} 家商户。`))

program
  .command('issue')
  .description('发放一批券包')
  .requiredOption('--batch <id>', '批次号')
  .requiredOption('--bank <bank>', 'SPDB 或 ABC')
  .requiredOption('--townships <names>', '镇街，用逗号分开')
  .option('--fund <id>', '资金来源', 'city')
  .action(async ({ batch, bank, townships, fund }: { batch: string; bank: 'SPDB' | 'ABC'; townships: string; fund: string }) => {
    const call = office()
    for (;;) {
      const { done, issued } = await call('batchIssue', { batchId: batch, bank, fundId: fund, townships: townships.split(/[,，]/) })
      if (done) return console.log(`批次 ${batch} 已发放 ${issued} 份。`)
    }
  })

program
  .command('publish')
  .description('把商户、帮助写成手机读的静态文件')
  .requiredOption('--out <dir>', '目录')
  .action(async ({ out }: { out: string }) => {
    const gate = await publish(office(), { out, demo: false, pollSeconds: shenmu2023.pollSeconds, servicePoints: [], notices: [] })
    console.log(`已发布 ${gate.shops}、${gate.help}。`)
  })

program.parseAsync().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
