export default definePageConfig({ navigationBarTitleText: '神木消费券', navigationBarBackgroundColor: '#9C2A1F', navigationBarTextStyle: 'white', enablePullDownRefresh: true })
