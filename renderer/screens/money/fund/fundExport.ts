import type { TFunction } from 'i18next'
import { pctIn } from '../../../../db/domain/fenPart.ts'
import { type ExportColumn, moneyColumn } from '../../export/exportColumn.ts'

interface FundSums {
  readonly allottedFen: number
  readonly receivedFen: number
  readonly paidFen: number
}

/** 下达, 到位 and 支付 of a source, as every list of them is written out. */
export function bookColumns<Row extends FundSums>(t: TFunction<['money', 'fund']>): ExportColumn<Row>[] {
  return [
    moneyColumn(t('allotted'), ({ allottedFen }: Row) => allottedFen, ''),
    moneyColumn(t('received'), ({ receivedFen }: Row) => receivedFen, ''),
    moneyColumn(t('paid'), ({ paidFen }: Row) => paidFen, ''),
  ]
}

/** 到位率 and 支付率. */
export function pctColumns<Row extends FundSums>(t: TFunction<['money', 'fund']>): ExportColumn<Row>[] {
  return [
    {
      title: t('fund:receivedPct'),
      kind: 'pct',
      cell: ({ receivedFen, allottedFen }) => pctIn(receivedFen, allottedFen),
    },
    {
      title: t('fund:paidPct'),
      kind: 'pct',
      cell: ({ paidFen, receivedFen }) => pctIn(paidFen, receivedFen),
    },
  ]
}
