export default definePageConfig({ navigationBarTitleText: '消费券付款码', navigationBarTextStyle: 'white', navigationStyle: 'custom', backgroundColor: '#9C2A1F' })
