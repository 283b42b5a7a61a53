import { ActionButton } from '../../components/action-button'
import { Dock } from '../../components/dock'
import { go } from '../../platform/go'
import type { WalletScreen } from './phase-of'

const me = { label: '我的', icon: 'user' as const, onTap: () => go('me') }
const shops = { label: '商户', icon: 'shop' as const, onTap: () => go('shops') }
const points = { label: '服务点', icon: 'desk' as const, onTap: () => go('help') }

type Props = { screen: WalletScreen; elder: boolean; onRetry: () => void }

/** The foot of the wallet: the one thing to do next in the middle. */
export function WalletDock({ screen, elder, onRetry }: Props) {
  switch (screen.kind) {
    case 'vouchers':
      return elder ? (
        <Dock
          main={<ActionButton label='出示付款码' icon='qr' onTap={() => go('pay')} />}
          left={{ label: '找商户', icon: 'shop', onTap: () => go('shops') }}
          right={{ label: '找人帮', icon: 'phone', onTap: () => go('help') }}
        />
      ) : (
        <Dock left={shops} main={<ActionButton label='出示付款码' icon='qr' onTap={() => go('pay')} />} right={me} />
      )
    case 'loading':
    case 'nothing':
      return <Dock left={points} main={<ActionButton label='再试一次' icon='refresh' busy={screen.kind === 'loading'} busyLabel='正在取' onTap={onRetry} />} right={me} />
    case 'not-bound':
      return <Dock left={shops} main={<ActionButton label='开始核验' icon='shield' onTap={() => go('verify')} />} right={me} />
    case 'pending':
    case 'not-issued':
      return <Dock left={points} main={<ActionButton label='先去看看商户' icon='shop' onTap={() => go('shops')} />} right={me} />
    case 'before':
      return <Dock main={<ActionButton label='先看看附近商户' icon='shop' onTap={() => go('shops')} />} right={me} />
    case 'after':
      return <Dock left={points} main={<ActionButton label='看使用记录' icon='clock' onTap={() => go('history')} />} right={me} />
  }
}
