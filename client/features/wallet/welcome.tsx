import { View } from '@tarojs/components'
import type { Home } from '../../cloud/home'
import { ActionButton } from '../../components/action-button'
import { Dock } from '../../components/dock'
import { Icon } from '../../components/icon'
import { Panel, Way } from '../../components/panel'
import { Strip } from '../../components/strip'
import { go } from '../../platform/go'
import { colors } from '../../styles/colors'
import { noticeOf } from './troubles'

type Props = { home: Home | null; trouble: string | null; loading: boolean; online: boolean }

/** What somebody sees whose phone holds no vouchers yet: loading, no network, or the way to them. */
export function Welcome({ home, trouble, loading, online }: Props) {
  const notice = home ? noticeOf(home.programme, null, trouble, online) : null
  const pending = home?.kind === 'not-bound' ? home.pendingCase : null
  const words = !home
    ? loading
      ? '正在取您的券…'
      : '没有网络，还没有存过您的券。请联网后再打开。'
    : '每位参保居民 5 张，每张 40 元。核对身份后就能看到您的券。'
  return (
    <View>
      {notice ? <Strip kind={notice.kind} text={notice.text} /> : null}
      <View style='display:flex;justify-content:center;padding:40px 0 12px'>
        <Icon name='medal-0' color={colors.date} size={120} />
      </View>
      <View className='title' style='text-align:center'>
        神木消费券
      </View>
      <View className='body' style='text-align:center'>
        {words}
      </View>
      {pending ? (
        <Panel>
          <Way icon='clock' title={`登记号 ${pending.caseNo}`} detail='已收到，工作人员核对后告诉您。' />
        </Panel>
      ) : null}
      <Dock left={{ label: '商户', icon: 'shop', onTap: () => go('shops') }} right={{ label: '帮助', icon: 'doubt', onTap: () => go('help') }}>
        <ActionButton label='核验身份' icon='shield' onTap={() => go('verify')} />
      </Dock>
    </View>
  )
}
