import { Button, type GetRef, Modal } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../db/domain/fen.ts'
import type { PaymentRow, RecordPayment } from '../../../db/domain/payment.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { useRequest } from '../../api.ts'
import { instantInTable } from '../../parts/instant.ts'
import { Loaded } from '../../parts/Loaded.tsx'

interface Props {
  readonly entry: RecordPayment
  readonly projects: readonly ProjectRow[]
  readonly isSaving: boolean
  readonly onBack: () => void
  readonly onConfirm: () => void
}

/** The entry being saved and those like it, one below the other, for a person to tell them apart. */
export function Duplicates({ entry, projects, isSaving, onBack, onConfirm }: Props) {
  const { t } = useTranslation('payment')
  const { projectId, paidOn, amountFen, payee, voucherNo } = entry
  const found = useRequest('listDuplicates', { projectId, paidOn, amountFen, payee, voucherNo })
  const projectName = projects.find((project) => project.id === projectId)?.name ?? ''
  const back = useRef<GetRef<typeof Button>>(null)
  useEffect(() => {
    // The dialog is put into the page only after this.
    const timer = setTimeout(() => back.current?.focus())
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return (
    <Modal
      open
      width={960}
      title={t('duplicateTitle')}
      onCancel={onBack}
      closable={{ 'aria-label': t('close') }}
      footer={
        <>
          <Button ref={back} onClick={onBack}>
            {t('backToForm')}
          </Button>
          <Button type="primary" loading={isSaving} disabled={found.data === undefined} onClick={onConfirm}>
            {t('notDuplicate')}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{t('duplicateWhy')}</p>
      <Loaded answer={found}>
        {(duplicates) => (
          <table className="sheet duplicates">
            <thead>
              <tr>
                <th />
                <th>{t('paidOn')}</th>
                <th>{t('project')}</th>
                <th>{t('payee')}</th>
                <th className="is-figure">{t('amountYuan')}</th>
                <th>{t('voucherNo')}</th>
                <th>{t('purpose')}</th>
                <th>{t('recordedByAt')}</th>
              </tr>
            </thead>
            <tbody>
              <tr className="is-new-entry">
                <th scope="row">{t('thisEntry')}</th>
                <td>{paidOn}</td>
                <td>{projectName}</td>
                <td>{payee}</td>
                <td className="is-figure">{formatFen(amountFen, 'yuan')}</td>
                <td>{voucherNo}</td>
                <td>{entry.purpose}</td>
                <td />
              </tr>
              {duplicates.items.map((item) => (
                <Existing key={item.id} item={item} entry={entry} />
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </Modal>
  )
}

function Existing({ item, entry }: { readonly item: PaymentRow; readonly entry: RecordPayment }) {
  const { t } = useTranslation('payment')
  const same = (is: boolean, text: string | null) =>
    is && text !== null ? <strong title={t('isSame')}>{text}</strong> : text
  return (
    <tr>
      <th scope="row">{t('existing')}</th>
      <td>{same(item.paidOn === entry.paidOn, item.paidOn)}</td>
      <td>{same(item.projectId === entry.projectId, item.projectName)}</td>
      <td>{same(item.payee === entry.payee, item.payee)}</td>
      <td className="is-figure">
        {same(item.amountFen === entry.amountFen, formatFen(item.amountFen, 'yuan'))}
      </td>
      <td>{same(item.voucherNo === entry.voucherNo, item.voucherNo)}</td>
      <td>{same(item.purpose === entry.purpose, item.purpose)}</td>
      <td>
        {item.actorName} {instantInTable(item.recordedAt)}
      </td>
    </tr>
  )
}
