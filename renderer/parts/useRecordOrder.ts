import type { TableProps } from 'antd'
import { useState } from 'react'
import type { RecordColumn } from './RecordTable.tsx'

/** The order that a person gave a table by its heads: what the table is told, and the rows as they stand in it. */
export function useRecordOrder<Row>(columns: readonly RecordColumn<Row>[]) {
  const [order, setOrder] = useState<{ readonly key: string; readonly isDescending: boolean } | null>(null)
  const onChange: TableProps<Row>['onChange'] = (_page, _filters, sorter) => {
    const [chosen] = Array.isArray(sorter) ? sorter : [sorter]
    const isDescending = chosen?.order === 'descend'
    setOrder(chosen?.order ? { key: String(chosen.columnKey), isDescending } : null)
  }
  const ordered = (rows: readonly Row[]): readonly Row[] => {
    const compare = columns.find(({ key }) => key === order?.key)?.sorter
    if (order === null || typeof compare !== 'function') return rows
    const sign = order.isDescending ? -1 : 1
    return rows.toSorted((a, b) => sign * compare(a, b))
  }
  return { onChange, ordered }
}
