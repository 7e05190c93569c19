import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../db/domain/import/importPreview.ts'
import { isRuleCode, ruleText } from '../../../db/domain/ruleText.ts'
import { Amount } from '../../parts/Amount.tsx'
import { useLanguage } from '../../state.tsx'
import { SheetTotal } from './SheetTotal.tsx'
import { useWhyNotImport } from './useWhyNotImport.ts'

interface ImportFootProps {
  readonly preview: ImportPreview
  readonly isBusy: boolean
  readonly onApply: (choices: { readonly leavesErrors: boolean; readonly overrideReason?: string }) => void
}

/** What will be imported, what stays out, the one reason for all warnings, and the button. */
export function ImportFoot({ preview, isBusy, onApply }: ImportFootProps) {
  const { t } = useTranslation('import')
  const language = useLanguage()
  const whyNot = useWhyNotImport()(preview.kind)
  const { counts, amountFen, warnings } = preview
  const isTasks = preview.kind === 'tasks'
  const taken = counts.new + counts.update
  const [leavesErrors, setLeavesErrors] = useState(false)
  const [reason, setReason] = useState('')
  const isHeld =
    taken === 0 || (counts.error > 0 && !leavesErrors) || (counts.warned > 0 && reason.trim() === '')
  return (
    <div className="import-foot">
      {counts.warned > 0 && (
        <label className="import-reason">
          <span>
            {t('reason', { n: counts.warned.toLocaleString('en-US') })}：
            <span className="amber">
              {warnings.map((code) => (isRuleCode(code) ? ruleText(code, {}, language) : code)).join('；')}
            </span>
          </span>
          <Input
            value={reason}
            placeholder={t('reasonHint')}
            maxLength={500}
            onChange={(event) => {
              setReason(event.target.value)
            }}
          />
        </label>
      )}
      <span className="import-total">
        {isTasks ? (
          <span className="grey">{t('taskLead')}</span>
        ) : (
          <>
            {preview.partsFen.length === 0 ? (
              <>
                {t('amount')} <Amount fen={amountFen} unit="yuan" withUnit origin="listed" />
              </>
            ) : (
              preview.partsFen.map(({ part, amountFen: own }) => (
                <span key={part} className="import-part">
                  {t(part)} <Amount fen={own} unit="yuan" withUnit origin="entered" />
                </span>
              ))
            )}
          </>
        )}
      </span>
      <SheetTotal preview={preview} />
      {counts.error > 0 && !isTasks && (
        <Checkbox
          checked={leavesErrors}
          onChange={(event) => {
            setLeavesErrors(event.target.checked)
          }}
        >
          {t('leavesErrors', { n: counts.error.toLocaleString('en-US') })}
        </Checkbox>
      )}
      <Button
        type="primary"
        disabled={isBusy || isHeld || whyNot !== null}
        title={whyNot ?? undefined}
        onClick={() => {
          onApply({ leavesErrors, ...(counts.warned > 0 ? { overrideReason: reason.trim() } : {}) })
        }}
      >
        {t(preview.partsFen.length === 0 ? 'apply' : 'applyEntries', { n: taken.toLocaleString('en-US') })}
      </Button>
    </div>
  )
}
