import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../db/domain/fen.ts'
import { Amount } from '../../parts/Amount.tsx'
import { useLanguage } from '../../state.tsx'
import { typedAmount } from '../money/typedAmount.ts'

interface Props {
  readonly noteId: string
  /** What is wrong with the active cell, or what it takes. */
  readonly note: { readonly text: string; readonly isWrong: boolean }
  readonly count: number
  readonly sumFen: number
  readonly control: string
  readonly wrongCount: number
  readonly doubtCount: number
  readonly isKept: boolean
  readonly onControl: (text: string) => void
  readonly onSave: () => void
  readonly onNextProblem: () => void
  /** Enter in the control total goes back to the grid. */
  readonly onBack: () => void
}

/** Below the grid: what the cell is about, and the batch so far against its control total. */
export function BatchFoot(props: Props) {
  const { noteId, note, count, sumFen, control, wrongCount, doubtCount, isKept } = props
  const { t } = useTranslation('batch')
  const gap = useGap(control, sumFen)
  return (
    <div className="batch-foot">
      <div id={noteId} className={note.isWrong ? 'batch-note red' : 'batch-note grey'} aria-live="polite">
        {note.text}
      </div>
      <div className="batch-sums">
        <dl className="batch-figures" aria-label={t('sum')}>
          <div>
            <dt>{t('count')}</dt>
            <dd className="figure">{t('countOf', { n: count })}</dd>
          </div>
          <div>
            <dt>{t('sum')}</dt>
            <dd>
              <Amount fen={sumFen} unit="yuan" origin="listed" />
            </dd>
          </div>
          <div>
            <dt>
              <label htmlFor="batch-control">{t('control')}</label>
            </dt>
            <dd>
              <Input
                id="batch-control"
                className="batch-control"
                value={control}
                placeholder={t('controlHint')}
                autoComplete="off"
                onChange={(event) => {
                  props.onControl(event.target.value)
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return
                  event.preventDefault()
                  if (event.ctrlKey || event.metaKey) props.onSave()
                  else props.onBack()
                }}
              />
              {gap !== null && (
                <span className={gap === 0 ? 'green' : 'red'} role="status">
                  {typeof gap === 'string'
                    ? gap
                    : gap === 0
                      ? t('isEqual')
                      : t('gap', { amount: formatFen(gap, 'yuan') })}
                </span>
              )}
            </dd>
          </div>
        </dl>
        {wrongCount > 0 && <span className="red">{t('wrongRows', { n: wrongCount })}</span>}
        {doubtCount > 0 && <span className="amber">{t('doubtRows', { n: doubtCount })}</span>}
        {wrongCount + doubtCount > 0 && (
          <Button type="link" size="small" title="F8" onClick={props.onNextProblem}>
            {t('next')}
          </Button>
        )}
        <span className="grey batch-kept">{isKept ? t('kept') : t('keeping')}</span>
      </div>
    </div>
  )
}

/** The sum less the control total; null where none is typed, its fault where it is no amount. */
function useGap(control: string, sumFen: number): number | string | null {
  const language = useLanguage()
  if (control.trim() === '') return null
  const { fen, fault } = typedAmount(control, 'yuan', 'positive', language)
  return fault ?? sumFen - fen
}
