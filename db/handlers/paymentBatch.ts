import { sumOf } from '../domain/fenPart.ts'
import { signedFen } from '../domain/payment.ts'
import { assertControlSum } from '../domain/paymentBatch.ts'
import { type RowFault, RowsBroken, RuleBroken } from '../domain/ruleBroken.ts'
import type { CommandHandler } from './handler.ts'
import { postEntry } from './posting.ts'

/** All rows or none: each is posted upon those above it, so that limits and duplicates count within the batch, too. */
export const recordPayments: CommandHandler<'recordPayments'> = (db, { rows, controlFen }, moment) => {
  assertControlSum(sumOf(rows.map((row) => ({ amountFen: signedFen(row) }))), controlFen)

  const faults: RowFault[] = []
  const paymentIds: string[] = []
  let amountFen = 0
  for (const [row, input] of rows.entries()) {
    try {
      const posted = postEntry(db, input, moment)
      paymentIds.push(posted.id)
      amountFen += posted.amountFen
    } catch (error) {
      // A person wants to hear of every wrong row at once; what the others wrote falls with the command.
      if (!(error instanceof RuleBroken)) throw error
      faults.push({ row, code: error.code, fields: error.fields, params: error.params })
    }
  }
  if (faults.length > 0) throw new RowsBroken(faults)
  return { paymentIds, amountFen }
}
