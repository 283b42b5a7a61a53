import Taro from '@tarojs/taro'

/** How high the status bar is, and the line of the title beside WeChat's capsule, in px of the device. */
export type BarSpace = { top: number; height: number }

const plainHeight = 44

function weappSpace(): BarSpace {
  const top = Taro.getWindowInfo().statusBarHeight ?? 20
  const capsule = Taro.getMenuButtonBoundingClientRect()
  // Some base libraries answer with zeros before the first page is laid out.
  return { top, height: capsule.height > 0 ? capsule.height + 2 * (capsule.top - top) : plainHeight }
}

/** The room that the bar of a page takes: on H5 the page begins under the browser's own. */
export const barSpace = process.env.TARO_ENV === 'weapp' ? weappSpace : (): BarSpace => ({ top: 0, height: plainHeight })
