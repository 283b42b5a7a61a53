export default defineAppConfig({ pages: ['pages/wallet/index'], window: { navigationBarTitleText: '神木消费券' } })
