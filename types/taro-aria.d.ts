import '@tarojs/components'

// Taro's types leave out what its runtimes pass on: the names and roles for screen readers, and the order of the Tab key.
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaRole?: string
    ariaLabel?: string
    ariaHidden?: boolean
    ariaChecked?: boolean
    ariaSelected?: boolean
    tabIndex?: number
    nativeProps?: Record<string, unknown>
  }
}
