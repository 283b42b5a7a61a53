import { callFunction } from '../../runtime/cloud.ts'
import { type CallOffice, officeClient } from './client.ts'

const local = 'http://127.0.0.1:8787/admin'

/**
 * The office of a cloud environment. Credentials and environment id come from the shell (TENCENTCLOUD_SECRETID,
 * TENCENTCLOUD_SECRETKEY, TCB_ENV); what is not set there is the local cloud's.
 */
export function connect(url: string | undefined): CallOffice {
  const { env } = process
  const defaults = {
    TENCENTCLOUD: 'true',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: local }),
  }
  for (const [name, value] of Object.entries(defaults)) env[name] ??= value
  if (url) env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: url })
  return officeClient((event) => callFunction('office', event))
}
