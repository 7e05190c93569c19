import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../db/domain/rule.ts'
import { useCommand } from '../../api.ts'
import { ReasonModal } from '../../parts/ReasonModal.tsx'
import { useMay } from '../../state.tsx'
import { ChangeHistory } from '../change/ChangeHistory.tsx'
import { RuleForm } from './RuleForm.tsx'
import { RuleStatus } from './RuleStatus.tsx'
import { useThresholdText } from './useThresholdText.ts'

interface RuleDrawerProps {
  readonly rule: Rule
  readonly onAddLike: () => void
  /** Of the row that holds what was saved: the same, or one of its own. */
  readonly onSaved: (ruleId: string) => void
  readonly onClose: () => void
}

/** One rule in full: edited with a reason, put back to what ships, or followed by a local one. */
export function RuleDrawer({ rule, onAddLike, onSaved, onClose }: RuleDrawerProps) {
  const { t } = useTranslation(['rule', 'terms'])
  const { message } = App.useApp()
  const thresholdText = useThresholdText()
  const [isEditing, setIsEditing] = useState(false)
  const [isResetting, setIsResetting] = useState(false)
  const mayEdit = useMay('editRule')
  const reset = useCommand('resetRule')
  const numbers = thresholdText(rule.threshold)
  const isWithdrawing = rule.isAdded
  const canReset = rule.isAdded ? rule.withdrawnAt === null : rule.isEdited
  return (
    <Drawer
      title={t(`names.${rule.code}`)}
      size={560}
      open
      onClose={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      extra={<ChangeHistory entityId={rule.id} subject={t(`names.${rule.code}`)} isSmall />}
    >
      <dl className="facts">
        <dt>{t('text')}</dt>
        <dd lang="zh-CN">{rule.text}</dd>
        <dt>{t('basis')}</dt>
        <dd lang="zh-CN">{rule.basis}</dd>
        <dt>{t('clause')}</dt>
        <dd lang="zh-CN">{rule.clause ?? <span className="grey">—</span>}</dd>
        <dt>{t('region')}</dt>
        <dd lang="zh-CN">{rule.region}</dd>
        <dt>{t('effectiveFrom')}</dt>
        <dd>{rule.effectiveFrom ?? <span className="grey">{t('always')}</span>}</dd>
        <dt>{t('threshold')}</dt>
        <dd>{numbers === '' ? <span className="grey">{t('none')}</span> : numbers}</dd>
        <dt>{t('status')}</dt>
        <dd>
          <RuleStatus rule={rule} />
        </dd>
      </dl>
      {mayEdit && (
        <div className="rule-actions">
          {rule.withdrawnAt === null && <Button onClick={() => setIsEditing(true)}>{t('edit')}</Button>}
          <Button onClick={onAddLike}>{t('addLike')}</Button>
          {canReset && (
            <Button onClick={() => setIsResetting(true)}>{t(isWithdrawing ? 'withdraw' : 'reset')}</Button>
          )}
        </div>
      )}
      {isEditing && (
        <RuleForm
          rule={rule}
          isAdding={false}
          onSaved={(ruleId) => {
            setIsEditing(false)
            onSaved(ruleId)
          }}
          onClose={() => setIsEditing(false)}
        />
      )}
      <ReasonModal
        title={t(isWithdrawing ? 'withdraw' : 'reset')}
        isOpen={isResetting}
        okText={t(isWithdrawing ? 'withdraw' : 'reset')}
        isBusy={reset.isPending}
        error={reset.error?.error ?? null}
        onClose={() => setIsResetting(false)}
        onOk={(reason) =>
          reset.mutate(
            { ruleId: rule.id, reason },
            {
              onSuccess: () => {
                setIsResetting(false)
                void message.info(t(isWithdrawing ? 'withdrawDone' : 'resetDone'))
              },
            },
          )
        }
      >
        <p>{t(isWithdrawing ? 'withdrawWhy' : 'resetWhy')}</p>
      </ReasonModal>
    </Drawer>
  )
}
