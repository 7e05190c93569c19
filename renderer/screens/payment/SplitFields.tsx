import { Input, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { localDay } from '../../../db/domain/day.ts'
import { type Fen, formatFen } from '../../../db/domain/fen.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { useRequest } from '../../api.ts'
import { fundEntriesAddress } from '../money/fund/fundAddress.ts'
import { EntryField, entryControl } from './EntryField.tsx'
import type { DraftContent } from './paymentDraft.ts'
import { leftOf, partOf, type SplitDraft } from './splitDraft.ts'
import { typedDay } from './typedDay.ts'

type Proposed = RequestOutput<'proposeSplit'>

interface Props {
  readonly content: DraftContent
  /** Null while the amount is none. */
  readonly amountFen: Fen | null
  readonly error: string | undefined
  readonly isSaving: boolean
  readonly onChange: (split: SplitDraft) => void
  /** Enter in the last part goes on. */
  readonly onDone: () => void
  readonly onChosen: () => void
  readonly onOpen: (isOpen: boolean) => void
}

/** 资金来源: what each source bears, by rule until a person types it, with what is left to split said live. */
export function SplitFields({
  content,
  amountFen,
  error,
  isSaving,
  onChange,
  onDone,
  onChosen,
  onOpen,
}: Props) {
  const { t } = useTranslation('payment')
  const { projectId, contractId, kind, split } = content
  const paidOn = typedDay(content.paidOn, localDay(new Date()))
  const asked = {
    projectId,
    amountFen: amountFen ?? 1,
    ...(paidOn === null ? {} : { onDay: paidOn }),
    ...(contractId === '' ? {} : { contractId }),
    ...(kind === '' ? {} : { kind }),
  }
  const proposed = useRequest('proposeSplit', asked, {
    isEnabled: projectId !== '',
    keepsPrevious: true,
  }).data
  const isNone = proposed !== undefined && proposed.parts.length === 0
  const note = error ?? undefined

  function textOf(part: Proposed['parts'][number]): string {
    if (split.rule === 'none') return ''
    if (split.rule === 'typed') return split.parts.find(({ fundId }) => fundId === part.fundId)?.amount ?? ''
    return amountFen === null || part.amountFen === 0 || proposed?.shortFen !== 0
      ? ''
      : formatFen(part.amountFen, 'yuan')
  }

  function type(fundId: string, amount: string) {
    const parts = (proposed?.parts ?? []).map((part) => ({
      fundId: part.fundId,
      amount: part.fundId === fundId ? amount : textOf(part),
    }))
    onChange({ rule: 'typed', parts })
  }

  /** The source takes what the others leave. */
  function takeRest(fundId: string) {
    if (amountFen === null) return
    const others = (proposed?.parts ?? [])
      .filter((part) => part.fundId !== fundId)
      .reduce((sum, part) => sum + (partOf(textOf(part)) ?? 0), 0)
    type(fundId, amountFen > others ? formatFen(amountFen - others, 'yuan') : '')
  }

  function onPartKey(event: KeyboardEvent<HTMLInputElement>, index: number, fundId: string) {
    if (event.key === '=' && !event.ctrlKey && event.currentTarget.value === '') {
      event.preventDefault()
      takeRest(fundId)
      return
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    const next = document.getElementById(partId(index + 1))
    if (next === null) onDone()
    else next.focus()
  }

  return (
    <EntryField
      field="fundSplit"
      label={t('fund')}
      error={note}
      hint={<SplitState split={split} proposed={proposed} amountFen={amountFen} />}
    >
      <div className="split-grid">
        <Select
          {...entryControl('fundSplit', error)}
          disabled={isSaving || projectId === '' || isNone}
          showSearch={{ optionFilterProp: 'label' }}
          onOpenChange={onOpen}
          onSelect={(rule: SplitDraft['rule']) => {
            if (rule === 'typed') setTimeout(() => document.getElementById(partId(0))?.focus())
            else onChosen()
          }}
          value={split.rule}
          onChange={(rule: SplitDraft['rule']) => {
            onChange(
              rule === 'typed'
                ? {
                    rule,
                    parts: (proposed?.parts ?? []).map((part) => ({
                      fundId: part.fundId,
                      amount: textOf(part),
                    })),
                  }
                : { rule, parts: [] },
            )
          }}
          options={[
            { value: 'rule' as const, label: isNone ? t('fundNone') : t('splitRule') },
            { value: 'none' as const, label: t('fundUnsplit') },
            { value: 'typed' as const, label: t('splitTyped') },
          ]}
        />
        {proposed !== undefined && proposed.parts.length > 0 && split.rule !== 'none' && (
          <table className="split-parts" aria-label={t('splitParts')}>
            <tbody>
              {proposed.parts.map((part, index) => {
                const text = textOf(part)
                const isOver = kind !== 'refund' && (partOf(text) ?? 0) > Math.max(0, part.balanceFen)
                return (
                  <tr key={part.fundId}>
                    <th scope="row" title={part.fundName}>
                      {part.fundName}
                    </th>
                    <td className={isOver ? 'figure red' : 'figure grey'}>
                      <Link
                        className="figure-origin"
                        to={fundEntriesAddress(part.fundId, projectId)}
                        title={t('openFund')}
                      >
                        {t(isOver ? 'fundOver' : 'fundLeft', { amount: formatFen(part.balanceFen, 'yuan') })}
                      </Link>
                    </td>
                    <td>
                      <Input
                        id={partId(index)}
                        aria-label={t('splitOf', { fund: part.fundName })}
                        value={text}
                        readOnly={isSaving || amountFen === null}
                        autoComplete="off"
                        inputMode="decimal"
                        {...(isOver || (split.rule === 'typed' && partOf(text) === null)
                          ? { status: 'error' as const }
                          : {})}
                        onFocus={(event) => {
                          event.target.select()
                        }}
                        onChange={(event) => {
                          type(part.fundId, event.target.value)
                        }}
                        onKeyDown={(event) => {
                          onPartKey(event, index, part.fundId)
                        }}
                      />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        )}
      </div>
    </EntryField>
  )
}

function partId(index: number) {
  return `entry-part-${String(index)}`
}

interface StateProps {
  readonly split: SplitDraft
  readonly proposed: Proposed | undefined
  readonly amountFen: Fen | null
}

/** By what the proposal goes, or what the typed parts leave. */
function SplitState({ split, proposed, amountFen }: StateProps) {
  const { t } = useTranslation('payment')
  if (proposed === undefined || proposed.parts.length === 0 || amountFen === null) return null
  if (split.rule === 'none') return <span>{t('splitNoneWhy')}</span>
  if (split.rule === 'rule')
    return proposed.shortFen > 0 ? (
      <span className="amber">{t('splitShort', { amount: formatFen(proposed.shortFen, 'yuan') })}</span>
    ) : (
      <span>{t(`splitBasis.${proposed.basis}`)}</span>
    )
  const left = leftOf(split, amountFen)
  return (
    <span className={left === 0 ? 'green' : 'red'} role="status">
      {left === 0
        ? t('splitWhole')
        : t(left > 0 ? 'splitLeft' : 'splitOver', { amount: formatFen(Math.abs(left), 'yuan') })}
    </span>
  )
}
