/** Beyond them a sheet is not read: no ledger is so wide, or so long. */
export const maxColumns = 200
export const maxRows = 200_000
