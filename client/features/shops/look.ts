import type { Shop } from '../../../contract/published'

export const categories: { id: Shop['category']; name: string; icon: string }[] = [
  { id: 'dining', name: '住宿餐饮', icon: 'bowl' },
  { id: 'retail', name: '商场百货', icon: 'bag' },
  { id: 'culture', name: '文化旅游', icon: 'tower' },
]

/** The picture of each kind of shop. */
export const shopIcon: Record<Shop['icon'], string> = { noodles: 'bowl', hotpot: 'pot', restaurant: 'dish', lodging: 'bed', retail: 'bag', culture: 'tower' }

const banks: Record<string, string> = { SPDB: '浦发银行', ABC: '农业银行' }
/** Whose till stands there. */
export const tillWords = (tills: string[]): string => `${tills.map((till) => banks[till] ?? till).join('、')}收银机`
