// Tencent's tests were written for an older jest, which let `describe` take an async function; newer ones refuse it.
const { transformSync } = require('esbuild')

module.exports = {
  process(source, file) {
    const code = source
      // `import * as assert` was callable in those days.
      .replace(/import \* as (\w+) from ('[^']+')/g, 'import $1 = require($2)')
     .replace(/describe\((.+?), async \(\) =>/g, 'describe($1, () =>').replace(/describe\((.+?), async function/g, 'describe($1, function')
    return { code: transformSync(code, { loader: file.endsWith('.ts') ? 'ts' : 'js', format: 'cjs', target: 'node20', sourcefile: file }).code }
  },
}
