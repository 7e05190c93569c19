import type { ImportField } from '../../domain/import/field.ts'
import type { ImportMapping } from '../../domain/import/importMapping.ts'
import { keyOf, type NameIndex, nameIndex } from '../../domain/import/nameIndex.ts'
import type { PaymentNames } from '../../domain/import/paymentRow.ts'
import type { ReadDb } from '../../store/database.ts'
import { contractNames, fundNames, lineNames, projectNames } from '../../store/importNames.ts'

/** The library's names, each index made when a row first asks for it; those chosen by hand come first. */
export function libraryNames(db: ReadDb, mapping: ImportMapping): PaymentNames {
  const chosen = (field: ImportField) =>
    new Map(
      (mapping.names ?? []).flatMap((name) => (name.field === field ? [[keyOf(name.text), name.id]] : [])),
    )
  const contracts = once(() => contractNames(db))
  const contractsOf = perKey((projectId) => {
    const own = contracts().filter((contract) => projectId === '' || contract.projectId === projectId)
    return nameIndex(
      own,
      new Map([...chosen('contract')].filter(([, id]) => own.some((one) => one.id === id))),
    )
  })
  const projectOf = once(() => new Map(contracts().map(({ id, projectId }) => [id, projectId])))
  const projects = once(() => nameIndex(projectNames(db), chosen('project')))
  const funds = once(() => nameIndex(fundNames(db), chosen('fund')))
  return {
    projects: { find: (text, field) => projects().find(text, field) },
    funds: { find: (text, field) => funds().find(text, field) },
    contractsOf: (projectId) => contractsOf(projectId ?? ''),
    projectOfContract: (contractId) => projectOf().get(contractId) ?? '',
    linesOf: perKey((projectId) => nameIndex(lineNames(db, projectId), chosen('budgetLine'))),
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

function perKey(make: (key: string) => NameIndex): (key: string) => NameIndex {
  const made = new Map<string, NameIndex>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
