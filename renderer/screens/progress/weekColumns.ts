/** What is said of a task of the week, on the screen and on paper. */
export const weekColumns = [
  'name',
  'responsible',
  'planned',
  'reason',
  'status',
  'actualStartOn',
  'actualOn',
  'progressPct',
  'forecast',
  'delayReason',
  'note',
] as const
