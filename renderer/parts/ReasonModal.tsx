import { Form, Input, Modal } from 'antd'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonText } from '../../db/domain/text.ts'
import type { RequestError } from '../../db/requests/wire.ts'
import { faultsOf } from '../fieldFault.ts'
import { useLanguage } from '../state.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import { ErrorNotice } from './ErrorNotice.tsx'

interface ReasonModalProps {
  readonly title: string
  readonly isOpen: boolean
  /** The name of the button that does it. */
  readonly okText: string
  readonly isBusy?: boolean
  /** What the db refused, shown here; the reason typed is kept. */
  readonly error?: RequestError | null
  /** What is about to be done, and further fields. */
  readonly children?: ReactNode
  readonly onOk: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why before something is done; the reason is kept in the change record. */
export function ReasonModal(props: ReasonModalProps) {
  const { t } = useTranslation('terms')
  return (
    <Modal
      title={props.title}
      open={props.isOpen}
      centered
      onCancel={props.onClose}
      closable={{ 'aria-label': t('close') }}
      footer={null}
      destroyOnHidden
    >
      <ReasonForm {...props} />
    </Modal>
  )
}

function ReasonForm({ okText, isBusy = false, error = null, children, onOk, onClose }: ReasonModalProps) {
  const { t } = useTranslation('terms')
  const language = useLanguage()
  const id = useId()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => {
    // autoFocus comes too early: the dialog is put into the page only after this.
    const timer = setTimeout(() => document.getElementById(id)?.focus())
    return () => clearTimeout(timer)
  }, [id])
  const isReasonRefused = error?.fields.includes('reason') === true
  const shown = fault ?? (isReasonRefused ? error.message : null)
  return (
    <Form
      layout="vertical"
      onFinish={() => {
        const broken = faultsOf(reasonText, reason, language)[0]?.message ?? null
        setFault(broken)
        if (broken === null) onOk(reason)
      }}
    >
      {children}
      {error !== null && !isReasonRefused && <ErrorNotice error={error} />}
      <Form.Item
        label={t('reason')}
        htmlFor={id}
        required
        {...(shown === null
          ? {}
          : { validateStatus: 'error' as const, help: <span role="alert">{shown}</span> })}
      >
        <Input.TextArea
          id={id}
          rows={3}
          value={reason}
          placeholder={t('reasonHint')}
          aria-invalid={shown !== null}
          onChange={(event) => {
            setReason(event.target.value)
            setFault(null)
          }}
        />
      </Form.Item>
      <DialogButtons okText={okText} isBusy={isBusy} onClose={onClose} />
    </Form>
  )
}
