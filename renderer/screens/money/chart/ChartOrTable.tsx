import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import { Block } from '../../../parts/Block.tsx'

interface ChartOrTableProps {
  readonly title: string
  readonly lead: ReactNode
  readonly actions?: ReactNode
  readonly chart: ReactNode
  /** The same figures, each opening its entries: for the keyboard, a reader's voice and paper. */
  readonly table: ReactNode
}

/** One of the two on the screen; both on paper, under their heading with unit and date. */
export function ChartOrTable({ title, lead, actions, chart, table }: ChartOrTableProps) {
  const { t } = useTranslation('money')
  const [shown, setShown] = useState<'chart' | 'table'>('chart')
  return (
    <Block
      title={title}
      lead={
        <>
          {lead}
          <span className="chart-date"> · {t('chartDate', { day: localDay(new Date()) })}</span>
        </>
      }
      actions={
        <>
          {actions}
          <Segmented
            size="small"
            aria-label={t('shownAs')}
            value={shown}
            onChange={setShown}
            options={(['chart', 'table'] as const).map((value) => ({ value, label: t(`as.${value}`) }))}
          />
        </>
      }
    >
      <div className={shown === 'chart' ? 'chart-shown' : 'chart-aside'} inert={shown !== 'chart'}>
        {chart}
      </div>
      <div className={shown === 'table' ? 'chart-shown' : 'table-aside'}>{table}</div>
    </Block>
  )
}
