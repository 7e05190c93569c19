import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ContractRow } from '../../../db/domain/contract.ts'
import { paymentKinds, type RefundKind, refundKinds } from '../../../db/domain/payment.ts'
import { EntryField, entryControl } from './EntryField.tsx'
import {
  amountOf,
  type DraftContent,
  type DraftField,
  isContractRefund,
  type PaymentDraft,
  withContent,
} from './paymentDraft.ts'
import { SplitFields } from './SplitFields.tsx'
import type { SetDraft } from './usePaymentDraft.ts'
import type { FieldMessages } from './useSaveDraft.ts'

interface Props {
  readonly contracts: readonly ContractRow[]
  readonly lines: readonly { readonly value: string; readonly label: string }[]
  readonly draft: PaymentDraft
  readonly setDraft: SetDraft
  readonly messages: FieldMessages
  readonly isSaving: boolean
  readonly onTyped: (field: DraftField) => void
  readonly onChosen: (field: DraftField) => void
  readonly listOf: (field: DraftField) => (isOpen: boolean) => void
}

/** 合同与资金: what the payment is of, and out of which source; each may stay empty. */
export function ContractFields(props: Props) {
  const { contracts, lines, draft, setDraft, messages, isSaving, onTyped, onChosen, listOf } = props
  const { t } = useTranslation(['payment', 'money'])
  const { content } = draft

  function type(field: DraftField, change: Partial<DraftContent>) {
    if (isSaving) return
    setDraft((before) => withContent(before, change))
    onTyped(field)
  }

  function picker(field: DraftField) {
    return {
      ...entryControl(field, messages[field]),
      showSearch: { optionFilterProp: 'label' },
      onOpenChange: listOf(field),
      onSelect: () => {
        onChosen(field)
      },
    }
  }

  return (
    <>
      <EntryField field="kind" label={t('kind')} error={messages.kind}>
        <Select
          {...picker('kind')}
          allowClear
          placeholder={t('optional')}
          value={content.kind === '' ? null : content.kind}
          onChange={(kind: (typeof paymentKinds)[number] | null | undefined) => {
            type('kind', { kind: kind ?? '' })
          }}
          options={paymentKinds.map((value) => ({ value, label: t(`money:paymentKind.${value}`) }))}
        />
      </EntryField>
      <EntryField field="contractId" label={t('contract')} error={messages.contractId}>
        <Select
          {...picker('contractId')}
          allowClear
          disabled={contracts.length === 0 && content.contractId === ''}
          placeholder={contracts.length === 0 ? t('contractNone') : t('optional')}
          value={content.contractId === '' ? null : content.contractId}
          onChange={(contractId: string | null | undefined) => {
            type('contractId', { contractId: contractId ?? '' })
          }}
          options={contracts.map(({ id, number, name, counterparty }) => ({
            value: id,
            label: `${number} ${name}`,
            title: `${number} ${name} · ${counterparty}`,
          }))}
        />
      </EntryField>
      <EntryField field="budgetLineId" label={t('budgetLine')} error={messages.budgetLineId}>
        <Select
          {...picker('budgetLineId')}
          allowClear
          disabled={lines.length === 0 && content.budgetLineId === ''}
          placeholder={lines.length === 0 ? t('lineNone') : t('optional')}
          value={content.budgetLineId === '' ? null : content.budgetLineId}
          onChange={(budgetLineId: string | null | undefined) => {
            type('budgetLineId', { budgetLineId: budgetLineId ?? '' })
          }}
          options={[...lines]}
        />
      </EntryField>
      {isContractRefund(content) && (
        <EntryField
          field="refundOf"
          label={t('refundOf')}
          error={messages.refundOf}
          hint={content.refundOf === '' ? t('refundOfHint') : undefined}
        >
          <Select
            {...picker('refundOf')}
            allowClear
            placeholder={t('refundOfUnsaid')}
            value={content.refundOf === '' ? null : content.refundOf}
            onChange={(refundOf: RefundKind | null | undefined) => {
              type('refundOf', { refundOf: refundOf ?? '' })
            }}
            options={refundKinds.map((value) => ({ value, label: t(`refundOfKind.${value}`) }))}
          />
        </EntryField>
      )}
      <SplitFields
        content={content}
        amountFen={amountOf(content)}
        error={messages.fundSplit}
        isSaving={isSaving}
        onChange={(split) => {
          type('fundSplit', { split })
        }}
        onDone={() => {
          onChosen('fundSplit')
        }}
        onChosen={() => {
          onChosen('fundSplit')
        }}
        onOpen={listOf('fundSplit')}
      />
      <EntryField field="invoiceNo" label={t('invoiceNo')} error={messages.invoiceNo}>
        <Input
          {...entryControl('invoiceNo', messages.invoiceNo)}
          value={content.invoiceNo}
          readOnly={isSaving}
          autoComplete="off"
          placeholder={t('optional')}
          onChange={(event) => {
            type('invoiceNo', { invoiceNo: event.target.value })
          }}
        />
      </EntryField>
    </>
  )
}
