import path from 'node:path'
import Database from 'libsql'

/**
 * Makes this process the owner of a folder, for locks and snapshots live in one process. The system gives the folder back when
 * the process dies, however it dies. Returns what gives it back earlier. Throws when another has it.
 */
export function ownFolder(folder: string): () => void {
  const lock = new Database(path.join(folder, 'owner.db'))
  try {
    lock.exec('PRAGMA busy_timeout = 500; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw /locked/.test(String(error)) ? new Error(`${folder} is in use by another process`) : error
  }
  return () => {
    lock.exec('ROLLBACK')
    lock.close()
  }
}
