import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetLineRow, BudgetVersionRow } from '../../../../db/domain/budget.ts'
import { useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { useMay } from '../../../state.tsx'
import { AddLine } from './AddLine.tsx'
import { ApproveVersion } from './ApproveVersion.tsx'
import { LineAmount } from './LineAmount.tsx'

/** The tree of a version; in a draft the leaves take amounts, and the sums follow. */
export function VersionLines({ version }: { readonly version: BudgetVersionRow }) {
  const { t } = useTranslation('money')
  const isDraft = version.state === 'draft'
  const mayEdit = useMay('setBudgetLine') && isDraft
  const mayApprove = useMay('approveBudgetVersion') && isDraft
  const [addingUnder, setAddingUnder] = useState<BudgetLineRow | 'top' | null>(null)
  const [isApproving, setIsApproving] = useState(false)
  const lines = useRequest('listBudgetLines', { versionId: version.id })
  const title = t('linesOf', { kind: t(`budgetKind.${version.kind}`) })
  return (
    <Block
      title={title}
      lead={isDraft ? t('draftLead') : t('lockedLead')}
      actions={
        <>
          {mayEdit && (
            <Button size="small" onClick={() => setAddingUnder('top')}>
              {t('addLine')}
            </Button>
          )}
          {mayApprove && (
            <Button size="small" type="primary" onClick={() => setIsApproving(true)}>
              {t('approveVersion')}
            </Button>
          )}
        </>
      }
    >
      <Loaded answer={lines}>
        {({ items, version: { totalFen } }) => (
          <div className="money-scroll">
            <table className="sheet book-table line-table" aria-label={title}>
              <thead>
                <tr>
                  <th scope="col">{t('line')}</th>
                  <th scope="col">{t('costClassTitle')}</th>
                  <th scope="col" className="is-figure">
                    <AmountHeader label={t('lineAmount')} />
                  </th>
                  {mayEdit && (
                    <th scope="col">
                      <span className="visually-hidden">{t('actions')}</span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                <tr className="book-total">
                  <th scope="row">{t('total')}</th>
                  <td />
                  <td className="is-figure">
                    <Amount fen={totalFen} unknown="notEntered" />
                  </td>
                  {mayEdit && <td />}
                </tr>
                {items.map((line) => (
                  <tr key={line.id} className={line.isLeaf ? '' : 'book-group'}>
                    <th scope="row" style={{ paddingInlineStart: 8 + line.depth * 18 }}>
                      <span className="line-code">{line.code}</span>
                      {line.name}
                    </th>
                    <td className="grey">
                      {line.costClass === null ? '' : t(`costClass.${line.costClass}`)}
                    </td>
                    <td className="is-figure">
                      {mayEdit && line.isLeaf ? (
                        <LineAmount key={String(line.amountFen)} line={line} />
                      ) : (
                        <Amount fen={line.totalFen} unknown="notEntered" />
                      )}
                    </td>
                    {mayEdit && (
                      <td className="line-action">
                        {line.amountFen === null && (
                          <Button
                            type="link"
                            size="small"
                            aria-label={`${t('addBelow')} ${line.name}`}
                            onClick={() => setAddingUnder(line)}
                          >
                            {t('addBelow')}
                          </Button>
                        )}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {addingUnder !== null && (
        <AddLine
          versionId={version.id}
          parent={addingUnder === 'top' ? null : addingUnder}
          onClose={() => setAddingUnder(null)}
        />
      )}
      {isApproving && <ApproveVersion version={version} onClose={() => setIsApproving(false)} />}
    </Block>
  )
}
