import './alert.css'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alert, AlertKind } from '../../../db/domain/alert.ts'
import { Block } from '../../parts/Block.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { StatusTag, type Tone } from '../../parts/StatusTag.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { AlertLine } from './AlertLine.tsx'
import { alertTone, sortedAlerts } from './alertTone.ts'
import { useAlertExport } from './useAlertExport.ts'

type AlertTone = ReturnType<typeof alertTone>

interface AlertListProps {
  readonly title: string
  /** The acknowledged ones with them: they stand apart. */
  readonly alerts: readonly Alert[]
}

/** 提醒, heaviest first, filtered by weight and kind; those that somebody has marked 已阅 fold away below. */
export function AlertList({ title, alerts }: AlertListProps) {
  const { t } = useTranslation('alert')
  const exported = useAlertExport()
  const [tone, setTone] = useState<AlertTone | 'all'>('all')
  const [kind, setKind] = useState<AlertKind | null>(null)
  const [isQuietShown, setIsQuietShown] = useState(false)
  const open = sortedAlerts(alerts.filter(({ acknowledged }) => acknowledged === null))
  const quiet = sortedAlerts(alerts.filter(({ acknowledged }) => acknowledged !== null))
  const shown = open.filter(
    (alert) => (tone === 'all' || alertTone(alert.kind) === tone) && (kind === null || alert.kind === kind),
  )
  const kinds = [...new Set(open.map((alert) => alert.kind))]
  return (
    <Block
      title={title}
      lead={<Tally open={open} quietCount={quiet.length} />}
      actions={
        <ExportTable
          name={title}
          columns={exported}
          rows={isQuietShown ? [...shown, ...quiet] : shown}
          conditions={[tone !== 'all' && t(`tones.${tone}`), kind !== null && t(`kind.${kind}`)]}
        />
      }
    >
      {open.length > 3 && (
        <div className="alert-filters is-screen-only">
          <Segmented<AlertTone | 'all'>
            size="small"
            aria-label={t('filterTone')}
            value={tone}
            onChange={setTone}
            options={(['all', 'red', 'amber', 'grey'] as const).map((value) => ({
              value,
              label: t(`tones.${value}`),
            }))}
          />
          <Select<AlertKind | ''>
            size="small"
            aria-label={t('filterKind')}
            value={kind ?? ''}
            onChange={(value) => setKind(value === '' ? null : value)}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: t('allKinds') },
              ...kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
            ]}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <LoadState kind="empty" text={open.length === 0 ? t('none') : t('noneMatch')} />
      ) : (
        <ul className="alerts">
          {shown.map((alert) => (
            <AlertLine key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
      {quiet.length > 0 && (
        <>
          <Button
            type="link"
            size="small"
            className="is-screen-only"
            aria-expanded={isQuietShown}
            onClick={() => setIsQuietShown(!isQuietShown)}
          >
            {t('acknowledged', { count: quiet.length })}
          </Button>
          {isQuietShown && (
            <ul className="alerts is-quiet" aria-label={t('acknowledged', { count: quiet.length })}>
              {quiet.map((alert) => (
                <AlertLine key={alert.id} alert={alert} />
              ))}
            </ul>
          )}
        </>
      )}
    </Block>
  )
}

/** How many of each tone; the red one is always said, also when there is none. */
function Tally({ open, quietCount }: { readonly open: readonly Alert[]; readonly quietCount: number }) {
  const { t } = useTranslation('alert')
  const countOf = (tone: Tone) => open.filter(({ kind }) => alertTone(kind) === tone).length
  const red = countOf('red')
  return (
    <span className="tally">
      <StatusTag tone={red > 0 ? 'red' : 'grey'}>{t('tally.red', { count: red })}</StatusTag>
      {(['amber', 'grey'] as const).map((tone) => {
        const count = countOf(tone)
        return (
          count > 0 && (
            <StatusTag key={tone} tone={tone}>
              {t(`tally.${tone}`, { count })}
            </StatusTag>
          )
        )
      })}
      {quietCount > 0 && <StatusTag tone="grey">{t('tally.quiet', { count: quietCount })}</StatusTag>}
    </span>
  )
}
