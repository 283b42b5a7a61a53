/** What the platform puts into every function's environment; with it the SDK makes no look-ups of its own. */
export const platformEnv = (adminUrl: string, env: string): Record<string, string> => ({
  TENCENTCLOUD: 'true',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  SCF_NAMESPACE: env,
  TCB_ENV: env,
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
})
