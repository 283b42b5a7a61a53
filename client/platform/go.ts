import Taro from '@tarojs/taro'

type Page = 'wallet' | 'pay' | 'result' | 'verify' | 'shops' | 'shop' | 'history' | 'help' | 'me'
const address = (page: Page, query = ''): string => `/pages/${page}/index${query ? `?${query}` : ''}`

/** Opens a page on top of this one. */
export const go = (page: Page, query?: string): void => void Taro.navigateTo({ url: address(page, query) })
/** Opens a page in place of this one. */
export const goInstead = (page: Page, query?: string): void => void Taro.redirectTo({ url: address(page, query) })
/** Back to the first screen, whatever lies between. */
export const goHome = (): void => void Taro.reLaunch({ url: address('wallet') })
/** One page back; a page that was opened by its address leads to the first screen. */
export const goBack = (): void => (Taro.getCurrentPages().length > 1 ? void Taro.navigateBack() : goHome())
