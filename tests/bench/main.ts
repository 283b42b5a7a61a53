import { benchRedeem } from './redeem.ts'

const benches: Record<string, (say: (text: string) => void) => Promise<object>> = { redeem: benchRedeem }

/** `npm run bench -- <name> [--json]`: prints what was measured; with `--json` the last line of stdout is the figures. */
async function main(): Promise<void> {
  const [name = '', ...flags] = process.argv.slice(2)
  const bench = benches[name]
  if (!bench || flags.some((flag) => flag !== '--json')) {
    console.error(`usage: npm run bench -- <${Object.keys(benches).join('|')}> [--json]`)
    process.exit(2)
  }
  const figures = await bench((text) => console.error(text))
  console.log(JSON.stringify(figures))
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
