import { serve } from '#runtime/serve'
import { activatePhone } from './activate-phone.ts'
import { bind } from './bind.ts'
import { type Caller, callerOf } from './caller.ts'
import { home } from './home.ts'
import { history, orderResult } from './orders.ts'
import { session, ticketNonce } from './session.ts'

/** The residents' door: WeChat by openid, a bank's H5 by session (protocol §2). */
export const main = serve<Caller>({
  name: 'resident',
  overHttp: true,
  callerOf,
  actions: { home, ticketNonce, session, bind, activatePhone, orderResult, history },
})
