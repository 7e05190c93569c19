/** Tables on their way out: 导出 on every list, and the fixed tables. */
export const exportText = {
  'zh-CN': {
    export: '导出',
    exportOf: '导出 {{name}}',
    exportExcel: '导出 Excel',
    form: {
      xlsxA4: 'Excel 工作簿（A4 横向）',
      xlsxA3: 'Excel 工作簿（A3 横向）',
      csv: 'CSV 文件',
    },
    exporting: '正在导出',
    progress: '{{done}} / {{total}} 行',
    exported: '已导出 {{n}} 行：{{file}}',
  },
  en: {
    export: 'Export',
    exportOf: 'Export {{name}}',
    exportExcel: 'Export to Excel',
    form: {
      xlsxA4: 'Excel workbook (A4 landscape)',
      xlsxA3: 'Excel workbook (A3 landscape)',
      csv: 'CSV file',
    },
    exporting: 'Exporting',
    progress: '{{done}} / {{total}} rows',
    exported: 'Exported {{n}} rows: {{file}}',
  },
}
