export default definePageConfig({ navigationBarTitleText: '用券商户' })
