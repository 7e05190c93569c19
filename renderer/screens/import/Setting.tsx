import type { ReactNode } from 'react'

interface SettingProps {
  readonly label: string
  readonly note?: string
  readonly isDoubtful?: boolean
  readonly children: ReactNode
}

/** One setting of the sheet with its name before it. */
export function Setting({ label, note, isDoubtful = false, children }: SettingProps) {
  return (
    <div className="import-setting">
      <span className="grey">{label}</span>
      {children}
      {note !== undefined && <span className={isDoubtful ? 'amber' : 'grey'}>{note}</span>}
    </div>
  )
}
