import { benchImport } from './import.ts'
import { benchReport } from './report.ts'
import { benchSave } from './save.ts'
import { benchSearch } from './search.ts'

/** `npm run bench` runs all, `npm run bench -- <id>` one. One JSON line each; exit 1 past a target. */
const benches: Readonly<Record<string, () => Promise<boolean>>> = {
  save: benchSave,
  import: benchImport,
  search: async () =>
    [await benchSearch(100_000, 20, 25), await benchSearch(1_000_000, 250, 5)].every(Boolean),
  report: benchReport,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((id) => !Object.hasOwn(benches, id))
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: not among ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
let isMet = true
for (const [id, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(id)) isMet = (await bench()) && isMet
}
process.exitCode = isMet ? 0 : 1
