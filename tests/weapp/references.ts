import path from 'node:path'
import { allPages, appJson, jsonOf, named, type OutputFiles, textOf } from './output-files.ts'

export type Missing = { from: string; to: string }

const inFolderOf = (from: string, to: string): string => (to.startsWith('/') ? to.slice(1) : path.posix.join(path.posix.dirname(from), to))
const literal = (text: string): boolean => !text.includes('{{') && !/^[a-z][a-z0-9+.-]*:/i.test(text)

/** Every file another file names and that is not there. */
export function missingFiles(files: OutputFiles): Missing[] {
  const wanted: Missing[] = []
  const want = (from: string, to: string) => wanted.push({ from, to })
  const app = appJson(files)
  for (const page of allPages(app)) for (const ending of ['js', 'json', 'wxml']) want('app.json', `${page}.${ending}`)
  for (const { iconPath, selectedIconPath, pagePath } of app.tabBar?.list ?? []) {
    for (const icon of [iconPath, selectedIconPath]) if (icon) want('app.json', icon)
    want('app.json', `${pagePath}.js`)
  }
  if (app.sitemapLocation) want('app.json', app.sitemapLocation)
  for (const name of named(files, '.json')) {
    const { usingComponents } = jsonOf(files, name) as { usingComponents?: Record<string, string> }
    for (const to of Object.values(usingComponents ?? {})) for (const ending of ['js', 'json', 'wxml']) want(name, `${inFolderOf(name, to)}.${ending}`)
  }
  for (const name of named(files, '.wxml')) {
    for (const [, to] of textOf(files, name).matchAll(/<(?:import|include|wxs)\b[^>]*?\bsrc="([^"]*)"/g)) if (to) want(name, inFolderOf(name, to))
    for (const [, to] of textOf(files, name).matchAll(/<(?:image|cover-image|video)\b[^>]*?\bsrc="([^"]*)"/g)) if (to && literal(to)) want(name, inFolderOf(name, to))
  }
  for (const name of named(files, '.wxss')) {
    for (const [, to] of textOf(files, name).matchAll(/@import\s+(?:url\()?["']?([^"')\s;]+)/g)) if (to && literal(to)) want(name, inFolderOf(name, to))
    for (const [, to] of textOf(files, name).matchAll(/url\(\s*["']?([^"')]+)/g)) if (to && literal(to)) want(name, inFolderOf(name, to))
  }
  for (const name of named(files, '.js')) {
    for (const [, to] of textOf(files, name).matchAll(/\brequire\("([^"]+)"\)/g)) if (to?.startsWith('.')) want(name, inFolderOf(name, to).replace(/(\.js)?$/, '.js'))
    for (const [, to] of textOf(files, name).matchAll(/["'](\/?(?:assets|static|images)\/[\w./-]+\.(?:png|jpe?g|gif|svg|webp))["']/g)) if (to) want(name, to.replace(/^\//, ''))
  }
  return wanted.filter(({ to }) => !files.has(to))
}

// Text that names a host and is never asked: React's explanation of an error, the SVG name space, licences.
const neverAsked = ['reactjs.org/docs/error-decoder', 'www.w3.org/', 'github.com/zloirock', 'taro.com']
// Where published files come from; the deployment puts the city's own address in its place.
const own = ['data.shenmu-voucher.example']

/** Hosts that are neither ours nor mere text. */
export function foreignHosts(files: OutputFiles): { file: string; host: string }[] {
  const found: { file: string; host: string }[] = []
  for (const name of files.keys()) {
    if (name.endsWith('.LICENSE.txt')) continue
    for (const [, address = ''] of textOf(files, name).matchAll(/(?:https?|wss?):\/\/([\w.-]+(?:\/[\w.-]*)*)/g)) {
      if ([...neverAsked, ...own].some((known) => address.startsWith(known))) continue
      found.push({ file: name, host: address })
    }
  }
  return found
}
