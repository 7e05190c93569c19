interface BarProps {
  /** 0 to 1; more is shown full and red. */
  readonly share: number
  readonly label: string
}

/** A thin bar beside a figure, which says the same in numbers. */
export function Bar({ share, label }: BarProps) {
  const width = `${String(Math.min(Math.max(share, 0), 1) * 100)}%`
  return (
    <span className={share > 1 ? 'bar is-over' : 'bar'} role="img" aria-label={label} title={label}>
      <span style={{ width }} />
    </span>
  )
}
