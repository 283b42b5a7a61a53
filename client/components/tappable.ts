type Key = { key: string; preventDefault(): void }

/** What makes a View a control: its role and name, a place in the order of focus, and on H5 the keys that a real button answers to. */
export function tappable(name: string, onTap: () => void, role: 'button' | 'checkbox' | 'tab' | 'radio' = 'button') {
  const keys = process.env.TARO_ENV === 'weapp' ? {} : { onKeyDown: (event: Key) => pressed(event, onTap) }
  return { ariaRole: role, ariaLabel: name, tabIndex: 0, onClick: onTap, hoverClass: 'pressed', hoverStayTime: 60, ...keys }
}

function pressed(event: Key, onTap: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  onTap()
}
