/** What a cloud consists of: one description drives the local cloud and the deployment. */
export type CloudDescription = {
  collections: Record<string, { indexes?: IndexDescription[] }>
  functions: Record<string, { timeoutSeconds: number; memoryMb: number; /** Whether clients may call it by callFunction. */ invoke: boolean }>
  /** HTTP paths and the function behind each; the longest prefix wins. */
  paths: { path: string; function: string }[]
}

/** As CloudBase creates it: a missing field counts as null, also in a unique index. */
export type IndexDescription = { name: string; keys: Record<string, 1 | -1>; unique?: boolean }
