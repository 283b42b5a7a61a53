export default definePageConfig({ navigationBarTitleText: '使用记录', navigationStyle: 'custom' })
