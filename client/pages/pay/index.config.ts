export default definePageConfig({ navigationBarTitleText: '消费券付款码', navigationBarBackgroundColor: '#9C2A1F', navigationBarTextStyle: 'white' })
