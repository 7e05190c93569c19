/** Of the ledger as a list: what is shown of its entries, and what is let through. */
export const ledgerText = {
  'zh-CN': {
    more: '更多条件',
    moreOf: '更多条件（{{n}}）',
    any: '不限',
    lineNeedsProject: '先选项目',
    noContract: '没有合同',
    noFund: '没有资金来源',
    lacks: '待补',
    lackOf: { voucher: '缺凭证号', fund: '缺资金来源', line: '缺科目' },
  },
  en: {
    more: 'More filters',
    moreOf: 'More filters ({{n}})',
    any: 'Any',
    lineNeedsProject: 'Choose a project first',
    noContract: 'There is no contract',
    noFund: 'There is no fund',
    lacks: 'To complete',
    lackOf: { voucher: 'No voucher number', fund: 'Not split over sources', line: 'No budget line' },
  },
}
