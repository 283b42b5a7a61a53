import Taro from '@tarojs/taro'

/** Makes the screen bright and keeps it awake while a code is shown; the returned function puts both back. */
function brightenWeapp(): () => void {
  let before = -1
  void Taro.getScreenBrightness().then(({ value }) => {
    before = value
    void Taro.setScreenBrightness({ value: 1 })
  })
  void Taro.setKeepScreenOn({ keepScreenOn: true })
  return () => {
    if (before >= 0) void Taro.setScreenBrightness({ value: before })
    void Taro.setKeepScreenOn({ keepScreenOn: false })
  }
}

function brightenWeb(): () => void {
  // A web page cannot change the brightness; where the browser can keep the screen awake, it does.
  const wakeLock = (navigator as { wakeLock?: { request(type: 'screen'): Promise<{ release(): Promise<void> }> } }).wakeLock
  const lock = wakeLock?.request('screen').catch(() => null)
  return () => void lock?.then((held) => held?.release())
}

export const brighten = process.env.TARO_ENV === 'weapp' ? brightenWeapp : brightenWeb

/** Warns whoever takes a picture of the code; a web page is not told of it. */
export const onScreenshot: (warn: () => void) => () => void =
  process.env.TARO_ENV === 'weapp'
    ? (warn) => {
        Taro.onUserCaptureScreen(warn)
        return () => Taro.offUserCaptureScreen(warn)
      }
    : () => () => undefined

/** Device pixels a CSS pixel. */
export const pixelRatio = (): number => (process.env.TARO_ENV === 'weapp' ? Taro.getWindowInfo().pixelRatio : window.devicePixelRatio) || 1

/** Width of the window in CSS pixels. */
export const windowWidth = (): number => (process.env.TARO_ENV === 'weapp' ? Taro.getWindowInfo().windowWidth : window.innerWidth)
