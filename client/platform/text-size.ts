import Taro from '@tarojs/taro'
import { readStored, store } from './storage'

const elderScale = 1.3

/** The resident's own size: WeChat's setting, and more in elder mode. */
export function textScale(): number {
  const system = process.env.TARO_ENV === 'weapp' ? ((Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor ?? 1) : 1
  return Math.max(system, isElder() ? elderScale : 1)
}

export const isElder = (): boolean => readStored<boolean>('elder') === true
export const setElder = (elder: boolean): void => store('elder', elder)
