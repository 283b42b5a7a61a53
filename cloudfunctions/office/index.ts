import { serve } from '#runtime/serve'
import { batchIssue } from './issue.ts'
import { keyAdd } from './keys.ts'
import { merchantList, merchantsImport } from './merchants.ts'
import type { Operator } from './operator.ts'
import { rosterAccept } from './roster/accept.ts'
import { rosterBegin } from './roster/begin.ts'
import { rosterReport } from './roster/report.ts'
import { rosterRows } from './roster/rows.ts'

/**
 * The officials' door. Only the server side calls it, with the environment's own credentials: a resident's openid and any HTTP
 * request are refused, besides the platform's rule that clients may not invoke it.
 */
export const main = serve<Operator>({
  name: 'office',
  overHttp: false,
  callerOf: async (_ctx, { openid, http }) => (openid || http ? { ok: false, code: 'NO_SUCH_CALL' } : { kind: 'operator' }),
  actions: { rosterBegin, rosterRows, rosterAccept, rosterReport, merchantsImport, merchantList, batchIssue, keyAdd },
})
