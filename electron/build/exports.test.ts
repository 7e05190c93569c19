import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { projectFolder } from './place.ts'

/** Tables and lists that have no 导出, each with the reason why. */
const notLists: Readonly<Record<string, string>> = {
  'parts/CitationPanel.tsx': 'the quotes of one figure',
  'parts/FormulaTable.tsx': 'how one figure is reckoned',
  'parts/ProductTable.tsx': 'how one figure is reckoned',
  'parts/RecordTable.tsx': 'drawn for the lists that use it',
  'screens/alert/AlertList.tsx acknowledged': 'goes out with the list above it',
  'screens/attachment/DocumentStandings.tsx': 'what a form still asks for; 缺件 lists it',
  'screens/batch/BatchGrid.tsx': 'a form: rows that are not saved yet',
  'screens/batch/CellChoices.tsx': 'the choices of one field',
  'screens/change/FieldChanges.tsx': 'a cell of 变更记录',
  'screens/earned/EarnedFigures.tsx': 'what is missing, a note under the figures',
  'screens/import/ColumnMap.tsx': 'a form',
  'screens/import/SavedMappingList.tsx': 'the choices of a form',
  'screens/import/TopRows.tsx': 'the file itself, for choosing its heads',
  'screens/import/UnknownNames.tsx': 'a form',
  'screens/money/annual/SourceText.tsx': 'a cell of 年度投资计划',
  'screens/money/budget/PasteFaults.tsx': 'faults of what was just pasted',
  'screens/money/contract/ContractFacts.tsx': 'fields of one contract; 合同 has them',
  'screens/money/contract/SettleContract.tsx': 'what a dialog will do',
  'screens/money/period/CloseChecklist.tsx': 'a part of the form 结账',
  'screens/overview/BookBars.tsx': 'the sums of the list below it',
  'screens/overview/PlanFigures.tsx': 'three figures of one plan',
  'screens/payment/CorrectionPreview.tsx': 'what a dialog will post',
  'screens/payment/Duplicates.tsx': 'a question of the form',
  'screens/payment/EntryFiles.tsx': 'a field of the form',
  'screens/payment/PayStandingPanel.tsx': 'beside the form; the contract has the list',
  'screens/payment/SplitFields.tsx': 'a field of the form',
  'screens/progress/BoardTable.tsx': 'the cards of one person; the board goes out whole',
  'screens/project/ProjectDiscrepancies.tsx': 'an extract; 核对 has the list',
  'screens/project/ProjectFacts.tsx': 'fields of one project; 项目 has them',
  'screens/project/ProjectMoney.tsx money': 'fields of one project; 项目 has them',
  'screens/schedule/gantt/ImportSchedule.tsx': 'what a dialog will do',
  'screens/schedule/gantt/ProposalPanel.tsx': 'what a dialog will do',
  'screens/schedule/gantt/ScheduleChanges.tsx': 'what a dialog will do',
  'screens/schedule/gantt/ScheduleLegend.tsx': 'a legend',
  'screens/schedule/gantt/UndatedList.tsx': 'an extract; 项目 has the list',
  'screens/schedule/print/SheetPage.tsx': 'paper',
  'screens/schedule/task/LinkRows.tsx': 'a field of the form',
  'screens/start/FirstStart.tsx': 'choices at the start',
  'screens/start/RecentLibraries.tsx': 'choices at the start',
  'Shell.tsx': 'the side bar',
}

/** Lists whose 导出 bears another name than their table. */
const otherNames: Readonly<Record<string, string>> = {
  'screens/alert/AlertList.tsx': 'screens/alert/AlertList.tsx',
  'screens/cash/CashTable.tsx': 'screens/cash/CashPlanBlock.tsx',
  'screens/money/annual/AnnualPlanTable.tsx': 'screens/money/annual/AnnualTab.tsx',
  'screens/money/budget/LineTree.tsx': 'screens/money/budget/ExportLines.tsx',
  'screens/payment/PaymentTable.tsx': 'screens/payment/ExportPayments.tsx',
  'screens/project/ProjectList.tsx': 'screens/project/ProjectList.tsx',
  'screens/report/ReportSheet.tsx': 'screens/report/ExportReport.tsx',
}

const folder = join(projectFolder, 'renderer')
const files = globSync('**/*.tsx', { cwd: folder }).map((path) => ({
  path,
  tree: ts.createSourceFile(
    path,
    readFileSync(join(folder, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  ),
}))
const lists = files.flatMap(({ path, tree }) =>
  elementsOf(tree, ['table', 'ul', 'ol', 'RecordTable', 'TreeGrid', 'Table']).map((element) => ({
    path,
    name: nameOf(element, ['aria-label', 'label'], tree),
  })),
)
const exported = files.flatMap(({ path, tree }) =>
  elementsOf(tree, ['ExportTable', 'ExportChoice']).map((element) => ({
    path,
    name: nameOf(element, ['name'], tree),
  })),
)

test('every list of the app goes out: it has an 导出 of its name, or stands here with the reason', () => {
  const names = new Set(exported.map(({ name }) => name))
  const without = lists.filter(
    ({ path, name }) =>
      (name === null || !names.has(name)) && reasonOf(path, name) === undefined && !(path in otherNames),
  )
  expect(without).toEqual([])
})

test('what is said of lists without an 导出 of their own is still so', () => {
  const paths = new Set(lists.map(({ path }) => path))
  const exporting = new Set(exported.map(({ path }) => path))
  const known = [...Object.keys(notLists), ...Object.keys(otherNames)].map((place) => place.split(' ')[0])
  expect(known.filter((path) => path === undefined || !paths.has(path))).toEqual([])
  // A report is written by a request of its own.
  expect(
    Object.values(otherNames).filter((path) => !exporting.has(path) && !path.endsWith('ExportReport.tsx')),
  ).toEqual([])
})

function reasonOf(path: string, name: string | null): string | undefined {
  return notLists[`${path} ${name?.split(':')[1] ?? ''}`] ?? notLists[path]
}

function elementsOf(tree: ts.SourceFile, tags: readonly string[]): readonly ts.JsxOpeningLikeElement[] {
  const found: ts.JsxOpeningLikeElement[] = []
  const walk = (node: ts.Node): void => {
    if (
      (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) &&
      tags.includes(node.tagName.getText(tree))
    )
      found.push(node)
    ts.forEachChild(node, walk)
  }
  walk(tree)
  return found
}

/** The key of the text that names an element, with its namespace; a name that is handed in, with its file. */
function nameOf(
  element: ts.JsxOpeningLikeElement,
  attributes: readonly string[],
  tree: ts.SourceFile,
): string | null {
  const given = element.attributes.properties
    .filter(ts.isJsxAttribute)
    .find((one) => attributes.includes(one.name.getText(tree)))?.initializer
  if (given === undefined || !ts.isJsxExpression(given) || given.expression === undefined) return null
  const own = given.expression
  if (!ts.isCallExpression(own)) return `${tree.fileName}:${own.getText(tree)}`
  const [key] = own.arguments
  if (key === undefined || !ts.isStringLiteral(key)) return null
  return key.text.includes(':') ? key.text : `${namespaceAt(element, tree)}:${key.text}`
}

/** The first namespace of the useTranslation that stands nearest above. */
function namespaceAt(element: ts.Node, tree: ts.SourceFile): string {
  const before = tree.text.slice(0, element.getStart(tree))
  const calls = [...before.matchAll(/useTranslation\(\[?'(\w+)'/g)]
  return calls.at(-1)?.[1] ?? ''
}
