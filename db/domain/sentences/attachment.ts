import type { Sentences } from './sentences.ts'

/** Of attachments, the documents that records should have, and the packages made of them. */
export const attachmentSentences = {
  attachmentEmpty: ['{name}：文件是空的，没有附上', '{name}: the file is empty and was not attached'],
  attachmentNameInvalid: ['文件名不能含有路径', 'A file name cannot hold a path'],
  attachmentNotFile: ['{name}：不是文件（文件夹请先压缩）', '{name} is not a file (pack a folder first)'],
  attachmentRemoved: ['该附件已移除', 'That attachment has been removed'],
  attachmentSubjectUnknown: ['找不到要附上文件的记录', 'The record to attach to does not exist'],
  attachmentTooLarge: [
    '{name}：超过单个附件上限 {mib} MiB，没有附上',
    '{name} is larger than {mib} MiB, the limit of one attachment',
  ],
  attachmentTwice: [
    '{name}：该记录已附有这个文件，没有再附',
    '{name}: the record has that file already; it was not attached again',
  ],
  attachmentUnknown: ['找不到这个附件', 'That attachment does not exist'],
  attachmentUnsafe: [
    '该类文件不直接打开，请另存后自行查看：{name}',
    'Files of this kind are not opened from here; save it instead: {name}',
  ],
  contentCollected: ['该附件的内容已清理', 'The bytes of that attachment have been cleared'],
  contentDamaged: [
    '附件内容与其哈希不符，没有取出：{name}',
    'The bytes of {name} do not match their hash; nothing was written',
  ],
  contentIdleNone: ['没有可清理的附件内容', 'There is nothing to clear'],
  contentUnknown: ['文件内容尚未读入，请重新选择文件', 'The file was not read in; choose it again'],
  fileChanged: ['{name}：读取时文件被改动，请重新选择', '{name} changed while it was read; choose it again'],
  fileNotOpened: [
    '没有程序能打开 {name}（{why}），可另存',
    'No program opened {name} ({why}); save it instead',
  ],
  fileUnreadable: ['无法读取文件：{name}', 'The file cannot be read: {name}'],
  requirementTwice: ['该情形已要求这个文件', 'That document is asked for in that situation already'],
  requirementUnknown: ['找不到这项应附文件', 'That required document does not exist'],
  waiverTwice: ['该记录已标为不需要这个文件', 'The record is marked as not needing it already'],
  waiverUnknown: ['找不到这项“不需要”', 'That mark does not exist'],
  dossierEmpty: ['没有可放入资料包的附件', 'There is no attachment to put into the package'],
  dossierTooLarge: [
    '附件过多或过大，一个资料包装不下（上限 4 GB、6 万个文件），请按合同或期间分开导出',
    'Too much for one package (at most 4 GB and 60,000 files); export by contract or period',
  ],
  documentNotAsked: ['该记录不要求这个文件', 'That document is not asked for of this record'],
} as const satisfies Sentences
