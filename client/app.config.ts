const later = ['result', 'verify', 'shops', 'shop', 'history', 'help', 'me'].map((page) => `pages/${page}`)

export default defineAppConfig({
  pages: ['pages/wallet/index', 'pages/pay/index'],
  // Everything but vouchers and code comes after the first screen, while the network is there anyhow: a result needs it too.
  subPackages: later.map((root) => ({ root, pages: ['index'] })),
  preloadRule: { 'pages/wallet/index': { network: 'all', packages: later } },
  window: {
    navigationBarTitleText: '神木消费券',
    navigationBarBackgroundColor: '#F8F1E6',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F8F1E6',
    enablePullDownRefresh: false,
    // Screen draws the bar, so that the red paper reaches the top edge.
    navigationStyle: 'custom',
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  sitemapLocation: 'sitemap.json',
})
