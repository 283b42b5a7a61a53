export default definePageConfig({ navigationBarTitleText: '神木消费券', navigationBarTextStyle: 'white', navigationStyle: 'custom', enablePullDownRefresh: true })
