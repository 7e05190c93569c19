import { useTranslation } from 'react-i18next'
import { Amount } from '../../../parts/Amount.tsx'
import { Block } from '../../../parts/Block.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import { FundBalance } from './FundBalance.tsx'
import { FundHeads } from './FundHeads.tsx'
import { type FundRow, Pcts } from './FundTable.tsx'
import { fundEntriesAddress, fundPaymentsAddress } from './fundAddress.ts'
import { bookColumns, pctColumns } from './fundExport.ts'

type OwnRow = FundRow['projects'][number]

interface FundProjectsProps {
  /** Undefined: none is chosen, and nothing is shown. */
  readonly fund: FundRow | undefined
  /** To the source as this project has it. */
  readonly onDrill: (projectId: string) => void
}

/** What one source brought, paid and holds, project by project. */
export function FundProjects({ fund, onDrill }: FundProjectsProps) {
  const { t } = useTranslation(['money', 'fund', 'terms'])
  if (fund === undefined) return null
  return (
    <Block
      title={t('fund:byProject')}
      lead={t('ofFund', { name: fund.name })}
      actions={
        <ExportTable
          name={t('fund:byProject')}
          rows={fund.projects}
          columns={[
            { title: t('project'), cell: ({ projectName }) => projectName },
            ...bookColumns<OwnRow>(t),
            moneyColumn(t('balance'), ({ balanceFen }: OwnRow) => balanceFen, t('terms:notEntered')),
            ...pctColumns<OwnRow>(t),
          ]}
          conditions={[fund.name]}
        />
      }
    >
      <div className="money-scroll">
        <table className="sheet book-table" aria-label={t('fund:byProject')}>
          <thead>
            <tr>
              <th scope="col">{t('project')}</th>
              <FundHeads />
            </tr>
          </thead>
          <tbody>
            {fund.projects.map((own) => (
              <tr key={own.projectId}>
                <th scope="row">
                  <button type="button" className="name-button" onClick={() => onDrill(own.projectId)}>
                    {own.projectName}
                  </button>
                </th>
                <td className="is-figure">
                  <Amount
                    fen={own.allottedFen}
                    unknown="notEntered"
                    origin={{
                      to: fundEntriesAddress(fund.id, own.projectId, { entryKind: 'allotment' }),
                    }}
                    originName={t('fund:openAllotted')}
                  />
                </td>
                <td className="is-figure">
                  <Amount
                    fen={own.receivedFen}
                    unknown="notEntered"
                    origin={{ open: () => onDrill(own.projectId) }}
                    originName={t('fund:openReceived')}
                  />
                </td>
                <td className="is-figure">
                  <Amount
                    fen={own.paidFen}
                    origin={{ to: fundPaymentsAddress(fund.id, own.projectId) }}
                    originName={t('fund:openPaid')}
                  />
                </td>
                <td className="is-figure">
                  <FundBalance fundId={fund.id} projectId={own.projectId} sums={own} />
                </td>
                <Pcts sums={own} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Block>
  )
}
