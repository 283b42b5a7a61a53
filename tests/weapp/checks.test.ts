import { expect, test } from 'vitest'
import { foreignHosts, missingFiles } from './references.ts'
import { findings } from './schemas.ts'
import { forbidden } from './scripts.ts'

// The checks themselves: each must find what it is there for.

const names = (source: string): string[] => forbidden(source).map(({ name }) => name)
const files = (content: Record<string, string>) => new Map(Object.entries(content).map(([name, text]) => [name, Buffer.from(text)]))

test('finds unguarded names of a browser, and code made from text', () => {
  expect(names('window.a = 1')).toEqual(['window'])
  expect(names('function f() { return document.body }')).toEqual(['document'])
  expect(names('new Function("return this")')).toEqual(['new Function'])
  expect(names('Function("return this")()')).toEqual(['Function()'])
  expect(names('eval("1")')).toEqual(['eval'])
  expect(names('const a = () => 1')).toEqual(['not ES5'])
})

test('passes what is asked for first, declared in the script, or a mere property', () => {
  expect(names('var a = typeof window !== "undefined" ? window : null')).toEqual([])
  expect(names('if (typeof document === "object") { f(document) }')).toEqual([])
  expect(names('"undefined" !== typeof crypto && crypto.getRandomValues(a)')).toEqual([])
  expect(names('function f(window) { return window.x }')).toEqual([])
  expect(names('function f() { var document = g(); return function () { return document } }')).toEqual([])
  expect(names('a.window = { document: b.fetch }')).toEqual([])
  expect(names('function f() { function g() { var window } return window }')).toEqual(['window'])
})

test('finds a missing page file, import and picture', () => {
  const app = { pages: ['pages/a/index'], sitemapLocation: 'sitemap.json' }
  const found = missingFiles(
    files({ 'app.json': JSON.stringify(app), 'pages/a/index.js': 'require("../../gone")', 'pages/a/index.json': '{}', 'pages/a/index.wxml': '<import src="../../base.wxml"/><image src="/x.png"/>' }),
  )
  expect(found.map(({ to }) => to).sort()).toEqual(['base.wxml', 'gone.js', 'sitemap.json', 'x.png'])
})

test('finds a foreign host', () => {
  expect(foreignHosts(files({ 'a.js': 'f("https://cdn.example.com/x.js")' }))).toEqual([{ file: 'a.js', host: 'cdn.example.com/x.js' }])
})

test('finds an unknown key and a wrong type', () => {
  const app = { pages: ['pages/a/index'], sitemapLocation: 'sitemap.json' }
  expect(findings('app', app)).toEqual([])
  expect(findings('app', { ...app, lazyLoading: true })).toHaveLength(1)
  expect(findings('app', { ...app, window: { navigationBarTextStyle: 'red' } })).toHaveLength(1)
  expect(findings('app', { ...app, requiredPrivateInfos: ['getFuzzyLocation', 'getLocation'] })).not.toEqual([])
  expect(findings('page', { navigationBarTitleText: 1 })).toHaveLength(1)
})
