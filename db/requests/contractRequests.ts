import { z } from 'zod'
import { commitmentPage, listCommitmentsInput } from '../domain/commitment.ts'
import {
  approveContractChangeInput,
  contractChange,
  contractDetail,
  contractRow,
  listContractsInput,
  recordContractChangeInput,
  recordContractInput,
  settleContractInput,
} from '../domain/contract.ts'
import {
  correctContractChangeInput,
  correctContractInput,
  withdrawContractChangeInput,
} from '../domain/contractCorrection.ts'
import { pageOf } from '../domain/page.ts'
import { progressGrid, progressGridInput } from '../domain/progressGrid.ts'
import {
  listProgressValuesInput,
  progressValuePage,
  recordedProgressValue,
  recordProgressValueInput,
} from '../domain/progressValue.ts'
import { previewSettlementInput, settlementEffect } from '../domain/settlement.ts'
import { command, keyed, query } from './kinds.ts'

/** Contracts, their changes and the work measured on them. */
export const contractRequests = {
  recordContract: command(['finance'], recordContractInput.extend(keyed), contractDetail),
  listContracts: query(listContractsInput, pageOf(contractRow)),
  getContract: query(z.strictObject({ contractId: z.string() }), contractDetail),
  recordContractChange: command(['finance'], recordContractChangeInput.extend(keyed), contractChange),
  approveContractChange: command(['finance'], approveContractChangeInput.extend(keyed), contractChange),
  /** What a settlement does to what is committed, retained, paid. */
  previewSettlement: query(previewSettlementInput, settlementEffect),
  settleContract: command(['finance'], settleContractInput.extend(keyed), contractDetail),
  recordProgressValue: command(['finance'], recordProgressValueInput.extend(keyed), recordedProgressValue),
  listProgressValues: query(listProgressValuesInput, progressValuePage),
  progressGrid: query(progressGridInput, progressGrid),
  correctContract: command(['finance'], correctContractInput.extend(keyed), contractDetail),
  correctContractChange: command(['finance'], correctContractChangeInput.extend(keyed), contractChange),
  withdrawContractChange: command(['finance'], withdrawContractChangeInput.extend(keyed), contractChange),
  listCommitments: query(listCommitmentsInput, commitmentPage),
} as const
