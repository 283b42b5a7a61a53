import { createHash } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pinyin } from 'pinyin-pro'
import type { GateFile, HelpFile, Shop, ShopsFile } from '#contract/published'
import { messageAdvice, rules } from '#programmes/shenmu-help'
import { townships } from '#programmes/shenmu-places'
import type { OfficeOutput } from '../actions.ts'
import type { CallOffice } from './client.ts'

export type PublishOptions = { out: string; demo: boolean; pollSeconds: number[]; servicePoints: HelpFile['servicePoints']; notices: HelpFile['notices'] }

/** Writes the static files the phones read (scale, rules 7 and 8): each named by its content, the gate last, so that it never points at nothing. */
export async function publish(call: CallOffice, options: PublishOptions): Promise<GateFile> {
  mkdirSync(options.out, { recursive: true })
  const shops: ShopsFile = { townships, shops: (await approved(call)).map(toShop) }
  const help: HelpFile = {
    notices: options.notices,
    rules: [...rules, { question: '这条短信是真的吗？', answer: messageAdvice, clause: '' }],
    servicePoints: options.servicePoints,
  }
  const gate: GateFile = {
    shops: write(options.out, 'shops', shops),
    help: write(options.out, 'help', help),
    pollSeconds: options.pollSeconds,
    demo: options.demo,
  }
  writeWhole(path.join(options.out, 'gate.json'), JSON.stringify(gate))
  return gate
}

type Merchant = OfficeOutput<'merchantList'>['merchants'][number]

async function approved(call: CallOffice): Promise<Merchant[]> {
  const merchants: Merchant[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: OfficeOutput<'merchantList'> = await call('merchantList', { after })
    merchants.push(...page.merchants)
    after = page.next
  }
  return merchants
}

const letters = (name: string, pattern: 'pinyin' | 'first'): string =>
  pinyin(name, { toneType: 'none', pattern, type: 'array', nonZh: 'consecutive' }).join('').toLowerCase().replace(/\s/g, '')

const toShop = ({ terminals, township, ...merchant }: Merchant): Shop => ({
  ...merchant,
  township: indexOfTownship(township),
  tills: [...new Set(terminals.map(({ bank }) => bank))],
  pinyin: letters(merchant.name, 'pinyin'),
  initials: letters(merchant.name, 'first'),
  lastUsed: null,
})

/** Throws when it is none: a shop shown under another town sends people on a long way. */
export function indexOfTownship(name: string): number {
  const index = townships.findIndex((township) => township.name === name)
  if (index < 0) throw new Error(`没有这个镇街：${name}`)
  return index
}

function write(out: string, name: string, content: object): string {
  const text = JSON.stringify(content)
  const file = `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`
  writeWhole(path.join(out, file), text)
  return file
}

/** A reader sees the old file or the new one, never half of it. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text)
  renameSync(`${file}.part`, file)
}
