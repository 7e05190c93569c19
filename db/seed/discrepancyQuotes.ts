import type { Quote } from './planFacts.ts'

const pengjiang = 'pengjiang-health-plan-14-5.txt'
const enping = 'enping-health-plan-14-5.txt'
const annex1 = '附件1 规划重点建设项目'
const annex3 = '附件3 三年行动计划工作清单 第6项'
const enpingTask = '第四章第一节 加快优质医疗资源扩容和均衡布局'

/**
 * The two passages of each discrepancy for which the plan facts name the contradiction but no passage.
 * `project` is the project it touches, if it touches one alone.
 */
export const discrepancyQuotes: Readonly<
  Record<string, { readonly project: string | null; readonly quotes: readonly Quote[] }>
> = {
  'pj-total': { project: null, quotes: [] },
  'pj-hetang-name': { project: 'pj-hetang', quotes: [] },
  'pj-amount-label': {
    project: null,
    quotes: [
      at(pengjiang, '第四章第一节 优化医疗资源配置和均衡布局', 489, 489, '概算投资 8.84 亿元'),
      at(pengjiang, annex1, 1155, 1156, '项目总投资（万元）'),
    ],
  },
  'pj-hetang-horizon': {
    project: 'pj-hetang',
    quotes: [
      at(pengjiang, annex1, 1166, 1166, '2021-2024 15339.57'),
      at(pengjiang, annex3, 1333, 1335, '荷塘镇卫生院升级改造工程：完成主体混凝土结构施工'),
    ],
  },
  'pj-erryuan-finish': {
    project: 'pj-erryuan',
    quotes: [
      at(
        pengjiang,
        annex3,
        1324,
        1328,
        '江门市第二人民医院升级改造项目：完成工程部分并完成整体竣工验收，同步开展配套医疗设备采购',
      ),
      at(pengjiang, annex1, 1161, 1161, '2021-2023 13444.15'),
    ],
  },
  'pj-duruan-start': {
    project: 'pj-duruan',
    quotes: [
      at(pengjiang, annex3, 1330, 1332, '蓬江区人民医院杜阮院区建设项目：完成项目前期准备工作'),
      at(pengjiang, annex1, 1177, 1177, '2023-2025 40987.79'),
    ],
  },
  'pj-tangxia-none': {
    project: 'pj-tangxia',
    quotes: [
      at(pengjiang, annex1, 1171, 1171, '2023-2025 10986.75'),
      at(
        pengjiang,
        '附件3 三年行动计划工作清单',
        1186,
        1188,
        '年度目标 牵头单位 责任单位 2021 年 2022 年 2023 年',
      ),
    ],
  },
  'pj-owner-missing': {
    project: null,
    quotes: [
      at(
        pengjiang,
        annex3,
        1340,
        1346,
        '区发展和改革局、区财政局、区住房和城乡建设局、荷塘镇、棠下镇、杜阮镇、江门市第二人民医院、荷塘镇卫生院、棠下镇卫生院、杜阮镇卫生院',
      ),
      at(pengjiang, annex1, 1167, 1167, '蓬江区人民医院棠下院区建设项目'),
    ],
  },
  'pj-annex3-only': {
    project: 'pj-tangxia-zhuyuan',
    quotes: [
      at(pengjiang, annex3, 1328, 1330, '棠下镇卫生院住院大楼建设项目：完成住院大楼竣工验收'),
      at(pengjiang, annex1, 1154, 1154, '医疗卫生建设项目（共 4项）'),
    ],
  },
  'ep-renmin-two': {
    project: 'ep-renmin-zonghe-new',
    quotes: [
      at(
        enping,
        '第一章第一节 基础现状',
        7,
        7,
        '市人民医院新建综合楼和120急救指挥调度中心分别于2019年12月31日和2019年5月16日正式投入使用',
      ),
      at(enping, enpingTask, 229, 229, '加快推进市人民医院综合楼新建工程'),
    ],
  },
  'ep-six-split': {
    project: null,
    quotes: [
      at(enping, '第一章第一节 基础现状', 7, 7, '共投入资金约2.96亿元用于开展'),
      at(enping, '第一章第一节 基础现状', 7, 7, '等六项重点工程建设'),
    ],
  },
  'ep-none': {
    project: null,
    quotes: [
      at(
        enping,
        enpingTask,
        229,
        229,
        '加快推进市人民医院综合楼新建工程，谋划中医院易址迁建，推动乡村卫生站规范化建设',
      ),
      at(enping, '第十章第三节 发展数字卫生健康', 301, 301, '“十四五”期内实施医疗卫生机构升级配套设备项目'),
    ],
  },
}

function at(source: string, section: string, first: number, last: number, quote: string): Quote {
  return { source, section, lines: [first, last], quote }
}
