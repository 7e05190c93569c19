import {
  advanceRecovery,
  advanceRow,
  listAdvanceRecoveriesInput,
  listAdvancesInput,
  recordAdvanceRecoveryInput,
} from '../domain/advance.ts'
import { pageOf } from '../domain/page.ts'
import {
  listPaymentDuesInput,
  overdueYear,
  overdueYearInput,
  paymentDue,
  paymentDuePage,
  recordPaymentDueInput,
  withdrawPaymentDueInput,
} from '../domain/paymentDue.ts'
import { listRetentionsInput, retention, retentionRow, setRetentionInput } from '../domain/retention.ts'
import { command, keyed, query } from './kinds.ts'

/** What is held between an office and its contractors: advances, retention, and what is owed to small enterprises. */
export const holdingRequests = {
  listAdvances: query(listAdvancesInput, pageOf(advanceRow)),
  listAdvanceRecoveries: query(listAdvanceRecoveriesInput, pageOf(advanceRecovery)),
  recordAdvanceRecovery: command(['finance'], recordAdvanceRecoveryInput.extend(keyed), advanceRecovery),
  listRetentions: query(listRetentionsInput, pageOf(retentionRow)),
  setRetention: command(['finance'], setRetentionInput.extend(keyed), retention),
  listPaymentDues: query(listPaymentDuesInput, paymentDuePage),
  recordPaymentDue: command(['finance'], recordPaymentDueInput.extend(keyed), paymentDue),
  withdrawPaymentDue: command(['finance'], withdrawPaymentDueInput.extend(keyed), paymentDue),
  overdueOfYear: query(overdueYearInput, overdueYear),
} as const
