import { View } from '@tarojs/components'
import { hello } from '#domain/hello'
export default function WalletPage() { return <View>{hello()}</View> }
