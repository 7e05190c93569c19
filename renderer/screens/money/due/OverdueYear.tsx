import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import { RuleLink } from '../../rule/RuleLink.tsx'
import { moneyAddress } from '../useMoneyView.ts'

type OverdueRow = RequestOutput<'overdueOfYear'>['items'][number]

/** 年度公布表: what was overdue to small enterprises when a year ended. */
export function OverdueYear() {
  const { t } = useTranslation(['holding', 'money'])
  const thisYear = new Date().getFullYear()
  const [year, setYear] = useState(thisYear - 1)
  const form = useRequest('overdueOfYear', { year }, { keepsPrevious: true })
  return (
    <Block
      title={t('yearForm')}
      lead={
        form.data !== undefined && (
          <>
            {t('yearFormLead', { asOf: form.data.asOf, publishBy: form.data.publishBy })}{' '}
            <RuleLink rule={form.data.rule} />
          </>
        )
      }
      actions={
        <>
          <Select
            size="small"
            aria-label={t('year')}
            value={year}
            onChange={setYear}
            options={[0, 1, 2, 3, 4].map((back) => ({
              value: thisYear - back,
              label: String(thisYear - back),
            }))}
          />
          <ExportTable<OverdueRow>
            name={t('yearForm')}
            columns={[
              { title: t('money:number'), cell: ({ contractNumber }) => contractNumber },
              { title: t('money:contractName'), cell: ({ contractName }) => contractName },
              { title: t('money:counterparty'), cell: ({ counterparty }) => counterparty },
              { title: t('money:project'), cell: ({ projectName }) => projectName },
              { title: t('oldestDue'), kind: 'day', cell: ({ oldestDueOn }) => oldestDueOn },
              { title: t('daysLate'), kind: 'count', cell: ({ overdueDays }) => overdueDays },
              moneyColumn(t('overdueAmount'), ({ overdueFen }) => overdueFen, ''),
              moneyColumn(t('interest'), ({ interestFen }) => interestFen, ''),
            ]}
            rows={form.data?.items ?? []}
            conditions={[String(year)]}
          />
        </>
      }
    >
      <Loaded answer={form}>
        {({ items, contractCount, overdueFen }) =>
          items.length === 0 ? (
            <p className="money-empty grey">{t('yearFormNone', { year })}</p>
          ) : (
            <table className="sheet" aria-label={t('yearForm')}>
              <thead>
                <tr>
                  <th scope="col">{t('money:number')}</th>
                  <th scope="col">{t('money:contractName')}</th>
                  <th scope="col">{t('money:counterparty')}</th>
                  <th scope="col">{t('money:project')}</th>
                  <th scope="col">{t('oldestDue')}</th>
                  <th scope="col" className="is-figure">
                    {t('daysLate')}
                  </th>
                  <th scope="col" className="is-figure">
                    <AmountHeader label={t('overdueAmount')} />
                  </th>
                  <th scope="col" className="is-figure">
                    <AmountHeader label={t('interest')} />
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr key={item.contractId}>
                    <th scope="row" className="is-nowrap">
                      {item.contractNumber}
                    </th>
                    <td>{item.contractName}</td>
                    <td>{item.counterparty}</td>
                    <td>{item.projectName}</td>
                    <td className="is-nowrap">{item.oldestDueOn}</td>
                    <td className="is-figure">{item.overdueDays}</td>
                    <td className="is-figure">
                      <Amount
                        fen={item.overdueFen}
                        origin={{ to: contractOf(item) }}
                        originName={t('money:origin.contract')}
                      />
                    </td>
                    <td className="is-figure">
                      <Amount
                        fen={item.interestFen}
                        origin={{ to: contractOf(item) }}
                        originName={t('money:origin.contract')}
                      />
                    </td>
                  </tr>
                ))}
                <tr className="book-total">
                  <th scope="row" colSpan={6}>
                    {t('yearTotal', { count: contractCount })}
                  </th>
                  <td className="is-figure">
                    <FormulaFigure
                      label={t('yearTotal', { count: contractCount })}
                      fen={overdueFen}
                      parts={items.map((item) => ({
                        name: `${item.contractNumber} ${item.contractName}`,
                        sign: '+',
                        fen: item.overdueFen,
                        to: contractOf(item),
                      }))}
                    />
                  </td>
                  <td />
                </tr>
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Block>
  )
}

function contractOf({ contractId }: { readonly contractId: string }): string {
  return moneyAddress({ tab: 'contracts', contractId })
}
