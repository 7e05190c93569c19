import { useState } from 'react'
import type { ContractRow } from '../../../db/domain/contract.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { useAllPages } from '../../api.ts'
import { type DraftContent, hasContractSide } from './paymentDraft.ts'

export type FundOfProject = RequestOutput<'listFunds'>['items'][number]

/** The part 合同与资金: what its fields choose from, and whether it is open. A project with contracts opens it. */
export function useContractSide(content: DraftContent) {
  const { projectId } = content
  const [chosen, setChosen] = useState<boolean | null>(null)
  const options = { isEnabled: projectId !== '' }
  const contracts = useAllPages('listContracts', { projectId }, options).data ?? noContracts
  const funds = useAllPages('listFunds', { projectId }, options).data ?? noFunds
  const isFilled = hasContractSide(content)
  const isOpen = isFilled || (chosen ?? contracts.length > 0)
  return {
    contracts,
    funds,
    /** What is filled in is never folded away. */
    isFilled,
    isOpen,
    toggle: () => {
      setChosen(!isOpen)
    },
  }
}

const noContracts: readonly ContractRow[] = []
const noFunds: readonly FundOfProject[] = []
