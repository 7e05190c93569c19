import {
  createFundInput,
  fund,
  fundEntry,
  fundEntryPage,
  fundRow,
  listFundEntriesInput,
  listFundsInput,
  recordFundReceiptInput,
} from '../domain/fund.ts'
import { pageOf } from '../domain/page.ts'
import { command, keyed, query } from './kinds.ts'

/** Sources of funds and what they brought. */
export const fundRequests = {
  createFund: command(['finance'], createFundInput.extend(keyed), fund),
  listFunds: query(listFundsInput, pageOf(fundRow)),
  recordFundReceipt: command(['finance'], recordFundReceiptInput.extend(keyed), fundEntry),
  listFundEntries: query(listFundEntriesInput, fundEntryPage),
} as const
