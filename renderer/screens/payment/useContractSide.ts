import { useState } from 'react'
import type { ContractRow } from '../../../db/domain/contract.ts'
import { useAllPages, useRequest } from '../../api.ts'
import { useLeaves } from '../money/budget/useLeaves.ts'
import { type DraftContent, hasContractSide } from './paymentDraft.ts'

/** The part 合同与资金: what its fields choose from, and whether it is open. A project with contracts or funds opens it. */
export function useContractSide(content: DraftContent) {
  const { projectId } = content
  const [chosen, setChosen] = useState<boolean | null>(null)
  const options = { isEnabled: projectId !== '' }
  const contracts = useAllPages('listContracts', { projectId }, options).data ?? noContracts
  const fundCount = useRequest('listFunds', { projectId, pageSize: 1 }, options).data?.total ?? 0
  const lines = useLeaves(projectId)
  const isFilled = hasContractSide(content)
  const isOpen = isFilled || (chosen ?? (contracts.length > 0 || fundCount > 0))
  return {
    contracts,
    lines,
    /** What is filled in is never folded away. */
    isFilled,
    isOpen,
    toggle: () => {
      setChosen(!isOpen)
    },
  }
}

const noContracts: readonly ContractRow[] = []
