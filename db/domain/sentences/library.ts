import type { Sentences } from './sentences.ts'

/** Of the file and the process that holds it. */
export const librarySentences = {
  dbProcessDied: [
    '数据服务中断，尚不知道这一笔是否已保存。服务已重新启动，可再按一次“保存”，不会重复记账',
    'The data process stopped, and it is not known whether this was saved. It has been restarted; press Save again, it will not be entered twice',
  ],
  dbProcessRestarted: [
    '数据服务中断，已重新启动，请重试',
    'The data process stopped and has been restarted; try again',
  ],
  diskFull: ['磁盘空间不足，未作改动', 'The disk is full; nothing was changed'],
  fileNotWritable: ['无法写入所选位置：{file}', 'The chosen place cannot be written: {file}'],
  libraryBusy: ['该项目库正被占用：{holder}', 'The library is in use by {holder}'],
  libraryDamaged: [
    '文件已损坏，未作任何改动：{detail}',
    'The file is damaged and was left untouched: {detail}',
  ],
  libraryExists: ['该位置已有文件，未覆盖', 'A file exists there already; it was not overwritten'],
  libraryForeign: ['这不是基建台账的项目库文件', 'This is not a library of Capital Project Tracker'],
  libraryMissing: ['找不到项目库文件：{file}', 'The library file was not found: {file}'],
  libraryNewer: [
    '该项目库由更新的版本建立（格式 {version}，本软件支持到 {supported}），请升级后再打开',
    'The library was made by a newer version (format {version}; this app knows up to {supported})',
  ],
  libraryUnreadable: ['无法读取文件：{file}', 'The file cannot be read: {file}'],
  libraryNotEmpty: [
    '项目库已有内容，两份规划只能装入空库',
    'The library is not empty; the plans load into an empty one only',
  ],
  reportTooLong: [
    '这张表有 {count} 行，屏上最多显示 {max} 行：请缩小范围，或直接导出 Excel',
    'The table has {count} rows, and the screen shows {max} at most: narrow it, or export the workbook',
  ],
  exportTooLong: [
    '这里一次最多导出 20,000 行，未写出文件：请先筛选',
    'At most 20,000 rows go out at once from here, and no file was written: filter first',
  ],
  tooManyRows: [
    '一张工作表最多 {max} 行，请先筛选，或改用 CSV',
    'A sheet takes {max} rows at most; filter first, or use CSV',
  ],
  libraryNotOpen: ['尚未打开项目库', 'No library is open'],
  libraryReadOnly: ['项目库以只读方式打开，不能写入', 'The library is open view-only'],
} as const satisfies Sentences
