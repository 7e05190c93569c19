import { nationwide, type Rule, type RuleOf } from './rule.ts'

const investment = '政府投资条例'
const settlement2022 = '财建〔2022〕183号'
const settlement2004 = '财建〔2004〕369号'
const retention = '建质〔2017〕138号'
const sme = '保障中小企业款项支付条例（国令802号）'
const finalAccounts = '财建〔2016〕503号'
const within = '本单位约定'

/** The rules as they ship; the library keeps those that somebody edited or added. */
export const shippedRules: readonly Rule[] = [
  checked(
    [
      'budgetOverEstimate',
      investment,
      '第十二条',
      '初步设计概算超过可研估算 10% 的，应当报告，可要求重新报批可研',
    ],
    { maxOverPct: 10 },
  ),
  checked(['overBudget', investment, '第二十三条', '投资原则上不得超过经批准的概算；确需调概的重新报批']),
  checked([
    'annualPlan',
    investment,
    '第十六条',
    '年度投资计划载明名称、内容规模、工期、总投资、年度投资额、资金来源；支付在年度投资额之内',
  ]),
  checked(
    [
      'contractorFunds',
      investment,
      '第二十二条',
      '不得由施工单位垫资：完成投资远超支付和到位资金时，请核对是否垫资',
    ],
    { maxGapPct: 30 },
  ),
  checked(['fundsShort', investment, '第二十二条', '不得由施工单位垫资：支付以到位资金为限']),
  checked(['surplusReturn', investment, '第二十五条', '结余财政资金按规定缴回']),
  {
    ...checked(
      ['progressRate', settlement2022, null, '进度款不低于已完成工程价款的 80%（2022-08-01 起签订的合同）'],
      { minPct: 80, maxPct: 100 },
    ),
    id: 'progressRate-2022',
    effectiveFrom: '2022-08-01',
  },
  {
    ...unchecked(['progressRate', settlement2004, null, '进度款为已完成工程价款的 60%—90%'], {
      minPct: 60,
      maxPct: 90,
    }),
    id: 'progressRate-2004',
  },
  checked(['overpaidReturn', settlement2022, null, '结算审定后，多付的进度款应在 30 日内退回'], { days: 30 }),
  unchecked(['advanceRate', settlement2004, null, '预付款为合同价款的 10%—30%'], { minPct: 10, maxPct: 30 }),
  unchecked(['advanceRecovery', settlement2004, null, '预付款在进度款中分次抵扣，按完成比例应扣未扣的提醒'], {
    tolerancePct: 10,
  }),
  checked(['retentionRate', retention, null, '质量保证金不超过结算价款的 3%'], { maxPct: 3 }),
  unchecked(['defectsPeriod', retention, null, '缺陷责任期一般为 1 年，最长不超过 2 年'], { maxMonths: 24 }),
  unchecked(['retentionRelease', retention, null, '缺陷责任期满后按约定返还质量保证金'], { noticeDays: 30 }),
  unchecked(['guarantee', retention, null, '可用银行保函替代质量保证金；保函在缺陷责任期内应当有效'], {
    noticeDays: 30,
  }),
  checked(
    [
      'smeTerm',
      sme,
      null,
      '自货物、工程、服务交付（验收、结算）之日起 30 日内付款，合同另有约定的最长 60 日',
    ],
    { maxDays: 60, days: 30, noticeDays: 10 },
  ),
  checked(['smeInterest', sme, null, '逾期未约定利率的，按每日万分之五支付逾期利息'], { dailyPct: 0.05 }),
  checked(['smePublish', sme, null, '每年 3 月 31 日前公布上一年度逾期未付中小企业款项的合同数量和金额'], {
    month: 3,
    day: 31,
    noticeDays: 45,
  }),
  checked(['labourMonthly', '保障农民工工资支付条例', null, '人工费用与其他工程款分开，按月足额拨付'], {
    months: 12,
  }),
  checked(
    [
      'finalAccounts',
      finalAccounts,
      null,
      '完工可投入使用后 3 个月内编报竣工财务决算；确需延长的，中小型不超过 2 个月、大型不超过 6 个月',
    ],
    { months: 3, smallExtraMonths: 2, largeExtraMonths: 6, noticeDays: 30 },
  ),
  checked(['fundShare', finalAccounts, null, '审减按资金来源比例退回，每笔支付须分清资金来源']),
  unchecked([
    'costClass',
    '财建〔2016〕504号；政府会计制度',
    null,
    '建设成本分建筑安装工程投资、设备投资、待摊投资、其他投资，各科目须有归属',
  ]),
  unchecked(['contingencySpent', '概算编制', null, '预备费本身不列支，通过变更动用']),
  checked(['overContract', '合同', null, '累计支付不超过合同价款与已批变更，结算后不超过结算价']),
  unchecked(['contractChange', within, null, '变更签证未批准前不计入合同，久未批准的请催办'], { days: 0 }),
  checked([
    'correction',
    '会计基础工作规范',
    '第五十一条',
    '当年差错用红字注销再蓝字订正，只是金额错误的可只编差额；以前年度差错用蓝字更正',
  ]),
  checked(['twoPeople', '会计法', '第二十五条', '记账与审批由两人分别办理']),
  unchecked(['monthClose', within, null, '月末与财务账核对后结账'], { graceDays: 10 }),
  checked(['notBooks', '会计法', '第十六条', '本台账为备查簿，不是会计账簿；报表注明以财务账为准']),
]

type Words = readonly [code: RuleOf, basis: string, clause: string | null, text: string]

/** Compared with the text of the document. */
function checked(words: Words, threshold: Rule['threshold'] = {}): Rule {
  return row(words, threshold, 'checked')
}

/** 待核对原文: from memory, to be compared with the text. */
function unchecked(words: Words, threshold: Rule['threshold'] = {}): Rule {
  return row(words, threshold, 'unchecked')
}

function row([code, basis, clause, text]: Words, threshold: Rule['threshold'], status: Rule['status']): Rule {
  return {
    id: code,
    code,
    text,
    basis,
    clause,
    region: nationwide,
    effectiveFrom: null,
    threshold,
    status,
    isEdited: false,
    isAdded: false,
    withdrawnAt: null,
  }
}
