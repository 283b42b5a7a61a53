import { UnreadableFile } from './unreadable-file.ts'

/**
 * The text of a file: by its byte order mark, else strict UTF-8, else GB18030. Never the label `gbk`, which maps some names to
 * private-use characters. Throws UnreadableFile when it is none of them.
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  for (const label of mark ? [mark] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {}
  }
  throw new UnreadableFile('认不出文件的编码，请另存为 UTF-8 或 GB18030 的 CSV，或 XLSX。')
}
