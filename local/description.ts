/** What a cloud consists of: one description drives the local cloud and the deployment. */
export type CloudDescription = {
  collections: Record<string, { indexes?: IndexDescription[] }>
  functions: Record<string, FunctionDescription>
  /** HTTP paths and the function behind each; the longest prefix wins. */
  paths: { path: string; function: string }[]
  timers?: TimerDescription[]
}

/** As CloudBase creates it: a missing field counts as null, also in a unique index. */
export type IndexDescription = { name: string; keys: Record<string, 1 | -1>; unique?: boolean }

/** `invoke` says whether clients may call it by callFunction. */
export type FunctionDescription = { timeoutSeconds: number; memoryMb: number; invoke: boolean }

/** Seven-field cron in Shanghai time. The local cloud fires a timer only when it is told to. */
export type TimerDescription = { name: string; function: string; cron: string }
