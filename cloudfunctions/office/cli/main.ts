import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { demoServicePoints, townships as places } from '#programmes/shenmu-places'
import { shenmu2023 } from '#programmes/shenmu-2023'
import { endOfDate, startOfDate } from '#domain/shanghai'
import { townshipOf } from '../roster/township.ts'
import { OfficeRefused } from './client.ts'
import { importMerchants } from './import-merchants.ts'
import { importRoster } from './import-roster.ts'
import { connect } from './connect.ts'
import { publish } from './publish.ts'
import { readServicePoints } from './service-points.ts'
import { progressBar, showReport } from './show.ts'

const program = new Command('office')
  .description('工贸局、镇街和银行经办人的命令行')
  .option('--cloud <url>', '云环境的服务端地址（本机默认 http://127.0.0.1:8787/admin）')
const office = () => connect(program.opts<{ cloud?: string }>().cloud)
const bankOption = () => new Option('--bank <bank>', 'SPDB 浦发 或 ABC 农行').choices(['SPDB', 'ABC']).makeOptionMandatory()

program
  .command('roster')
  .description('导入参保名册（CSV 或 XLSX），逐行给出结果；同一文件再导入不会重复')
  .argument('<file>', '名册文件')
  .option('--report <csv>', '把逐行结果写成 CSV')
  .action(async (file: string, { report }: { report?: string }) => {
    const bar = progressBar()
    const result = await importRoster(office(), file, bar.update).finally(bar.stop)
    if (result.alreadyThere) console.log('这个文件以前导入过，没有改动。下面是当时的结果。')
    showReport({ 收下: result.counts.accepted, 合并: result.counts.merged, 退回: result.counts.rejected }, result.rows, report)
  })

program
  .command('merchants')
  .description('导入商户和终端（CSV 或 XLSX），逐行给出结果')
  .argument('<file>', '商户文件')
  .option('--report <csv>', '把逐行结果写成 CSV')
  .action(async (file: string, { report }: { report?: string }) => {
    const { added, known, rejected, rows } = await importMerchants(office(), file)
    showReport({ 新增: added, 已有: known, 退回: rejected }, rows, report)
  })

program
  .command('issue')
  .description('发放一批券包，没有这项资金的券的人每人一份')
  .requiredOption('--batch <id>', '批次号')
  .addOption(bankOption())
  .option('--townships <names>', '镇街，用逗号分开；不写就是全市')
  .option('--fund <id>', '资金来源', 'city')
  .action(async ({ batch, bank, townships, fund }: { batch: string; bank: 'SPDB' | 'ABC'; townships?: string; fund: string }) => {
    const call = office()
    const names = townships ? townships.split(/[,，、]/).map(townshipNamed) : []
    for (;;) {
      const { done, issued, moneySpent } = await call('batchIssue', { batchId: batch, bank, fundId: fund, townships: names })
      if (moneySpent) throw new OfficeRefused(`资金只够 ${shenmu2023.maxPacks} 份，批次 ${batch} 发到 ${issued} 份为止。`)
      if (done) return console.log(`批次 ${batch} 已发放 ${issued} 份。`)
    }
  })

program
  .command('key')
  .description('登记银行的公钥')
  .argument('<pem>', '公钥文件（PEM）')
  .addOption(bankOption())
  .requiredOption('--serial <serial>', '证书序列号')
  .addOption(new Option('--algorithm <name>', '签名算法').choices(['SHA256-RSA2048', 'SM2-WITH-SM3']).default('SHA256-RSA2048'))
  .requiredOption('--from <date>', '启用日期，如 2023-01-19')
  .requiredOption('--to <date>', '停用日期（当天仍可用）')
  .action(
    async (
      pem: string,
      { from, to, ...rest }: { bank: 'SPDB' | 'ABC'; serial: string; algorithm: 'SHA256-RSA2048' | 'SM2-WITH-SM3'; from: string; to: string },
    ) => {
      const { added } = await office()('keyAdd', { ...rest, publicKeyPem: readFileSync(pem, 'utf8'), from: startOfDate(from), to: endOfDate(to) })
      console.log(added ? `已登记 ${rest.bank} 的公钥 ${rest.serial}。` : `公钥 ${rest.serial} 已登记过，没有改动。`)
    },
  )

program
  .command('publish')
  .description('把商户、服务点和帮助写成手机读的静态文件')
  .requiredOption('--out <dir>', '目录')
  .option('--service-points <file>', '服务点表（镇街、名称、地址、办理时间、电话）')
  .option('--demo', '注明这是演示；没有服务点表时，每个镇街放一个演示服务点', false)
  .action(async ({ out, servicePoints: file, demo }: { out: string; servicePoints?: string; demo: boolean }) => {
    const servicePoints = file ? await readServicePoints(file) : demo ? demoServicePoints() : []
    const gate = await publish(office(), { out, demo, pollSeconds: shenmu2023.pollSeconds, servicePoints, notices: [] })
    console.log(`已发布 ${gate.shops}、${gate.help}。`)
    const without = places.filter((_, i) => !servicePoints.some(({ township }) => township === i))
    if (without.length > 0) console.log(`还没有服务点的镇街：${without.map(({ name }) => name).join('、')}。`)
  })

function townshipNamed(text: string): string {
  const name = townshipOf(text)
  if (!name) throw new OfficeRefused(`没有这个镇街：${text}`)
  return name
}

program.parseAsync().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
