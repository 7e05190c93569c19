import { App, Button } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { signedFen } from '../../../db/domain/payment.ts'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { useLanguage } from '../../state.tsx'
import { hasHint } from '../../text/batch.ts'
import { typedAmount } from '../money/typedAmount.ts'
import { BatchFoot } from './BatchFoot.tsx'
import { BatchGrid } from './BatchGrid.tsx'
import type { RowState } from './BatchLine.tsx'
import { BatchNotice } from './BatchNotice.tsx'
import type { BatchKey } from './batchKey.ts'
import { type BatchDraft, type BatchRow, batchColumns } from './batchRow.ts'
import { useBatch } from './useBatch.ts'
import { newBatch, useKeeping } from './useBatchDraft.ts'
import { useDoubts } from './useDoubts.ts'
import { useFaults } from './useFaults.ts'
import { useSaveBatch } from './useSaveBatch.ts'

/** The grid with its sums, what is told of it, and its saving. */
export function BatchDesk({ kept }: { readonly kept: BatchDraft }) {
  const { t } = useTranslation('batch')
  const { modal } = App.useApp()
  const language = useLanguage()
  const navigate = useNavigate()
  const noteId = useId()
  const batch = useBatch(kept)
  const { rows, active } = batch.state
  const [control, setControl] = useState(kept.control)
  const [idempotencyKey, setKey] = useState(kept.idempotencyKey)
  const [pasted, setPasted] = useState<{ rowCount: number; ignored: readonly string[] } | null>(null)
  const draft = useMemo<BatchDraft>(
    () => ({
      rows: rows.map(({ id, cells, isNoDuplicate }) => ({ id, cells, isNoDuplicate })),
      control,
      idempotencyKey,
    }),
    [rows, control, idempotencyKey],
  )
  const isKept = useKeeping(draft)
  const faults = useFaults()
  const doubts = useDoubts(rows, batch.readings)

  const entries = rows.flatMap((row, index) => {
    const reading = batch.readings[index]
    return reading?.kind === 'entry' ? [{ row, entry: reading.entry }] : []
  })
  const sumFen = entries.reduce((sum, { entry }) => sum + signedFen(entry), 0)
  const saving = useSaveBatch({
    saved: () => {
      batch.startOver()
      batch.setWriting(true)
      setControl('')
      setKey(newBatch().idempotencyKey)
    },
    refused: (error) => {
      const sent = entries.map(({ row }) => row)
      faults.take(error, sent)
      const first = error.rows?.[0]
      const at = rows.findIndex((row) => first !== undefined && row === sent[first.row])
      if (at >= 0) batch.goTo(at, active.column)
    },
  })

  const messagesOf = (row: BatchRow, index: number) =>
    faults.messagesOf(row, batch.readings[index] ?? { kind: 'empty' })
  const stateOf = (row: BatchRow, index: number): RowState => {
    if (batch.readings[index]?.kind === 'empty') return 'empty'
    if (Object.keys(messagesOf(row, index)).length > 0) return 'wrong'
    if (row.isNoDuplicate) return 'confirmed'
    return doubts.has(row.id) ? 'doubt' : 'ready'
  }
  const states = rows.map(stateOf)

  function save() {
    setPasted(null)
    if (entries.length === 0) {
      saving.setOutcome({ kind: 'refused', message: t('nothing') })
      return
    }
    if (batch.readings.some(({ kind }) => kind === 'wrong')) {
      goToProblem(-1)
      return
    }
    const total = control.trim() === '' ? null : typedAmount(control, 'yuan', 'positive', language)
    if (total !== null && total.fault !== null) {
      saving.setOutcome({ kind: 'refused', message: total.fault })
      focusControl()
      return
    }
    void saving.save({
      rows: entries.map(({ entry }) => entry),
      controlFen: total?.fen ?? null,
      idempotencyKey,
    })
  }

  /** The next row after `from` that is to be mended or told apart, and its cell. */
  function goToProblem(from: number) {
    const order = [...rows.keys()].map((index) => (from + 1 + index) % rows.length)
    const at =
      order.find((index) => states[index] === 'wrong') ?? order.find((index) => states[index] === 'doubt')
    const row = at === undefined ? undefined : rows[at]
    if (at === undefined || row === undefined) return
    const messages = messagesOf(row, at)
    const column = batchColumns.findIndex((name) => messages[name] !== undefined)
    batch.goTo(at, Math.max(0, column))
  }

  function onKey(key: BatchKey, cells: BatchRow['cells'] | undefined) {
    saving.setOutcome((before) => (before.kind === 'saved' ? { kind: 'none' } : before))
    if (key.kind === 'save') save()
    else if (key.kind === 'leave') {
      batch.setWriting(false)
      focusControl()
    } else if (key.kind === 'nextProblem') goToProblem(active.row)
    else batch.press(key, cells)
  }

  const activeRow = rows[active.row]
  const column = batchColumns[active.column] ?? 'paidOn'
  const note = noteOf()

  function noteOf() {
    if (activeRow === undefined) return { text: '', isWrong: false }
    const messages = messagesOf(activeRow, active.row)
    const own = messages[column] ?? Object.values(messages)[0]
    if (own !== undefined) return { text: own, isWrong: true }
    const doubt = doubts.get(activeRow.id)
    if (activeRow.isNoDuplicate) return { text: t('confirmed'), isWrong: false }
    if (doubt !== undefined)
      return {
        text: doubt.kind === 'row' ? t('doubtInBatch', { row: doubt.row }) : t('doubt', { like: doubt.like }),
        isWrong: true,
      }
    return { text: hasHint(column) ? t(`hint.${column}`) : '', isWrong: false }
  }

  return (
    <ScreenFrame
      title={t('title')}
      isFilled
      lead={t('lead')}
      actions={
        <>
          <Button onClick={() => void navigate('/payments')}>{t('back')}</Button>
          <Button
            disabled={batch.filledCount === 0}
            onClick={() => {
              modal.confirm({
                title: t('clearSure', { n: batch.filledCount }),
                okText: t('clear'),
                onOk: clear,
              })
            }}
          >
            {t('clear')}
          </Button>
          <Button type="primary" title="Ctrl+Enter" loading={saving.isSaving} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <BatchNotice outcome={saving.outcome} pasted={pasted} />
      <p className="batch-keys grey is-screen-only">{t('keys')}</p>
      <BatchGrid
        batch={batch}
        stateOf={(_, index) => states[index] ?? 'empty'}
        messagesOf={messagesOf}
        noteId={noteId}
        onKey={onKey}
        onPasted={(rowCount, ignored) => {
          setPasted({ rowCount, ignored })
        }}
      />
      <BatchFoot
        noteId={noteId}
        note={note}
        count={entries.length}
        sumFen={sumFen}
        control={control}
        wrongCount={states.filter((state) => state === 'wrong').length}
        doubtCount={states.filter((state) => state === 'doubt').length}
        isKept={isKept}
        onControl={setControl}
        onSave={save}
        onNextProblem={() => {
          goToProblem(active.row)
        }}
        onBack={() => {
          batch.setWriting(true)
        }}
      />
    </ScreenFrame>
  )

  function clear() {
    batch.clearAll()
    setControl('')
    if (saving.outcome.kind === 'keyUsed') setKey(newBatch().idempotencyKey)
    saving.setOutcome({ kind: 'none' })
  }
}

function focusControl() {
  document.getElementById('batch-control')?.focus()
}
