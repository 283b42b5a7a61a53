/** An error in the platform's own codes and words; it travels as `{code, message}` with HTTP status 200. */
export class PlatformError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const contact = 'Please check your request, but if the problem persists, contact us.'
const failed = (message: string) => new PlatformError('DATABASE_REQUEST_FAILED', message)

export const transactionConflict = () =>
  new PlatformError('DATABASE_TRANSACTION_CONFLICT', `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${contact}`)

export const transactionNotExist = () =>
  new PlatformError('DATABASE_TRANSACTION_FAIL', `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${contact}`)

export const duplicateKey = (collection: string, index: string, key: unknown) =>
  failed(
    `[FailedOperation.DuplicateWrite] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${JSON.stringify(key)}}]}, {<nil>}]. ${contact}`,
  )

export const collectionNotExist = (name: string) =>
  new PlatformError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}. ${contact}`)

export const collectionExists = (name: string) => new PlatformError('DATABASE_COLLECTION_ALREADY_EXIST', `Table exist: ${name}. ${contact}`)

export const invalidParameter = (message: string) => new PlatformError('INVALID_PARAM', message)

export const badQuery = (message: string) => failed(`[FailedOperation] (BadValue) ${message}. ${contact}`)

export const refusedUpdate = (message: string) => failed(`[FailedOperation] (WriteError) ${message}. ${contact}`)
