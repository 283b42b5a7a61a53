import type { Shop } from '#contract/published'
import type { IconName } from '../../art/icons'
import type { Category } from './find'

/** The three scenes of the notice; `plain` is what they are called in elder mode. */
export const categories: readonly { id: Category; name: string; plain: string; icon: IconName }[] = [
  { id: 'dining', name: '住宿餐饮', plain: '吃住', icon: 'bowl' },
  { id: 'retail', name: '商场百货', plain: '买东西', icon: 'bag' },
  { id: 'culture', name: '文化旅游', plain: '游玩', icon: 'tower' },
]

export const categoryName = (category: Category): string => categories.find(({ id }) => id === category)?.name ?? ''

/** The picture of each kind of shop. */
export const shopIcon: Record<Shop['icon'], IconName> = { noodles: 'bowl', hotpot: 'pot', restaurant: 'dish', lodging: 'bed', retail: 'bag', culture: 'tower' }

const banks: Record<string, string> = { SPDB: '浦发银行', ABC: '农业银行' }

/** Whose till stands there. */
export const tillWords = (tills: readonly string[]): string => `${tills.map((till) => banks[till] ?? till).join('、')}收银机`
