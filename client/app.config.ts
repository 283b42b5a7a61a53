export default defineAppConfig({
  pages: [
    'pages/wallet/index',
    'pages/pay/index',
    'pages/result/index',
    'pages/verify/index',
    'pages/shops/index',
    'pages/shop/index',
    'pages/history/index',
    'pages/help/index',
    'pages/me/index',
  ],
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
