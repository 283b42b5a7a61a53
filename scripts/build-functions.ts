import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(__dirname, '..')

/**
 * Bundles each cloud function into one file, dist/cloudfunctions/<name>/index.js, because WeChat uploads a function's folder
 * alone. Parts of the SDK nobody calls (AI models, the client SDK) are left out: they make every cold start slower.
 */
export async function buildFunctions(outDir = path.join(root, 'dist/cloudfunctions')): Promise<string[]> {
  const source = path.join(root, 'cloudfunctions')
  const names = readdirSync(source).filter((name) => existsSync(path.join(source, name, 'index.ts')))
  await build({
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, path.join(source, name, 'index.ts')])),
    outdir: outDir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifySyntax: true,
    sourcemap: 'linked',
    logLevel: 'error',
    plugins: [unusedSdkParts],
  })
  for (const name of names) {
    mkdirSync(path.join(outDir, name), { recursive: true })
    writeFileSync(path.join(outDir, name, 'package.json'), `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`)
    writeFileSync(path.join(outDir, name, 'config.json'), `${JSON.stringify({ permissions: { openapi: name === 'resident' ? ['phonenumber.getPhoneNumber'] : [] } }, null, 2)}\n`)
  }
  return names
}

const unusedSdkParts = {
  name: 'unused-sdk-parts',
  setup(plugin: import('esbuild').PluginBuild) {
    plugin.onResolve({ filter: /^(@cloudbase\/(ai|wx-cloud-client-sdk)|wx-cloud-client-sdk)/ }, ({ path: name }) => ({ path: name, namespace: 'unused' }))
    plugin.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
  },
}

if (require.main === module) buildFunctions().then((names) => console.log(`built ${names.join(', ')}`))
