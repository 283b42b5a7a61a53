// Taro reads this file for the client. No polyfills are bundled (117 KB on weapp, 174 KB on H5): the base library and today's web
// views bring what the client uses, and the few younger names are in client/platform/old-phones.ts.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
}
