import './dialogs.css'
import './payment.css'
import { App, Button, type GetRef } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { useAllPages, usePrefetch, useRequest } from '../../api.ts'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { useWhyNot } from '../../state.tsx'
import { usePasteImport } from '../import/usePasteImport.ts'
import { CorrectPayment } from './CorrectPayment.tsx'
import { LedgerColumns } from './LedgerColumns.tsx'
import { OpenedPayment, type PaymentToOpen } from './OpenedPayment.tsx'
import { PaymentFilterBar } from './PaymentFilterBar.tsx'
import { PaymentLead } from './PaymentLead.tsx'
import { PaymentList } from './PaymentList.tsx'
import { PaymentTools } from './PaymentTools.tsx'
import { PaymentTotals } from './PaymentTotals.tsx'
import { draftFrom, isUntouched } from './paymentDraft.ts'
import { RecordPayment } from './RecordPayment.tsx'
import { ReversedNotice } from './ReversedNotice.tsx'
import { useLedgerColumns } from './useLedgerColumns.ts'
import { useMarkedRow } from './useMarkedRow.ts'
import { usePaymentDraft } from './usePaymentDraft.ts'
import { usePaymentView } from './usePaymentView.ts'

/** 台账: every payment, newest first, filtered, totalled, exported; recorded and reversed by 项目财务. */
export function PaymentPage() {
  const { t } = useTranslation('payment')
  const { modal } = App.useApp()
  const { view, filtered, isRecording, filter, clear, show, setRecording, askedFor } = usePaymentView()
  const mayRecord = useWhyNot('recordPayment') === null
  usePasteImport('payments', view.projectId ?? null)
  const listed = useRequest('listPayments', view, { keepsPrevious: true })
  const isMore = listed.data !== undefined && listed.data.total > view.page * view.pageSize
  const nextPage = useMemo(() => ({ ...view, page: view.page + 1 }), [view])
  usePrefetch('listPayments', nextPage, isMore && !listed.isPlaceholderData)
  const columns = useLedgerColumns(view.fundId)
  const projects = useAllPages('listProjects', { state: 'any' }).data ?? noProjects
  const [draft, setDraft] = usePaymentDraft(localDay(new Date()))
  const [opened, setOpened] = useState<PaymentToOpen | null>(null)
  const [reversing, setReversing] = useState<PaymentRow | null>(null)
  const [reversed, setReversed] = useState<Reversed | null>(null)
  const recordButton = useRef<GetRef<typeof Button>>(null)
  const { markedId, mark } = useMarkedRow(listed.data)

  const open = useCallback((entry: PaymentRow) => {
    setOpened({ entry, isLinked: false })
  }, [])
  const openLinked = useCallback((entry: PaymentRow) => {
    setOpened({ entry, isLinked: true })
  }, [])

  function recordAgain(original: PaymentRow) {
    const refill = () => {
      setDraft(draftFrom(original, crypto.randomUUID()))
      setReversed(null)
      setRecording(true)
    }
    if (isUntouched(draft)) refill()
    else modal.confirm({ title: t('replaceDraft'), okText: t('recordAgain'), onOk: refill })
  }

  const exported = useMemo(() => ({ ...filtered, sort: view.sort }), [filtered, view.sort])
  const showRecording = useCallback(() => {
    setRecording(true)
  }, [setRecording])

  return (
    <ScreenFrame
      title={t('title')}
      isFilled
      lead={<PaymentLead />}
      actions={
        <PaymentTools
          view={exported}
          columns={columns.shown}
          isEmpty={(listed.data?.total ?? 0) === 0}
          mayRecord={mayRecord}
          recordButton={recordButton}
          onRecord={showRecording}
        />
      }
    >
      <div className="payment-page">
        {isRecording && mayRecord && (
          <RecordPayment
            askedFor={askedFor}
            projects={projects.filter((project) => project.state === 'open')}
            draft={draft}
            setDraft={setDraft}
            onSaved={(payment) => {
              mark(payment.id)
            }}
            onShow={open}
            onReverse={setReversing}
            onClose={() => {
              setRecording(false)
              recordButton.current?.focus()
            }}
          />
        )}
        {reversed !== null && (
          <ReversedNotice
            red={reversed.red}
            onShow={() => {
              open(reversed.red)
            }}
            onRecordAgain={() => {
              recordAgain(reversed.original)
            }}
            onClose={() => {
              setReversed(null)
            }}
          />
        )}
        <PaymentFilterBar view={filtered} projects={projects} onFilter={filter} onClear={clear} />
        <PaymentTotals totals={listed.data?.totals} isStale={listed.isPlaceholderData} view={filtered}>
          <LedgerColumns {...columns} />
        </PaymentTotals>
        <PaymentList
          listed={listed}
          view={view}
          columns={columns.shown}
          markedId={markedId}
          show={show}
          onClear={clear}
          onOpen={open}
          onOpenLinked={openLinked}
          onReverse={setReversing}
          firstStep={mayRecord && !isRecording && <Button onClick={showRecording}>{t('record')}</Button>}
        />
      </div>
      {opened !== null && (
        <OpenedPayment
          entry={opened.entry}
          isLinked={opened.isLinked}
          onOpen={open}
          onReverse={setReversing}
          onClose={() => {
            setOpened(null)
          }}
        />
      )}
      {reversing !== null && (
        <CorrectPayment
          entry={reversing}
          projects={projects.filter((project) => project.state === 'open')}
          onCorrected={(mistake, { entries }) => {
            const [red] = entries
            if (mistake === 'cancel' && red !== undefined) setReversed({ original: reversing, red })
            setReversing(null)
            setOpened(null)
            mark(entries.at(-1)?.id ?? reversing.id)
          }}
          onClose={() => {
            setReversing(null)
          }}
        />
      )}
    </ScreenFrame>
  )
}

interface Reversed {
  readonly original: PaymentRow
  readonly red: PaymentRow
}

const noProjects: readonly ProjectRow[] = []
