import type { Sentences } from './sentences.ts'

/** Of files and cells that are imported, row by row. */
export const importSentences = {
  dateMissing: ['没有日期', 'The date is missing'],
  dateUnread: [
    '“{text}”不是日期；可写 2024-03-05、2024/3/5、2024年3月5日、2024.3.5 或 20240305',
    '“{text}” is no day; write 2024-03-05, 2024/3/5 or 20240305',
  ],
  pctUnread: ['“{text}”不是比例，例如 3% 或 3', '“{text}” is no percentage, such as 3% or 3'],
  yesNoUnread: ['“{text}”不是“是”或“否”', '“{text}” is neither yes nor no'],
  daysUnread: ['“{text}”不是天数，例如 30', '“{text}” is no number of days, such as 30'],
  importNegative: [
    '金额为负：退款请写明款项性质“退款”，冲销请在台账中办理',
    'The amount is negative: name its kind 退款 if it is a refund; reverse an entry in the ledger',
  ],
  importKindUnknown: ['不认识的类型“{text}”', '“{text}” is no known kind'],
  importNameUnknown: ['库中没有“{text}”（最接近：{like}）', 'The library has no “{text}” (nearest: {like})'],
  importNameAmbiguous: [
    '“{text}”对应不止一条记录，请写编号',
    '“{text}” names more than one record; use its number',
  ],
  importNameMissing: ['没有填写，也没有统一指定', 'Not given, and none is set for all rows'],
  importDuplicateEntry: ['库中已有：{like}', 'Already in the library: {like}'],
  importDuplicateRow: ['与本表第 {row} 行相同', 'The same as row {row} of this sheet'],
  importUnitOther: [
    '表上的金额单位是“{unit}”，这里只读元和万元：请在表格里换算，或在金额后面写明元或万元',
    'The sheet gives amounts in {unit}; only 元 and 万元 are read: convert them, or write the unit behind the figure',
  ],
  importErrorCell: ['单元格是公式错误 {text}', 'The cell holds the error {text} of a formula'],
  importCellsMany: [
    '这一行比表头多 {more} 格：可能有数字或文字里的分隔符没有加引号，各列已经错位',
    'The row has {more} cells more than the heads: a separator inside a figure or a text is not quoted, and columns have moved',
  ],
  fundAmountsMissing: [
    '下达金额和到位金额都没有填写',
    'Neither the allotted nor the received amount is given',
  ],
  importPartMissing: [
    '第 {row} 行是下达和到位两条，请指明是哪一条',
    'Row {row} is two entries, an allotment and a receipt: say which',
  ],
  importTitleRow: ['表头以上的标题行', 'A title above the heads'],
  importHeaderRow: ['表头行', 'A row of heads'],
  importSubtotalRow: ['小计或合计行', 'A subtotal or total'],
  importNoteRow: ['附注行', 'A note'],
  importRowLeft: ['已选择不导入', 'Left out by choice'],
  importParentSum: [
    '与下级科目合计 {below} 元不等（差 {gap} 元）',
    'Differs from the lines below it, {below} yuan, by {gap} yuan',
  ],
  importCodeTwice: ['编号 {code} 在本表中重复', 'The code {code} stands twice in this sheet'],
  importFileTooLarge: ['文件超过 {max} MiB，请拆分后导入', 'The file is larger than {max} MiB; split it'],
  importInflatesTooFar: [
    '压缩包展开后超过 {max}，拒绝打开',
    'The archive grows past {max} when unpacked; it is refused',
  ],
  importNotXlsx: [
    '不是可读的表格文件（{detail}）；旧版 .xls 或加密文件请先另存为不加密的 .xlsx 或 CSV',
    'Not a readable workbook ({detail}); save an old .xls or an encrypted file as plain .xlsx or CSV',
  ],
  importEntities: [
    '文件含有 XML 外部定义（{part}），拒绝打开',
    'The file holds XML entity definitions ({part}); it is refused',
  ],
  importUnreadable: [
    '工作表“{sheet}”在第 {row} 行之后无法读取，文件可能已损坏；请用 Excel 打开并另存后再试',
    'Sheet “{sheet}” cannot be read after row {row}; the file may be damaged: open it in Excel and save it again',
  ],
  importTooManyRows: [
    '工作表“{sheet}”超过 {max} 行，请拆分后导入',
    'Sheet “{sheet}” has more than {max} rows; split it',
  ],
  importTooWide: [
    '工作表“{sheet}”第 {row} 行在第 {max} 列之后仍有内容',
    'Row {row} of sheet “{sheet}” goes beyond column {max}',
  ],
  importEncodingUnknown: [
    '无法识别文字编码（第 {row} 行起）；请另存为 UTF-8 或 GB18030 的 CSV',
    'The encoding is not known (from row {row}); save it as UTF-8 or GB18030',
  ],
  importFileUnread: ['无法读取文件 {file}', 'The file {file} cannot be read'],
  importSheetUnknown: ['没有名为“{sheet}”的工作表', 'There is no sheet “{sheet}”'],
  importEmpty: ['“{sheet}”没有内容', '“{sheet}” is empty'],
  importHeaderMissing: [
    '请先选择工作表“{sheet}”的表头行',
    'Choose the row of heads in sheet “{sheet}” first',
  ],
  importColumnMissing: [
    '请先对应“{sheet}”的必填列：{fields}',
    'Map the required columns of “{sheet}” first: {fields}',
  ],
  importSourceMissing: ['请选择文件或粘贴单元格', 'Choose a file or paste cells'],
  importKindMissing: ['请选择导入的内容', 'Choose what to import'],
  importGone: ['预览已失效，请重新选择文件', 'The preview is gone; choose the file again'],
  importRowUnknown: ['预览中没有第 {row} 行', 'The preview has no row {row}'],
  importNothingNew: ['没有可导入的行', 'There is nothing to import'],
  importHasErrors: [
    '还有 {count} 行错误（先看“{sheet}”第 {row} 行：{detail}）；改正、排除，或选择不导入错误行',
    '{count} rows have errors (first row {row} of “{sheet}”: {detail}); mend or exclude them, or leave them out',
  ],
  importMappingUnknown: ['没有名为“{name}”的列对应', 'There is no column mapping “{name}”'],
  importUnknown: ['找不到这次导入', 'That import does not exist'],
  importUndone: ['这次导入已撤销', 'That import has been undone'],
  importReversedPart: [
    '第 {row} 行的支付已冲销或更正；整批撤销只用于原样未动的导入',
    'The payment of row {row} has been reversed or corrected; only an import that nobody touched is undone whole',
  ],
  importContractPaid: [
    '不能撤销：第 {row} 行“{name}”之后已有支付（{what}）',
    'It cannot be undone: row {row}, “{name}”, has been paid on since ({what})',
  ],
  importContractChanged: [
    '不能撤销：第 {row} 行“{name}”之后已有变更签证（{what}）',
    'It cannot be undone: row {row}, “{name}”, has a contract change since ({what})',
  ],
  importContractMeasured: [
    '不能撤销：第 {row} 行“{name}”之后已有完成投资（{what}）',
    'It cannot be undone: work of row {row}, “{name}”, has been measured since ({what})',
  ],
  importContractSettled: [
    '不能撤销：第 {row} 行“{name}”已结算（{what}）',
    'It cannot be undone: row {row}, “{name}”, has been settled ({what})',
  ],
  importContractCorrected: [
    '不能撤销：第 {row} 行“{name}”导入后已更正',
    'It cannot be undone: row {row}, “{name}”, has been corrected since',
  ],
  importContractUsed: [
    '不能撤销：第 {row} 行“{name}”之后已有其他记录',
    'It cannot be undone: other records refer to row {row}, “{name}”',
  ],
  importVersionApproved: [
    '不能撤销：该概算版本已批准',
    'It cannot be undone: that budget version is approved',
  ],
  importVersionChanged: [
    '不能撤销：该概算版本导入后又有修改',
    'It cannot be undone: that version was edited since',
  ],
  importLineContracted: [
    '不能撤销：合同已用到科目“{line}”',
    'It cannot be undone: a contract uses the line “{line}”',
  ],
  importLineChanged: [
    '不能撤销：变更签证已用到科目“{line}”',
    'It cannot be undone: a contract change uses the line “{line}”',
  ],
  importLineMeasured: [
    '不能撤销：完成投资已用到科目“{line}”',
    'It cannot be undone: measured work uses the line “{line}”',
  ],
  importLinePaid: ['不能撤销：支付已用到科目“{line}”', 'It cannot be undone: payments use the line “{line}”'],
  importVersionCopied: [
    '不能撤销：已有新版本由它复制而来',
    'It cannot be undone: a newer version was copied from it',
  ],
  importProjectNeeded: ['请先选择所属的项目', 'Choose the project first'],
  importLinkUnknown: ['前置任务“{ref}”在表中找不到', 'Predecessor “{ref}” is not in the sheet'],
  importLinkLoop: ['前置任务形成循环：{loop}', 'The predecessors go round in a loop: {loop}'],
  importProjectRow: ['项目行，没有行号', 'The row of the project, without a number'],
  planDateUnread: [
    '“{text}”不是日期；可写 2025-03-05、2025年3月、2025年上半年、2025年',
    '“{text}” is no date; write 2025-03-05, 2025-03, 2025 H1 or 2025',
  ],
  levelUnread: ['“{text}”不是层级，例如 1、2、3', '“{text}” is no level, such as 1, 2 or 3'],
  durationUnread: [
    '“{text}”不是工期，例如 30、30天、30日历日',
    '“{text}” is no duration, such as 30, 30d or 30ed',
  ],
  predecessorsUnread: [
    '“{text}”不是前置任务，例如 3、3FS+5d、1.2SS，多个用逗号分开',
    '“{text}” names no predecessors, such as 3, 3FS+5d or 1.2SS, several with commas',
  ],
  importRoleForbidden: [
    '进度任务由工程联络员导入，账目由项目财务导入',
    'Tasks are imported by the liaison, entries of money by finance',
  ],
} as const satisfies Sentences
