import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { loadHelp } from '../../cloud/published'
import { Icon } from '../../components/icon'
import { Strip } from '../../components/strip'
import { tappable } from '../../components/tappable'
import { go } from '../../platform/go'
import { colors } from '../../styles/colors'
import type { Notice } from './phase-of'
import './notice-line.scss'

type Props = { notice: Notice | null; onSignIn: () => void }

/** The line under the fringe: what is the matter, or else the newest announcement. It always takes its room, so nothing jumps. */
export function NoticeLine({ notice, onSignIn }: Props) {
  const [title, setTitle] = useState<string | null>(null)
  useEffect(() => void loadHelp().then((help) => setTitle(newest(help?.notices ?? []))), [])
  if (notice?.way) {
    return (
      <View className='notice-strip' {...tappable(notice.text, onSignIn)}>
        <Strip kind='alert' text={notice.text} />
      </View>
    )
  }
  if (notice) {
    return (
      <View className='notice-strip'>
        <Strip kind={notice.kind} text={notice.text} />
      </View>
    )
  }
  return (
    <View className='notice' {...(title ? tappable(`公告：${title}`, () => go('help')) : {})}>
      {title ? (
        <>
          <Icon name='horn' color={colors.date} size={20} />
          <Text className='notice__title'>{title}</Text>
          <Icon name='next' color={colors.inkSecond} size={20} />
        </>
      ) : null}
    </View>
  )
}

function newest(notices: readonly { title: string; date: string }[]): string | null {
  return [...notices].sort((a, b) => b.date.localeCompare(a.date))[0]?.title ?? null
}
