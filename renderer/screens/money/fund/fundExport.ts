import type { TFunction } from 'i18next'
import type { Fen } from '../../../../db/domain/fen.ts'
import { pctIn } from '../../../../db/domain/fenPart.ts'
import { type ExportColumn, moneyColumn } from '../../export/exportColumn.ts'

interface FundSums {
  readonly allottedFen: Fen | null
  readonly receivedFen: Fen | null
  readonly paidFen: Fen
}

/** 下达, 到位 and 支付 of a source, as every list of them is written out. */
export function bookColumns<Row extends FundSums>(
  t: TFunction<['money', 'fund', 'terms']>,
): ExportColumn<Row>[] {
  return [
    moneyColumn(t('allotted'), ({ allottedFen }: Row) => allottedFen, t('terms:notEntered')),
    moneyColumn(t('received'), ({ receivedFen }: Row) => receivedFen, t('terms:notEntered')),
    moneyColumn(t('paid'), ({ paidFen }: Row) => paidFen, ''),
  ]
}

/** 到位率 and 支付率. */
export function pctColumns<Row extends FundSums>(
  t: TFunction<['money', 'fund', 'terms']>,
): ExportColumn<Row>[] {
  return [
    {
      title: t('fund:receivedPct'),
      kind: 'pct',
      cell: ({ receivedFen, allottedFen }) => pctOfKnown(receivedFen, allottedFen),
    },
    {
      title: t('fund:paidPct'),
      kind: 'pct',
      cell: ({ paidFen, receivedFen }) => pctOfKnown(paidFen, receivedFen),
    },
  ]
}

/** Null also where either is unknown. */
export function pctOfKnown(part: Fen | null, whole: Fen | null): number | null {
  return part === null || whole === null ? null : pctIn(part, whole)
}
