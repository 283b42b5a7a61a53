/**
 * Where a ticket may be taken: a page of the residents' app at our own origin, without anything after it. A ticket given to
 * another address would let its owner sign in as the customer.
 */
export function backAddress(back: unknown, origin: string): string | null {
  if (typeof back !== 'string' || !URL.canParse(back)) return null
  const url = new URL(back)
  const own = url.origin === origin && url.username === '' && url.password === ''
  return own && (url.pathname === '/app' || url.pathname.startsWith('/app/')) ? `${origin}${url.pathname}` : null
}
