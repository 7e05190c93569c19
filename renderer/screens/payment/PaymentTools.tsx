import { Button, type GetRef } from 'antd'
import { memo, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListPayments } from '../../../db/domain/payment.ts'
import { useGo } from '../../go.tsx'
import { ImportButton } from '../import/ImportButton.tsx'
import { OpenReports } from '../report/OpenReports.tsx'
import { ExportPayments } from './ExportPayments.tsx'
import type { LedgerColumn } from './useLedgerColumns.ts'

interface Props {
  /** What is exported: the filter and its order, whatever page is shown. */
  readonly view: ListPayments
  readonly columns: readonly LedgerColumn[]
  readonly isEmpty: boolean
  readonly mayRecord: boolean
  readonly recordButton: Ref<GetRef<typeof Button>>
  readonly onRecord: () => void
}

/** What is done with the ledger as a whole. Not drawn again while pages are turned. */
export const PaymentTools = memo(Tools)

function Tools({ view, columns, isEmpty, mayRecord, recordButton, onRecord }: Props) {
  const { t } = useTranslation(['payment', 'batch'])
  const go = useGo()
  return (
    <>
      <ImportButton kind="payments" />
      <OpenReports report="paymentLedger" />
      <ExportPayments view={view} columns={columns} isEmpty={isEmpty} />
      {mayRecord && (
        <>
          <Button
            title={t('batch:openHint')}
            aria-keyshortcuts="Control+Shift+N"
            onClick={() => {
              go('/payments/batch')
            }}
          >
            {t('batch:open')}
          </Button>
          <Button
            ref={recordButton}
            type="primary"
            title={t('recordHint')}
            aria-keyshortcuts="Control+N"
            onClick={onRecord}
          >
            {t('record')}
          </Button>
        </>
      )}
    </>
  )
}
