import type { Sentences } from './sentences.ts'

/** Of XML files from other programs. */
export const xmlSentences = {
  mspdiForeign: ['这不是 Microsoft Project 的 XML 文件', 'This is not an XML file of Microsoft Project'],
  mspdiMalformed: [
    '文件第 {task} 项任务的 {field} 无法识别，未作改动',
    'The {field} of task no. {task} in the file cannot be read; nothing was changed',
  ],
  xmlForbidden: [
    '文件含有 DTD、自定义实体或过深的嵌套，为安全起见不予读取',
    'The file has a DTD, entities of its own or too deep a nesting; it is not read, for safety',
  ],
  xmlMalformed: [
    '第 {line} 行起不是有效的 XML，未作改动',
    'From line {line} on this is no valid XML; nothing was changed',
  ],
  xmlTooLarge: [
    '文件超过 {megabytes} MiB，未读取',
    'The file is larger than {megabytes} MiB and was not read',
  ],
} as const satisfies Sentences
