import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Block } from '../../../parts/Block.tsx'

interface ChartOrTableProps {
  readonly title: string
  readonly lead: ReactNode
  readonly actions?: ReactNode
  readonly chart: ReactNode
  /** The same figures, each opening its entries: for the keyboard, a reader's voice and paper. */
  readonly table: ReactNode
}

export function ChartOrTable({ title, lead, actions, chart, table }: ChartOrTableProps) {
  const { t } = useTranslation('money')
  const [shown, setShown] = useState<'chart' | 'table'>('chart')
  return (
    <Block
      title={title}
      lead={lead}
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
      {shown === 'chart' ? chart : table}
    </Block>
  )
}
