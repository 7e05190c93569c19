import type { TableCell, TableColumn } from '../table.ts'
import { reportColumn, type speaking } from './report.ts'

type Say = ReturnType<typeof speaking>

/** The columns by which a ledger of contracts names each: its place, number, name, project and counterparty. */
export function namedColumns(say: Say): TableColumn[] {
  return [
    reportColumn('place', say(['序号', 'No.']), 'count'),
    reportColumn('number', say(['合同编号', 'Contract no.'])),
    reportColumn('name', say(['合同名称', 'Name'])),
    reportColumn('project', say(['项目', 'Project'])),
    reportColumn('counterparty', say(['对方单位', 'Counterparty'])),
  ]
}

interface Named {
  readonly number: string
  readonly name: string
  readonly projectName: string
  readonly counterparty: string
}

export function namedCells({ number, name, projectName, counterparty }: Named, place: number): TableCell[] {
  return [place + 1, number, name, projectName, counterparty]
}

/** A column of money that is added up. */
export function ledgerMoney(say: Say, id: string, title: readonly [string, string]): TableColumn {
  return reportColumn(id, say(title), 'money', { isSummed: true })
}
