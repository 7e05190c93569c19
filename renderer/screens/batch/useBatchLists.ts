import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { paymentKinds } from '../../../db/domain/payment.ts'
import { send, useAllPages } from '../../api.ts'
import type { Named } from './pickNamed.ts'
import type { BatchLists } from './readBatchRow.ts'

/** Everything that the cells can name; 科目 of the projects that stand in the rows. */
export function useBatchLists(projectNames: readonly string[]): BatchLists {
  const { t, i18n } = useTranslation('money')
  const projects = useAllPages('listProjects', { state: 'open' }).data
  const contracts = useAllPages('listContracts', {}).data
  const funds = useAllPages('listFunds', {}).data
  const named = useMemo<readonly Named[]>(
    () =>
      (projects ?? []).map(({ id, name, code, aliases }) => ({
        value: id,
        label: name,
        others: code === null ? aliases : [...aliases, code],
      })),
    [projects],
  )
  const wanted = named.filter(({ label }) => projectNames.includes(label)).map(({ value }) => value)
  const lines = useQueries({
    queries: wanted.map((projectId) => ({
      queryKey: ['fourBooks', { projectId }],
      queryFn: () => send('fourBooks', { projectId }),
    })),
    combine: linesByProject,
  })
  return useMemo(() => {
    const contractsBy = Map.groupBy(contracts ?? [], ({ projectId }) => projectId)
    return {
      projects: named,
      kinds: paymentKinds.map((kind) => ({
        value: kind,
        label: t(`paymentKind.${kind}`),
        others: [kind, i18n.getFixedT('zh-CN', 'money')(`paymentKind.${kind}`)],
      })),
      contractsOf: (projectId) =>
        (contractsBy.get(projectId) ?? []).map(({ id, number, name }) => ({
          value: id,
          label: `${number} ${name}`,
          others: [number, name],
        })),
      linesOf: (projectId) => lines.get(projectId) ?? [],
      fundsOf: (projectId) =>
        (funds ?? [])
          .filter((fund) => fund.projects.some((own) => own.projectId === projectId))
          .map(({ id, name }) => ({ value: id, label: name, others: [] })),
    }
  }, [named, contracts, funds, lines, t, i18n])
}

function linesByProject(
  answers: readonly { readonly data: Awaited<ReturnType<typeof send<'fourBooks'>>> | undefined }[],
): ReadonlyMap<string, readonly Named[]> {
  return new Map(
    answers.flatMap(({ data }) =>
      data === undefined || data.projectId === null
        ? []
        : [
            [
              data.projectId,
              data.items.flatMap(({ lineId, code, name, isLeaf }) =>
                lineId === null || !isLeaf
                  ? []
                  : [
                      {
                        value: lineId,
                        label: `${code ?? ''} ${name ?? ''}`.trim(),
                        others: [name ?? '', code ?? ''],
                      },
                    ],
              ),
            ] as const,
          ],
    ),
  )
}
