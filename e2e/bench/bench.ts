import { benchBackup } from '../../db/bench/backup.ts'
import { benchCpm } from '../../db/bench/cpm.ts'
import { benchFuzz } from '../../db/bench/fuzz.ts'
import { benchImport } from '../../db/bench/import.ts'
import { benchAlerts, benchReport } from '../../db/bench/report.ts'
import { benchSave } from '../../db/bench/save.ts'
import { benchSearch } from '../../db/bench/search.ts'
import { benchXlsx } from '../../db/bench/xlsx.ts'
import { benchXlsxOut } from '../../db/bench/xlsxOut.ts'
import { ensureDisplay } from '../../electron/build/display.ts'
import { ensureSystemLibraries } from '../../electron/build/systemLibraries.ts'
import { benchGantt } from './gantt.ts'
import { benchGrid } from './grid.ts'
import { benchImportWindow } from './importWindow.ts'
import { benchMem } from './mem.ts'
import { benchPage } from './page.ts'
import { benchStart } from './start.ts'

/** `npm run bench` runs all, `npm run bench -- <id>` one. One JSON line each; exit 1 past a target. */
const benches: Readonly<Record<string, () => Promise<boolean>>> = {
  save: benchSave,
  import: benchImport,
  search: async () => [await benchSearch(100_000, 25), await benchSearch(1_000_000, 5)].every(Boolean),
  backup: async () =>
    [await benchBackup(100_000, 1000, 5), await benchBackup(1_000_000, 5000, 3)].every(Boolean),
  report: benchReport,
  alerts: benchAlerts,
  xlsx: benchXlsx,
  fuzz: benchFuzz,
  cpm: () => Promise.resolve(benchCpm()),
  xlsxOut: benchXlsxOut,
  importWindow: benchImportWindow,
  start: benchStart,
  mem: benchMem,
  page: benchPage,
  grid: benchGrid,
  gantt: benchGantt,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((id) => !Object.hasOwn(benches, id))
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: not among ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
await ensureSystemLibraries()
const display = await ensureDisplay()
let isMet = true
for (const [id, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(id)) isMet = (await bench()) && isMet
}
display.stop()
process.exit(isMet ? 0 : 1)
