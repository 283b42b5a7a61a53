import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(__dirname, '../../dist/weapp')

/** The files WeChat would be given, as they are: path inside dist/weapp → bytes. */
export type OutputFiles = Map<string, Buffer>

export function readOutput(): OutputFiles {
  if (!existsSync(path.join(folder, 'app.json'))) throw new Error('dist/weapp is missing: run `npm run build:weapp` first.')
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    names.map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)]
    }),
  )
}

export const textOf = (files: OutputFiles, name: string): string => {
  const bytes = files.get(name)
  if (!bytes) throw new Error(`dist/weapp/${name} is missing`)
  return bytes.toString('utf8')
}
export const jsonOf = (files: OutputFiles, name: string): unknown => JSON.parse(textOf(files, name))
export const named = (files: OutputFiles, ending: string): string[] => [...files.keys()].filter((name) => name.endsWith(ending))

export type AppJson = {
  pages: string[]
  subpackages?: { root: string; pages: string[] }[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { custom?: boolean; list: { pagePath: string; iconPath?: string; selectedIconPath?: string }[] }
  usingComponents?: Record<string, string>
  sitemapLocation?: string
}
export const appJson = (files: OutputFiles): AppJson => jsonOf(files, 'app.json') as AppJson
export const subpackages = (app: AppJson) => [...(app.subpackages ?? []), ...(app.subPackages ?? [])]
export const allPages = (app: AppJson): string[] => [...app.pages, ...subpackages(app).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page)))]
