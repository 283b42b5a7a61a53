import { startCloud } from '../cloud.ts'
import { inMemory } from './cloud.ts'

// A cloud in a process of its own, to be killed: `serve.ts <folder>`. Its address is the first line it prints.
startCloud(inMemory({ data: process.argv[2] ?? ':memory:' })).then(
  ({ adminUrl }) => process.stdout.write(`${adminUrl}\n`),
  (error) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  },
)
