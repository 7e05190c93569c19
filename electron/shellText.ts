import type { Language } from '../db/domain/ruleText.ts'

/** The words of menus and dialogs; those of the screens are in renderer/text. */
export function shellText(key: keyof typeof texts, language: Language): string {
  return texts[key][language === 'en' ? 1 : 0]
}

export type ShellTextKey = keyof typeof texts

const texts = {
  appName: ['基建台账', 'Capital Project Tracker'],
  file: ['文件', 'File'],
  recordPayment: ['记一笔支付', 'Record a payment'],
  enterBatch: ['连续录入', 'Enter a batch'],
  newLibrary: ['新建项目库…', 'New library…'],
  openLibrary: ['打开项目库…', 'Open library…'],
  recent: ['最近打开', 'Open recent'],
  none: ['（无）', '(none)'],
  savePdf: ['存为 PDF…', 'Save as PDF…'],
  print: ['打印…', 'Print…'],
  settings: ['设置', 'Settings'],
  quit: ['退出', 'Quit'],
  edit: ['编辑', 'Edit'],
  undo: ['撤销', 'Undo'],
  redo: ['重做', 'Redo'],
  cut: ['剪切', 'Cut'],
  copy: ['复制', 'Copy'],
  paste: ['粘贴', 'Paste'],
  selectAll: ['全选', 'Select all'],
  find: ['查找', 'Find'],
  view: ['查看', 'View'],
  zoomIn: ['放大', 'Zoom in'],
  zoomOut: ['缩小', 'Zoom out'],
  resetZoom: ['实际大小', 'Actual size'],
  projector: ['投影模式', 'Projector mode'],
  fullScreen: ['全屏', 'Full screen'],
  help: ['帮助', 'Help'],
  openLog: ['打开日志文件夹', 'Open the log folder'],
  about: ['关于', 'About'],
  libraryFiles: ['项目库', 'Library'],
  csvFiles: ['CSV 表格', 'CSV table'],
  workbooks: ['Excel 工作簿', 'Excel workbook'],
  pdfFiles: ['PDF 文件', 'PDF file'],
  pictures: ['PNG 图片', 'PNG picture'],
  notBooks: ['非会计账簿，以财务账为准', 'Not a book of account; the finance ledger prevails'],
  restored: ['恢复', 'restored'],
  replaceQuestion: ['该位置已有同名文件，是否覆盖？', 'A file of that name exists there. Replace it?'],
  replace: ['覆盖', 'Replace'],
  cancel: ['取消', 'Cancel'],
} as const satisfies Record<string, readonly [zh: string, en: string]>
