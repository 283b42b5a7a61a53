// Taro reads this file for the client. H5 residents have modern web views, so no polyfills are bundled (useBuiltIns: false
// takes 174 KB off the first load).
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: process.env.TARO_ENV === 'h5' ? false : 'usage' }]],
}
