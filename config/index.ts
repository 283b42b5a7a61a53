import path from 'node:path'
import type { UserConfigExport } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
const outside = ['domain', 'contract', 'programmes'].map((room) => path.join(root, room))

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
  mini: {
    compile: { include: outside },
  },
  h5: {
    publicPath: '/app/',
    staticDirectory: 'static',
    compile: { include: outside },
    router: { mode: 'hash' },
  },
}
export default config
