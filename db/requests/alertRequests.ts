import { z } from 'zod'
import { alert, listAlertsInput } from '../domain/alert.ts'
import { acknowledgeAlertInput, reopenAlertInput } from '../domain/alertAcknowledgement.ts'
import { pageOf } from '../domain/page.ts'
import { command, keyed, query, writers } from './kinds.ts'

/** What asks to be looked at, and who looked. */
export const alertRequests = {
  listAlerts: query(listAlertsInput, pageOf(alert)),
  acknowledgeAlert: command(writers, acknowledgeAlertInput.extend(keyed), alert),
  /** Takes an acknowledgement back; null where there is nothing left to tell. */
  reopenAlert: command(writers, reopenAlertInput.extend(keyed), z.object({ alert: alert.nullable() })),
} as const
