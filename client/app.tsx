import './platform/old-phones'
import { type PropsWithChildren, useEffect } from 'react'
import { keepTicket } from './cloud/ticket'
import { startCloud } from './platform/cloud'
import './app.scss'

// The ticket stands in the address for a moment only; it is taken out before the router reads the address.
keepTicket()

export default function App({ children }: PropsWithChildren) {
  useEffect(() => startCloud(), [])
  return children
}
