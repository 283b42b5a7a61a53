import path from 'node:path'
import { createContext, runInContext, Script } from 'node:vm'
import { type OutputFiles, textOf } from './output-files.ts'

/** What the phone kept before the app was opened. `encrypted` is what `setStorage({encrypt: true})` wrote. */
export type Kept = { plain: Record<string, unknown>; encrypted: Record<string, unknown> }
type PageConfig = Record<string, (...args: unknown[]) => unknown>
export type OpenPage = { texts(): string[]; close(): void }

/**
 * Runs the unmodified output's scripts as WeChat does: CommonJS files, no `window`, no `document`, no WebCrypto, one clock.
 * It draws nothing; what a page would show is read from its setData.
 */
export class WeappBundle {
  private readonly loaded = new Map<string, { exports: unknown }>()
  private readonly pages = new Map<string, PageConfig>()
  private readonly context: object
  /** Which file is being run: `Page()` belongs to it, though a shared chunk may call it. */
  private current = ''
  private app: PageConfig = {}
  private readonly opened: object[] = []

  constructor(
    private readonly files: OutputFiles,
    kept: Kept,
    now: number,
  ) {
    this.context = createContext({
      wx: wxStub(kept),
      App: (config: PageConfig) => {
        this.app = config
      },
      Page: (config: PageConfig) => void this.pages.set(this.current, config),
      Component: () => undefined,
      getApp: () => this.app,
      getCurrentPages: () => this.opened,
      console,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
    })
    // The clock stands still, so that a code can be compared with its vector.
    runInContext(`Date.now = function () { return ${now} }`, this.context)
    this.run('app.js')
    for (const moment of ['onLaunch', 'onShow']) this.app[moment]?.call(this.app, { path: '', query: {}, scene: 1001 })
  }

  /** Opens a page; it shows what it has when `texts()` is asked. */
  open(route: string): OpenPage {
    this.run(`${route}.js`)
    const config = this.pages.get(`${route}.js`)
    if (!config) throw new Error(`${route}.js registered no page`)
    const data: Record<string, unknown> = {}
    // What crosses to the view crosses as JSON.
    const setData = (change: Record<string, unknown>, done?: () => void): void => {
      Object.assign(data, JSON.parse(JSON.stringify(change)))
      done?.()
    }
    const page = { ...config, route, __route__: route, options: {}, data, setData }
    this.opened.push(page)
    for (const moment of ['onLoad', 'onShow', 'onReady']) config[moment]?.call(page, {})
    return { texts: () => strings(data), close: () => void config.onUnload?.call(page) }
  }

  private run(name: string): unknown {
    const known = this.loaded.get(name)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.loaded.set(name, module)
    const outer = this.current
    this.current = name
    const source = `(function (require, module, exports, window, document, fetch, localStorage, navigator, location, crypto, XMLHttpRequest) {${textOf(this.files, name)}\n})`
    const body = new Script(source, { filename: `dist/weapp/${name}` }).runInContext(this.context) as (...args: unknown[]) => void
    body.call(undefined, (to: string) => this.run(path.posix.join(path.posix.dirname(name), to).replace(/(\.js)?$/, '.js')), module, module.exports)
    this.current = outer
    return module.exports
  }
}

function strings(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') found.push(value)
  else if (value && typeof value === 'object') for (const inner of Object.values(value)) strings(inner, found)
  return found
}

type Options = Record<string, unknown> & { success?: (result: object) => void; fail?: (result: object) => void; complete?: (result: object) => void }

const accepted = 'onAppShow offAppShow onAppHide offAppHide onNetworkStatusChange offNetworkStatusChange onUserCaptureScreen offUserCaptureScreen onError onUnhandledRejection onPageNotFound onThemeChange onWindowResize setScreenBrightness setKeepScreenOn setNavigationBarTitle setNavigationBarColor showToast hideToast pageScrollTo removeStorage navigateTo redirectTo reLaunch navigateBack'.split(' ')

/** As much of `wx` as the app asks for on its way to a code, with no network. */
function wxStub({ plain, encrypted }: Kept): object {
  const answer = (result: object) => (options: Options = {}) => {
    options.success?.(result)
    options.complete?.(result)
    return undefined
  }
  const refuse = (options: Options = {}) => {
    options.fail?.({ errMsg: 'fail' })
    options.complete?.({ errMsg: 'fail' })
  }
  const known: Record<string, unknown> = {
    getStorageSync: (key: string) => plain[key] ?? '',
    setStorageSync: (key: string, value: unknown) => {
      plain[key] = value
    },
    removeStorageSync: (key: string) => {
      delete plain[key]
    },
    getStorage: (options: Options) => {
      const value = (options.encrypt ? encrypted : plain)[String(options.key)]
      return value === undefined ? refuse(options) : answer({ data: value })(options)
    },
    setStorage: answer({}),
    getStorageInfoSync: () => ({ keys: [...Object.keys(plain), ...Object.keys(encrypted)] }),
    getWindowInfo: () => ({ pixelRatio: 2, windowWidth: 375, windowHeight: 667, statusBarHeight: 20, safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 } }),
    getSystemInfoSync: () => ({ pixelRatio: 2, windowWidth: 375, windowHeight: 667, platform: 'android', SDKVersion: '3.8.0' }),
    getAppBaseInfo: () => ({ SDKVersion: '3.8.0', fontSizeScaleFactor: 1 }),
    getDeviceInfo: () => ({ platform: 'android' }),
    getMenuButtonBoundingClientRect: () => ({ top: 24, bottom: 56, left: 281, right: 368, width: 87, height: 32 }),
    getNetworkType: answer({ networkType: 'none' }),
    getScreenBrightness: answer({ value: 0.5 }),
    canIUse: () => true,
    cloud: { init: () => undefined, callFunction: () => new Promise(() => undefined) },
    request: refuse,
    ...Object.fromEntries(accepted.map((name) => [name, answer({})])),
  }
  // Anything else succeeds with nothing, as an old phone's no-op would; the drawn text is what is judged.
  return new Proxy(known, { get: (target, name) => (name in target || typeof name === 'symbol' || name === 'webpackJsonp' ? target[String(name)] : answer({})) })
}
