import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './sheet.scss'

/** A white sheet with a fine edge. */
export const Sheet = ({ children }: PropsWithChildren) => <View className='sheet'>{children}</View>
