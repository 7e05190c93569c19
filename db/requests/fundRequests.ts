import {
  createFundInput,
  fund,
  fundEntry,
  fundEntryPage,
  fundEntryRow,
  fundRow,
  fundsByYearInput,
  fundYears,
  listFundEntriesInput,
  listFundsInput,
  recordFundReceiptInput,
  reverseFundEntryInput,
} from '../domain/fund.ts'
import { proposedSplit, proposeSplitInput } from '../domain/fundSplit.ts'
import { pageOf } from '../domain/page.ts'
import { command, keyed, query } from './kinds.ts'

/** Sources of funds and what they brought. */
export const fundRequests = {
  createFund: command(['finance'], createFundInput.extend(keyed), fund),
  listFunds: query(listFundsInput, pageOf(fundRow)),
  recordFundReceipt: command(['finance'], recordFundReceiptInput.extend(keyed), fundEntry),
  proposeSplit: query(proposeSplitInput, proposedSplit),
  /** 红字冲销 of a wrong 下达 or 到位; both stay. */
  reverseFundEntry: command(['finance'], reverseFundEntryInput.extend(keyed), fundEntryRow),
  fundsByYear: query(fundsByYearInput, fundYears),
  listFundEntries: query(listFundEntriesInput, fundEntryPage),
} as const
