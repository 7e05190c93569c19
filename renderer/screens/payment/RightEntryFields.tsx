import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type PaymentRow, paymentKinds, refundKinds } from '../../../db/domain/payment.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { useAllPages, useRequest } from '../../api.ts'
import { useLeaves } from '../money/budget/useLeaves.ts'
import { MoneyInput } from '../money/MoneyInput.tsx'
import { ProjectField } from '../money/ProjectField.tsx'
import type { CorrectionDraft } from './correctionDraft.ts'

interface Props {
  readonly wrong: PaymentRow
  readonly draft: CorrectionDraft
  readonly projects: readonly ProjectRow[]
}

/** The right entry: everything as it was in the wrong one, for what was wrong to be typed over. */
export function RightEntryFields({ wrong, draft, projects }: Props) {
  const { t } = useTranslation(['correction', 'payment', 'money'])
  const projectId = draft.projectId ?? wrong.projectId
  const leaves = useLeaves(projectId)
  const contracts = useAllPages('listContracts', { projectId }).data ?? []
  const funds = useAllPages('listFunds', { projectId }).data ?? []
  const files = useRequest('attachmentCounts', { subjectIds: [wrong.id] }).data?.items[0]?.count ?? 0
  const search = { showSearch: { optionFilterProp: 'label' } }
  return (
    <fieldset className="correction-right">
      <legend>{t('part.right')}</legend>
      <div className="correction-row">
        <Form.Item label={t('payment:project')} name="projectId" required>
          <ProjectField projects={projects} />
        </Form.Item>
        <Form.Item label={t('payment:contract')} name="contractId">
          <Select
            {...search}
            options={[
              { value: '', label: t('noContract') },
              ...contracts.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
            ]}
          />
        </Form.Item>
        <Form.Item label={t('payment:kind')} name="kind">
          <Select
            options={[
              { value: '', label: t('payment:notFilled') },
              ...paymentKinds.map((value) => ({ value, label: t(`money:paymentKind.${value}`) })),
            ]}
          />
        </Form.Item>
        {draft.kind === 'refund' && (draft.contractId ?? '') !== '' && (
          <Form.Item label={t('payment:refundOf')} name="refundOf">
            <Select
              options={[
                { value: '', label: t('payment:refundOfUnsaid') },
                ...refundKinds.map((value) => ({ value, label: t(`payment:refundOfKind.${value}`) })),
              ]}
            />
          </Form.Item>
        )}
        <Form.Item label={t('money:line')} name="budgetLineId">
          <Select {...search} options={[{ value: '', label: t('lineOfContract') }, ...leaves]} />
        </Form.Item>
        <Form.Item label={t('funds')} name="fund">
          <Select
            options={[
              ...(wrong.fundSplit.length > 0 ? [{ value: 'same', label: t('fundsSame') }] : []),
              { value: 'auto', label: t('fundsAuto') },
              { value: 'none', label: t('fundsNone') },
              ...funds.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Form.Item>
        <Form.Item label={t('payment:payee')} name="payee" required>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item className="is-double" label={t('payment:purpose')} name="purpose" required>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('rightAmount')} name="amount" required>
          <MoneyInput />
        </Form.Item>
        <Form.Item label={t('rightVoucherNo')} name="rightVoucherNo">
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('payment:invoiceNo')} name="invoiceNo">
          <Input autoComplete="off" />
        </Form.Item>
        {files > 0 && (
          <Form.Item className="is-double correction-files" name="isWithFiles" valuePropName="checked">
            <Checkbox>{t('withFiles', { files })}</Checkbox>
          </Form.Item>
        )}
      </div>
    </fieldset>
  )
}
