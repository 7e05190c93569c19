import { Button, Input, type InputRef } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal, TaskMove } from '../../../../db/domain/proposal.ts'
import { reasonText } from '../../../../db/domain/text.ts'
import type { RequestError } from '../../../../db/requests/wire.ts'
import { faultsOf } from '../../../fieldFault.ts'
import { ErrorNotice } from '../../../parts/ErrorNotice.tsx'
import { useLanguage } from '../../../state.tsx'

interface ProposalPanelProps {
  readonly proposal: Proposal
  readonly isBusy: boolean
  readonly error: RequestError | null
  /** The name of the button that does not do it. */
  readonly dropText?: string
  readonly onConfirm: (reason: string) => void
  readonly onDrop: () => void
}

/** What a drag or an edit would move, before it does: confirmed with a reason, or dropped with Esc. */
export function ProposalPanel({ proposal, isBusy, error, dropText, onConfirm, onDrop }: ProposalPanelProps) {
  const { t } = useTranslation(['schedule', 'terms'])
  const language = useLanguage()
  const id = useId()
  const input = useRef<InputRef>(null)
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => {
    input.current?.focus()
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onDrop()
    }
    addEventListener('keydown', escape)
    return () => removeEventListener('keydown', escape)
  }, [onDrop])

  const confirm = () => {
    const broken = faultsOf(reasonText, reason, language)[0]?.message ?? null
    setFault(broken)
    if (broken === null) onConfirm(reason)
  }
  return (
    <section className="proposal" role="dialog" aria-labelledby={id}>
      <header>
        <h2 id={id}>{t('proposal', { tasks: proposal.moves.length })}</h2>
        <FinishText proposal={proposal} />
      </header>
      {proposal.newlyBroken.length > 0 && (
        <ul className="notice is-broken" role="alert">
          {proposal.newlyBroken.map(({ taskId, name, why }) => (
            <li key={`${taskId}-${why}`}>{t(`newlyBroken.${why}`, { name })}</li>
          ))}
        </ul>
      )}
      <div className="proposal-moves">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('column.name')}</th>
              <th scope="col">{t('was')}</th>
              <th scope="col">{t('becomes')}</th>
              <th scope="col" className="is-figure">
                {t('movedDays')}
              </th>
            </tr>
          </thead>
          <tbody>
            {proposal.moves.map((move) => (
              <MoveLine key={move.taskId} move={move} />
            ))}
          </tbody>
        </table>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <Input
          ref={input}
          value={reason}
          placeholder={t('moveReason')}
          aria-label={t('terms:reason')}
          aria-invalid={fault !== null}
          {...(fault === null ? {} : { status: 'error' as const })}
          onChange={(event) => {
            setReason(event.target.value)
            setFault(null)
          }}
        />
        <Button onClick={onDrop}>{dropText ?? t('dropProposal')}</Button>
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {t('confirmProposal')}
        </Button>
      </form>
      {fault !== null && (
        <div className="red" role="alert">
          {fault}
        </div>
      )}
    </section>
  )
}

function MoveLine({ move }: { readonly move: TaskMove }) {
  const { name, from, to, days } = move
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{daysText(from)}</td>
      <td>{daysText(to)}</td>
      <td className="is-figure">{days === null ? '—' : `${days > 0 ? '+' : ''}${String(days)}`}</td>
    </tr>
  )
}

function daysText({ start, finish }: TaskMove['from']) {
  if (start === null || start === finish) return finish ?? '—'
  return `${start} – ${finish ?? '—'}`
}

/** The last day of the project, where the proposal moves it. */
function FinishText({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('schedule')
  const { finishBefore, finishAfter } = proposal
  if (finishBefore === finishAfter)
    return <span className="grey">{t('finishStays', { day: finishAfter ?? '—' })}</span>
  return <span>{t('finishMoves', { before: finishBefore ?? '—', after: finishAfter ?? '—' })}</span>
}
