import { z } from 'zod'
import {
  correctionPreview,
  correctPaymentInput,
  previewCorrectionInput,
  relatedPayments,
} from '../domain/correction.ts'
import { totalFen } from '../domain/fen.ts'
import { pageInput, pageOf } from '../domain/page.ts'
import { payable, payableNowInput, projectPayable, projectPayableInput } from '../domain/payable.ts'
import {
  exportPaymentsInput,
  listDuplicatesInput,
  listPaymentsInput,
  paymentKind,
  paymentPage,
  paymentRow,
  paymentWarningsInput,
  recordPaymentInput,
} from '../domain/payment.ts'
import { postedBatch, recordPaymentsInput } from '../domain/paymentBatch.ts'
import {
  closeChecklist,
  closeMonthInput,
  month,
  periodClose,
  periodRow,
  reopenMonthInput,
} from '../domain/periodClose.ts'
import { reversePaymentInput } from '../domain/reversal.ts'
import { tableFormats, writtenFile } from '../domain/tableFile.ts'
import { command, keyed, query, task } from './kinds.ts'

/** Payments, what may be paid, and the months that are closed. */
export const paymentRequests = {
  recordPayment: command(['finance'], recordPaymentInput, paymentRow),
  /** Many at once: all or none, with every wrong row named. */
  recordPayments: command(['finance'], recordPaymentsInput, postedBatch),
  correctPayment: command(
    ['finance'],
    correctPaymentInput,
    z.object({ original: paymentRow, entries: z.array(paymentRow) }),
  ),
  relatedPayments: query(z.strictObject({ paymentId: z.string() }), relatedPayments),
  /** What correctPayment would post, with the summaries of its vouchers. */
  previewCorrection: query(previewCorrectionInput, correctionPreview),
  reversePayment: command(['finance'], reversePaymentInput, paymentRow),
  listPayments: query(listPaymentsInput, paymentPage),
  listDuplicates: query(listDuplicatesInput, z.object({ items: z.array(paymentRow), total: z.int() })),
  listPayees: query(
    z.strictObject({ text: z.string().max(200).default(''), ...pageInput }),
    pageOf(
      z.object({
        payee: z.string(),
        paymentCount: z.int(),
        lastPurpose: z.string().nullable(),
        lastProjectId: z.string().nullable(),
        lastContractId: z.string().nullable(),
        /** 科目, code and name: its line may be one of an older version. */
        lastLine: z.string().nullable(),
        lastKind: paymentKind.nullable(),
        /** The one source that bore the last payment; null where it was split, or not split at all. */
        lastFundId: z.string().nullable(),
      }),
    ),
  ),
  /** Paid by project and month, from the kept summary. Months as YYYY-MM. */
  paidByMonth: query(
    z.strictObject({
      projectId: z.string().optional(),
      planId: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
    z.object({
      items: z.array(
        z.object({ projectId: z.string(), month: z.string(), paidFen: totalFen, paymentCount: z.int() }),
      ),
      total: z.int(),
      paidFen: totalFen,
    }),
  ),
  /** The filtered set in its order, with the columns named, as a workbook or CSV. */
  exportPayments: task(exportPaymentsInput, writtenFile, {
    direction: 'save',
    extensions: tableFormats,
    title: (_input, language) => (language === 'en' ? 'Payments' : '支付台账'),
  }),
  payableNow: query(payableNowInput, payable),
  /** The rules that an entry would break and that ask for a reason; what blocks it stands among the limits. */
  paymentWarnings: query(paymentWarningsInput, z.object({ codes: z.array(z.string()) })),
  /** What binds a payment without a contract. */
  projectPayable: query(projectPayableInput, projectPayable),
  closeMonth: command(['finance'], closeMonthInput.extend(keyed), periodClose),
  reopenMonth: command(['finance'], reopenMonthInput.extend(keyed), periodClose),
  /** What to look at before a month is closed. */
  monthChecklist: query(z.strictObject({ month }), closeChecklist),
  /** Months with entries or a close, newest first. */
  listPeriods: query(z.strictObject({ ...pageInput }), pageOf(periodRow)),
} as const
