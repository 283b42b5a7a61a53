type Key = { key: string; preventDefault(): void }
type Role = 'button' | 'checkbox' | 'radio' | 'tab'

function pressed(event: Key, onTap: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  onTap()
}

// The compiler turns ariaRole into role for H5 only where it stands in JSX, not where it is spread, as these are.
const onWeapp = (role: Role) => ({ ariaRole: role })
const onWeb = (role: Role, onTap: () => void) => ({ role, onKeyDown: (event: Key) => pressed(event, onTap) })
const control: (role: Role, onTap: () => void) => object = process.env.TARO_ENV === 'weapp' ? onWeapp : onWeb

/** What makes a View a control: its role and name, a place in the order of focus, and on H5 the keys that a real button answers to. */
export function tappable(name: string, onTap: () => void, role: Role = 'button') {
  return { ...control(role, onTap), ariaLabel: name, tabIndex: 0, onClick: onTap, hoverClass: 'pressed', hoverStayTime: 60 }
}
