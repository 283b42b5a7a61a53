import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { HelpFile } from '#contract/published'
import { shenmu2023 } from '#programmes/shenmu-2023'
import { demoServicePoints, townships } from '#programmes/shenmu-places'
import { readEnv } from '#runtime/env'
import { openVault } from '#runtime/vault'
import { officeClient } from '#cloudfunctions/office/cli/client'
import { importMerchants } from '#cloudfunctions/office/cli/import-merchants'
import { importRoster } from '#cloudfunctions/office/cli/import-roster'
import { publish } from '#cloudfunctions/office/cli/publish'
import type { LocalCloud } from '#local/cloud'
import type { DemoKeys } from '../keys.ts'
import { demoResidents } from './residents.ts'
import { rosterFile } from './roster-file.ts'
import { merchantsFile } from './shops.ts'

export const residentCount = 2_000
export type Progress = (share: number, what: string) => void

/**
 * Fills a demo city through the officials' own actions: keys, roster, merchants, packs, published files. Every step may be
 * repeated, so a seed that was stopped goes on; a marker says that it is whole.
 */
export async function seedCity(cloud: LocalCloud, folder: string, keys: DemoKeys, progress: Progress): Promise<void> {
  const marker = path.join(folder, 'seeded')
  if (existsSync(marker)) return
  const call = officeClient((event) => cloud.invoke('office', event))
  const files = path.join(folder, 'files')
  mkdirSync(files, { recursive: true })

  progress(0.02, '银行密钥')
  await addKeys(call, cloud, keys)
  progress(0.05, '参保名册')
  const roster = path.join(files, 'roster.csv')
  writeFileSync(roster, rosterFile(demoResidents(residentCount)))
  const { counts } = await importRoster(call, roster, (done, total) => progress(0.05 + (0.55 * done) / total, '参保名册'))
  progress(0.6, '商户')
  const merchants = path.join(files, 'merchants.csv')
  writeFileSync(merchants, merchantsFile())
  await importMerchants(call, merchants)
  for (const [bank, half] of [
    ['SPDB', 0],
    ['ABC', 1],
  ] as const) {
    const names = townships.filter((_, i) => i % 2 === half).map(({ name }) => name)
    for (let done = false; !done; ) ({ done } = await call('batchIssue', { batchId: `city-${bank}`, bank, fundId: 'city', townships: names }))
    progress(0.7 + 0.1 * (half + 1), '发放券包')
  }
  progress(0.95, '发布商户和帮助')
  await publish(call, { out: path.join(folder, 'public'), demo: true, pollSeconds: shenmu2023.pollSeconds, servicePoints: demoServicePoints(), notices })
  writeFileSync(marker, JSON.stringify({ at: new Date(cloud.clock.now()).toISOString(), roster: counts }))
  progress(1, '好了')
}

const notices: HelpFile['notices'] = [{ id: 'n1', title: '春节期间，各镇街服务点照常办理', body: '需要核对信息的居民，请带身份证到所在镇街服务点。', date: '' }]

async function addKeys(call: ReturnType<typeof officeClient>, cloud: LocalCloud, keys: DemoKeys): Promise<void> {
  const from = cloud.clock.now() - 86_400_000 * 30
  const to = from + 86_400_000 * 730
  const rest = { algorithm: 'SHA256-RSA2048' as const, from, to }
  for (const bank of ['SPDB', 'ABC'] as const) await call('keyAdd', { bank, serial: `${bank}RSA01`, publicKeyPem: keys.banks[bank].publicKeyPem, ...rest })
  const vault = openVault(readEnv({ KEY_WRAP: keys.values.KEY_WRAP }))
  const privateSealed = vault.seal(keys.own.privateKeyPem, { collection: 'keys', id: 'OWN:VP01', field: 'privateSealed' }, 'WRAP')
  await call('keyAdd', { bank: 'OWN', serial: 'VP01', publicKeyPem: keys.own.publicKeyPem, privateSealed, ...rest })
}
