import type { GateFile, HelpFile, ShopsFile } from '../../contract/published'
import { fetchPublished } from '../platform/cloud'
import { readStored, store } from '../platform/storage'

const defaultGate: GateFile = { shops: '', help: '', pollSeconds: [4, 9, 18, 30], demo: false }

/** The gate file, or the last one known when there is no network. */
export async function loadGate(): Promise<GateFile> {
  try {
    const gate = (await fetchPublished('gate.json')) as GateFile
    store('gate', gate)
    return gate
  } catch {
    return readStored<GateFile>('gate') ?? defaultGate
  }
}

/** A file named by its content: what is stored under the name is what it says, so it is fetched once. Null when it cannot be had. */
async function loadNamed<T>(kind: 'shops' | 'help'): Promise<T | null> {
  const kept = readStored<{ name: string; content: T }>(kind)
  const name = (await loadGate())[kind]
  if (kept && (kept.name === name || !name)) return kept.content
  try {
    const content = (await fetchPublished(name)) as T
    store(kind, { name, content })
    return content
  } catch {
    return kept?.content ?? null
  }
}

export const loadShops = (): Promise<ShopsFile | null> => loadNamed<ShopsFile>('shops')
export const loadHelp = (): Promise<HelpFile | null> => loadNamed<HelpFile>('help')
