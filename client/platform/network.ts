import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

const watchWeapp = (change: (online: boolean) => void): (() => void) => {
  const listen = ({ isConnected }: { isConnected: boolean }) => change(isConnected)
  void Taro.getNetworkType().then(({ networkType }) => change(networkType !== 'none'))
  Taro.onNetworkStatusChange(listen)
  return () => Taro.offNetworkStatusChange(listen)
}

const watchWeb = (change: (online: boolean) => void): (() => void) => {
  const listen = () => change(navigator.onLine)
  listen()
  window.addEventListener('online', listen)
  window.addEventListener('offline', listen)
  return () => {
    window.removeEventListener('online', listen)
    window.removeEventListener('offline', listen)
  }
}

const watch = process.env.TARO_ENV === 'weapp' ? watchWeapp : watchWeb

/** Whether the phone believes it has a network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => watch(setOnline), [])
  return online
}
