import { Button, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetVersionRow } from '../../../../db/domain/budget.ts'
import type { Fen } from '../../../../db/domain/fen.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import { moneyAddress } from '../useMoneyView.ts'

interface CompareVersionsProps {
  readonly fromId: string
  readonly toId: string
  readonly onClose: () => void
}

/** Two versions line by line. */
export function CompareVersions({ fromId, toId, onClose }: CompareVersionsProps) {
  const { t } = useTranslation(['money', 'terms'])
  const [isOnlyChanged, setIsOnlyChanged] = useState(false)
  const compared = useRequest('compareBudgetVersions', { fromId, toId })
  const lines = compared.data?.items.filter((line) => !isOnlyChanged || isChanged(line)) ?? []
  const standingOf = useStanding()
  const headOf = (version: BudgetVersionRow) =>
    version.isDerived
      ? t('budgetKind.plan')
      : `${t(`budgetKind.${version.kind}`)} ${version.approvedOn ?? t('versionState.draft')}`
  const figure = (title: string, fenOf: (line: (typeof lines)[number]) => number | null) =>
    moneyColumn(title, fenOf, t('terms:notEntered'))
  return (
    <Block
      title={t('compareTitle')}
      actions={
        <>
          <label className="money-switch">
            <Switch
              size="small"
              checked={isOnlyChanged}
              onChange={setIsOnlyChanged}
              aria-label={t('onlyChanged')}
            />
            {t('onlyChanged')}
          </label>
          {compared.data !== undefined && (
            <ExportTable
              name={t('compareTitle')}
              columns={[
                { title: t('line'), cell: ({ code, name }) => `${code} ${name}` },
                { title: t('lineStanding'), cell: standingOf },
                figure(headOf(compared.data.from), ({ fromFen }) => fromFen),
                figure(headOf(compared.data.to), ({ toFen }) => toFen),
                figure(t('delta'), (line) => line.deltaFen),
                { title: t('deltaPct'), kind: 'pct', cell: ({ deltaPct }) => deltaPct },
              ]}
              rows={lines}
              depthOf={({ depth }) => depth}
              conditions={[isOnlyChanged && t('onlyChanged')]}
            />
          )}
          <Button size="small" onClick={onClose}>
            {t('compareClose')}
          </Button>
        </>
      }
    >
      <Loaded answer={compared}>
        {({ from, to, deltaFen, deltaPct }) => (
          <div className="money-scroll">
            <table className="sheet book-table line-table" aria-label={t('compareTitle')}>
              <thead>
                <tr>
                  <th scope="col">{t('line')}</th>
                  {[from, to].map((version) => (
                    <th key={version.id} scope="col" className="is-figure">
                      <AmountHeader label={headOf(version)} />
                    </th>
                  ))}
                  <th scope="col" className="is-figure">
                    <AmountHeader label={t('delta')} />
                  </th>
                  <th scope="col" className="is-figure">
                    {t('deltaPct')}
                  </th>
                </tr>
              </thead>
              <tbody>
                <tr className="book-total">
                  <th scope="row">{t('total')}</th>
                  <td className="is-figure">
                    <Side version={from} fen={from.totalFen} />
                  </td>
                  <td className="is-figure">
                    <Side version={to} fen={to.totalFen} />
                  </td>
                  <td className="is-figure">
                    <Delta
                      label={t('delta')}
                      from={from}
                      to={to}
                      fromFen={from.totalFen}
                      toFen={to.totalFen}
                      fen={deltaFen}
                      headOf={headOf}
                    />
                  </td>
                  <PctCell pct={deltaPct} />
                </tr>
                {lines.map((line) => (
                  <tr key={line.lineKey} className={line.isLeaf ? '' : 'book-group'}>
                    <th scope="row" style={{ paddingInlineStart: 8 + line.depth * 18 }}>
                      <span className="line-code">{line.code}</span>
                      {line.name}
                      <Standing line={line} />
                    </th>
                    <td className="is-figure">
                      {line.presence === 'added' ? (
                        <span className="grey">—</span>
                      ) : (
                        <Side version={from} fen={line.fromFen} lineKey={line.lineKey} />
                      )}
                    </td>
                    <td className="is-figure">
                      {line.presence === 'dropped' ? (
                        <span className="grey">—</span>
                      ) : (
                        <Side version={to} fen={line.toFen} lineKey={line.lineKey} />
                      )}
                    </td>
                    <td className="is-figure">
                      <Delta
                        label={`${line.name} ${t('delta')}`}
                        from={from}
                        to={to}
                        fromFen={line.fromFen}
                        toFen={line.toFen}
                        fen={line.deltaFen}
                        lineKey={line.lineKey}
                        headOf={headOf}
                      />
                    </td>
                    <PctCell pct={line.deltaPct} />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </Block>
  )
}

type ComparedLine = RequestOutput<'compareBudgetVersions'>['items'][number]

/** Its amount differs, it is in one version alone, or it has another name now. */
function isChanged({ deltaFen, presence, fromName }: ComparedLine): boolean {
  return (deltaFen ?? 0) !== 0 || presence !== 'both' || fromName !== null
}

function Standing({ line }: { readonly line: ComparedLine }) {
  const text = useStanding()(line)
  return text === '' ? null : (
    <StatusTag tone={line.presence === 'added' ? 'accent' : 'grey'}>{text}</StatusTag>
  )
}

/** 新增, 取消 or the name that the older version gave it; nothing where the line is the same. */
function useStanding() {
  const { t } = useTranslation('money')
  return ({ presence, fromName }: ComparedLine): string => {
    if (presence === 'added') return t('lineAdded')
    if (presence === 'dropped') return t('lineDropped')
    return fromName === null ? '' : t('lineRenamed', { name: fromName })
  }
}

interface SideProps {
  readonly version: BudgetVersionRow
  readonly fen: Fen | null
  readonly lineKey?: string
}

/** A figure of one version: it opens the 科目 in that version. */
function Side({ version, fen, lineKey }: SideProps) {
  const { t } = useTranslation('money')
  return (
    <Amount
      fen={fen}
      unknown="notEntered"
      origin={{ to: lineAddress(version, lineKey) }}
      originName={t('origin.budget')}
    />
  )
}

interface DeltaProps {
  readonly label: string
  readonly from: BudgetVersionRow
  readonly to: BudgetVersionRow
  readonly fromFen: Fen | null
  readonly toFen: Fen | null
  readonly fen: Fen | null
  readonly lineKey?: string
  readonly headOf: (version: BudgetVersionRow) => string
}

/** The difference opens the two figures that it is taken of. */
function Delta({ label, from, to, fromFen, toFen, fen, lineKey, headOf }: DeltaProps) {
  return (
    <FormulaFigure
      label={label}
      fen={fen}
      parts={[
        { name: headOf(to), sign: '+', fen: toFen ?? 0, to: lineAddress(to, lineKey) },
        { name: headOf(from), sign: '−', fen: fromFen ?? 0, to: lineAddress(from, lineKey) },
      ]}
    />
  )
}

function lineAddress({ id, projectId, isDerived }: BudgetVersionRow, lineKey: string | undefined): string {
  if (isDerived) return `/projects/${encodeURIComponent(projectId)}`
  return moneyAddress({ tab: 'budgets', projectId, versionId: id, lineKey: lineKey ?? null })
}

/** Null: there was nothing to compare with. */
function PctCell({ pct }: { readonly pct: number | null }) {
  return (
    <td className="is-figure">
      {pct === null ? <span className="grey">—</span> : `${pct > 0 ? '+' : ''}${pct.toFixed(2)}%`}
    </td>
  )
}
