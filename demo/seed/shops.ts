import { townships } from '#programmes/shenmu-places'
import { seededRandom } from './random.ts'

const kinds = [
  { category: '住宿餐饮', icon: 'noodles', names: ['老面馆', '手工面', '拼三鲜', '羊杂碎'] },
  { category: '住宿餐饮', icon: 'hotpot', names: ['羊肉馆', '铁锅羊肉', '炖菜馆'] },
  { category: '住宿餐饮', icon: 'restaurant', names: ['农家饭店', '家常菜', '大烩菜'] },
  { category: '住宿餐饮', icon: 'lodging', names: ['客栈', '宾馆', '民宿'] },
  { category: '商场百货', icon: 'retail', names: ['百货', '超市', '鞋服城', '粮油店'] },
  { category: '文化旅游', icon: 'culture', names: ['书店', '影院', '非遗工坊', '游客中心'] },
]
const fronts = ['麟州', '二郎山', '窟野河', '杏花滩', '红碱淖', '东兴街', '惠民', '鸿运', '塞上', '枣林', '长城', '石峁', '福源', '春山', '同心']
const streets = ['东兴街', '滨河路', '惠民路', '杏花路', '人民路', '新村路', '麟州街']

/** A shop's terminal of a bank; in this city the number follows from the shop's. */
export const terminalId = (merchantId: string, bank: 'SPDB' | 'ABC'): string => `T${merchantId.slice(1)}${bank === 'SPDB' ? 'S' : 'A'}`

const header = '商户号,名称,类别,图标,镇街,地址,电话,营业时间,纬度,经度,浦发终端,农行终端'

/** A bank's list of 120 approved shops over the 20 townships, as CSV. Positions GCJ-02, scattered around each centre. */
export function merchantsFile(count = 120): string {
  const random = seededRandom(120)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const used = new Set<string>()
  const rows = Array.from({ length: count }, (_, i) => {
    const town = townships[(i + 2) % townships.length] ?? { name: '', lat: 0, lng: 0 }
    const kind = kinds[i % kinds.length] ?? kinds[0]
    let name = i === 0 ? '麟州老面馆' : `${pick(fronts)}${pick(kind?.names ?? [])}`
    while (used.has(name)) name = `${pick(fronts)}${pick(fronts)}${pick(kind?.names ?? [])}`
    used.add(name)
    const id = `M${String(i + 1).padStart(5, '0')}`
    const place = (centre: number) => (centre + (random() - 0.5) * 0.03).toFixed(5)
    const bank = i % 3
    return [
      id,
      name,
      kind?.category,
      kind?.icon,
      town.name,
      `${town.name}${pick(streets)} ${1 + Math.floor(random() * 200)} 号`,
      `0912-00${String(10_000 + i)}`,
      kind?.icon === 'lodging' ? '00:00-24:00' : pick(['07:00-21:30', '09:00-21:00', '10:00-22:00']),
      place(town.lat),
      place(town.lng),
      bank !== 1 ? terminalId(id, 'SPDB') : '',
      bank !== 0 ? terminalId(id, 'ABC') : '',
    ].join(',')
  })
  return `${header}\n${rows.join('\n')}\n`
}
