import './rule.css'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Rule } from '../../../db/domain/rule.ts'
import { useAllPages } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { useRecordOrder } from '../../parts/useRecordOrder.ts'
import { useMay } from '../../state.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { RuleDrawer } from './RuleDrawer.tsx'
import { RuleForm } from './RuleForm.tsx'
import { RuleTable } from './RuleTable.tsx'
import { useRuleColumns } from './useRuleColumns.tsx'

/** 规则: every row with its basis and numbers; a row opens, and so does an address that names one. */
export function RuleSetting() {
  const { t } = useTranslation('rule')
  const [query, setQuery] = useSearchParams()
  const [text, setText] = useState('')
  const [adding, setAdding] = useState<Rule | null>(null)
  const mayAdd = useMay('addRule')
  const rules = useAllPages('listRules', {})
  const { columns, exported } = useRuleColumns()
  const order = useRecordOrder(columns)
  const shown = (rules.data ?? []).filter((rule) => isLike(rule, text))
  const openId = query.get('rule')
  const open = (ruleId: string | null) => {
    setQuery(ruleId === null ? {} : { rule: ruleId }, { replace: true })
  }
  return (
    <Block
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Input
            size="small"
            className="rule-search"
            allowClear
            aria-label={t('search')}
            placeholder={t('searchHint')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <ExportTable name={t('title')} columns={exported} rows={order.ordered(shown)} conditions={[text]} />
          {mayAdd && (
            <Button size="small" onClick={() => setAdding(rules.data?.[0] ?? null)}>
              {t('add')}
            </Button>
          )}
        </>
      }
    >
      <Loaded answer={rules}>
        {(rows) => {
          const opened = rows.find(({ id }) => id === openId)
          return (
            <>
              <RuleTable rules={shown} columns={columns} onOrder={order.onChange} onOpen={open} />
              {opened !== undefined && (
                <RuleDrawer
                  key={opened.id}
                  rule={opened}
                  onAddLike={() => setAdding(opened)}
                  onSaved={open}
                  onClose={() => open(null)}
                />
              )}
            </>
          )
        }}
      </Loaded>
      {adding !== null && (
        <RuleForm
          rule={adding}
          isAdding
          onSaved={(ruleId) => {
            setAdding(null)
            open(ruleId)
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </Block>
  )
}

function isLike({ text, basis, clause, region }: Rule, looked: string) {
  return `${text} ${basis} ${clause ?? ''} ${region}`.includes(looked.trim())
}
