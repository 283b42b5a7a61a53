import { fen } from '../domain/money.ts'
import type { Programme } from '../domain/programme.ts'

/** 神政办发〔2023〕1号 as data. Every number carries its clause (R, notice) or the decision that fills a silence (D). */
export const shenmu2023: Programme = {
  id: 'shenmu-2023',
  name: '神木市2023年惠民电子消费券',
  from: '2023-01-19', // R1, 三
  to: '2023-05-31', // R1, R9, 三 and 七(三)
  demo: false,
  categories: {
    dining: { name: '住宿餐饮', bureau: '市场监管局' }, // R2, R6, 十(二)
    retail: { name: '商场百货', bureau: '工贸局' }, // R2, R6, 十(一)
    culture: { name: '文化旅游', bureau: '文旅局' }, // R2, R6, 十(三)
  },
  pack: { vouchers: 5, faceFen: fen(4_000) }, // R8, 七(二)
  budgetFen: fen(10_000_000_000), // R4, 五(二): 1 亿元
  maxPacks: 500_000, // R4: budget ÷ 200 yuan
  banks: {
    SPDB: { name: '浦发银行神木市支行', app: '浦惠到家' }, // R7, R16
    ABC: { name: '农业银行神木市支行', app: '掌上银行' }, // R7, R16
  },
  funds: { city: { kind: 'city', label: '市财政资金' } }, // R4; enterprises (R5) are added at the desk
  acceptance: 'either', // D2
  code: { prefix: '88', env: 'test', aliasDays: 31, maxSlots: 4 }, // protocol §1
  binding: { perAccountADay: 5, perPhoneADay: 5, perIdNumber: 10 }, // protocol §2
  bank: { clockSkewSeconds: 300, requestMaxAgeSeconds: 60, requestMaxAheadSeconds: 30 }, // protocol §3
  pollSeconds: [4, 9, 18, 30], // scale, rule 5
}

/** The same programme with other dates, marked as a demo (D6). */
export const movedTo = (programme: Programme, from: string, to: string): Programme => ({ ...programme, from, to, demo: true })
