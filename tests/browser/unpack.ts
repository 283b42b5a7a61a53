import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import tar from 'tar-fs'

const root = path.resolve(__dirname, '../..')
const packed = path.join(root, 'node_modules/@sparticuz/chromium')
const fonts = path.join(root, 'node_modules/@embedpdf/fonts-sc/fonts')

export type UnpackedBrowser = { executable: string; libraries: string; fontConfig: string }

/**
 * The browser of the npm package, unpacked once into the project's cache. The package's own helper is not used: it leaves out
 * libraries and writes into the machine's common temp folder.
 */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const { version } = JSON.parse(await readFile(path.join(packed, 'package.json'), 'utf8')) as { version: string }
  const folder = path.join(root, '.cache/chromium', version)
  if (!(await exists(folder))) await unpackInto(folder)
  return { executable: path.join(folder, 'chromium'), libraries: path.join(folder, 'al2023/lib'), fontConfig: path.join(folder, 'fonts.conf') }
}

/** Two processes may unpack at once: each fills its own part folder, and the first rename wins. */
async function unpackInto(folder: string): Promise<void> {
  const part = `${folder}.${process.pid}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { recursive: true })
  const open = (name: string) => createReadStream(path.join(packed, 'bin', name))
  await pipeline(open('chromium.br'), createBrotliDecompress(), createWriteStream(path.join(part, 'chromium'), { mode: 0o755 }))
  for (const name of ['al2023', 'swiftshader']) await pipeline(open(`${name}.tar.br`), createBrotliDecompress(), tar.extract(path.join(part, name)))
  await writeFile(path.join(part, 'fonts.conf'), fontsConf(path.join(folder, 'fonts-cache')))
  try {
    await rename(part, folder)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    if (!(await exists(folder))) throw error
  }
}

/** The machine may have no Chinese font at all, so the pictures use the package's. */
const fontsConf = (cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>
`

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )
