import path from 'node:path'
import type { UserConfigExport } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
const outside = ['domain', 'contract', 'programmes', 'config'].map((room) => path.join(root, room))
const isWeapp = process.env.TARO_ENV === 'weapp'

/** What differs between the demo and a real environment; the client reads it as `process.env.TARO_APP_…`. */
const settings: Record<string, string> = {
  /** CloudBase environment of the mini-program; empty: the one the console calls default. */
  TARO_APP_CLOUD_ENV: '',
  /** Where the published files lie. H5 is served from the same origin as they are. */
  TARO_APP_DATA_BASE: isWeapp ? 'https://data.shenmu-voucher.example' : '/data',
  /** The bank app's bridge that vouches for the person (H5 only). */
  TARO_APP_BANK_APP: '/bank-app',
}

/** Packages written in a newer language than old phones speak. */
const newerLanguage = ['sm-crypto', '@noble', 'qrcode-generator'].map((name) => path.join(root, 'node_modules', name))

// Taro's types do not know baseLevel, its builder does.
const mini = {
  // A px stays a px: text follows the resident's own size, and a wider phone shows wider cards, not larger ones.
  postcss: { pxtransform: { enable: false, config: {} } },
  compile: { include: [...outside, ...newerLanguage] },
  optimizeMainPackage: { enable: true },
  // Templates of 3 levels, and deeper trees through Taro's own component: each level more would be 3 KB.
  baseLevel: 3,
  runtime: { enableInnerHTML: false, enableAdjacentHTML: false, enableTemplateContent: false, enableCloneNode: false },
  minifyXML: { collapseWhitespace: true },
}

const config: UserConfigExport<'webpack5'> = {
  projectName: 'shenmu-voucher',
  date: '2026-11-25',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'client',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  env: Object.fromEntries(Object.entries(settings).map(([name, usual]) => [name, JSON.stringify(process.env[name] ?? usual)])),
  copy: { patterns: [isWeapp ? { from: 'client/sitemap.json', to: 'dist/weapp/sitemap.json' } : { from: 'client/manifest.json', to: 'dist/h5/manifest.json' }], options: {} },
  plugins: isWeapp ? [path.resolve(__dirname, 'aria.ts')] : [],
  terser: { enable: true, config: { keep_fnames: false, compress: { drop_console: true, passes: 2 }, output: { ascii_only: false, comments: false } } },
  mini,
  h5: {
    postcss: { pxtransform: { enable: false, config: {} } },
    publicPath: '/app/',
    staticDirectory: 'static',
    compile: { include: outside },
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    webpackChain(chain) {
      // SM3 is for weapp alone; its package does not say that an unused import may be left out.
      chain.module.rule('unused-sm3').test(/[\\/]sm-crypto[\\/]/).set('sideEffects', false)
      // One file that hardly ever changes, and one that the pages share: 380 KB at first instead of 554.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          default: false,
          defaultVendors: false,
          vendors: { name: 'vendors', chunks: 'initial', test: /[\\/]node_modules[\\/]/, priority: 10 },
          shared: { name: 'shared', chunks: 'async', minChunks: 2, priority: 5 },
        },
      })
    },
  },
}
export default config
