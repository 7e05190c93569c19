import { z } from 'zod'
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
import { pageOf } from '../domain/page.ts'
import {
  listProgressValuesInput,
  progressValuePage,
  recordedProgressValue,
  recordProgressValueInput,
} from '../domain/progressValue.ts'
import { command, keyed, query } from './kinds.ts'

/** Contracts, their changes and the work measured on them. */
export const contractRequests = {
  recordContract: command(['finance'], recordContractInput.extend(keyed), contractDetail),
  listContracts: query(listContractsInput, pageOf(contractRow)),
  getContract: query(z.strictObject({ contractId: z.string() }), contractDetail),
  recordContractChange: command(['finance'], recordContractChangeInput.extend(keyed), contractChange),
  approveContractChange: command(['finance'], approveContractChangeInput.extend(keyed), contractChange),
  settleContract: command(['finance'], settleContractInput.extend(keyed), contractDetail),
  recordProgressValue: command(['finance'], recordProgressValueInput.extend(keyed), recordedProgressValue),
  listProgressValues: query(listProgressValuesInput, progressValuePage),
} as const
