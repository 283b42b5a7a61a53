/** A file that cannot be read as what it should be; the message is for the clerk. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
}
