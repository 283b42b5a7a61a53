import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Sheet } from './sheet'
import './fact-list.scss'

type Row = { name: string; value: ReactNode }

/** Facts, one a line: what it is, and what is so. */
export const FactList = ({ rows }: { rows: readonly Row[] }) => (
  <Sheet>
    {rows.map(({ name, value }) => (
      <View key={name} className='fact'>
        <Text className='fact__name'>{name}</Text>
        <View className='fact__value'>{value}</View>
      </View>
    ))}
  </Sheet>
)
