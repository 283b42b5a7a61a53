import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { allPages, appJson, jsonOf, named, type OutputFiles, readOutput, subpackages, textOf } from './output-files.ts'
import { foreignHosts, missingFiles } from './references.ts'
import { findings } from './schemas.ts'
import { forbidden } from './scripts.ts'

// The mini-program as WeChat would get it: the unmodified dist/weapp.

const kilobyte = 1024
const mainPackageLimit = 400 * kilobyte
const files: OutputFiles = readOutput()
const app = appJson(files)

test('the main package is at most 400 KB', () => {
  const roots = subpackages(app).map(({ root }) => `${root.replace(/\/$/, '')}/`)
  const main = [...files].filter(([name]) => !roots.some((root) => name.startsWith(root)))
  const bytes = main.reduce((sum, [, content]) => sum + content.length, 0)
  expect(bytes, `${Math.round(bytes / kilobyte)} KB`).toBeLessThanOrEqual(mainPackageLimit)
})

test('app.json and every page’s json hold only what WeChat knows', () => {
  expect(findings('app', app)).toEqual([])
  for (const name of named(files, '.json').filter((name) => !['app.json', 'project.config.json', app.sitemapLocation].includes(name))) {
    expect(findings('page', jsonOf(files, name)), name).toEqual([])
  }
})

test('the sitemap and the project’s settings are valid', () => {
  expect(findings('sitemap', jsonOf(files, app.sitemapLocation ?? 'sitemap.json'))).toEqual([])
  const root = path.resolve(__dirname, '../..')
  expect(findings('project', JSON.parse(readFileSync(path.join(root, 'project.config.json'), 'utf8')))).toEqual([])
})

test('every page has its three files, and every file that is named is there', () => {
  expect(allPages(app).length).toBeGreaterThan(0)
  expect(missingFiles(files)).toEqual([])
})

test('every script is ES5, makes no code from text and asks before it touches a browser’s names', () => {
  for (const name of named(files, '.js')) expect(forbidden(textOf(files, name)), name).toEqual([])
})

test('no file speaks to a host that is not ours', () => {
  expect(foreignHosts(files)).toEqual([])
})
