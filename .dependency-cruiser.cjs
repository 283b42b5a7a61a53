// The arrows between the rooms (README, map of the house). A rule names what a room may import; everything else of ours is forbidden.
const rooms = '^(client|cloudfunctions|contract|demo|domain|kit|local|programmes|tests)/'
const only = (from, allowed) => ({
  name: `${from} imports ${allowed.length ? allowed.join(', ') : 'no other room'}`,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: rooms, pathNot: [from, ...allowed].map((room) => `^${room}/`) },
})
module.exports = {
  forbidden: [
    only('domain', []),
    only('contract', ['domain']),
    only('programmes', ['domain', 'contract']),
    only('client', ['contract', 'domain']),
    only('cloudfunctions', ['contract', 'domain', 'programmes']),
    only('local', []),
    only('kit', []),
    {
      name: 'features do not import each other',
      severity: 'error',
      from: { path: '^client/features/([^/]+)/' },
      to: { path: '^client/features/', pathNot: '^client/features/$1/' },
    },
    { name: 'components know no feature', severity: 'error', from: { path: '^client/components/' }, to: { path: '^client/(features|pages|cloud)/' } },
    { name: 'only runtime/cloud speaks to the SDK', severity: 'error', from: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/runtime/cloud\\.ts$' }, to: { path: 'wx-server-sdk' } },
    {
      name: 'one function does not reach into another',
      severity: 'error',
      from: { path: '^cloudfunctions/(resident|bank|office)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^cloudfunctions/(resident|bank|office)/', pathNot: '^cloudfunctions/$1/' },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing imports demo or tests', severity: 'error', from: { pathNot: '^(demo|tests|scripts)/|\\.test\\.tsx?$' }, to: { path: '^(demo|tests)/' } },
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' }, exclude: { path: '^(dist|node_modules)/' } },
}
