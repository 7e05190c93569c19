import { Button } from 'antd'

interface RowButtonsProps {
  readonly buttons: readonly {
    readonly text: string
    /** Says also which row it is about. */
    readonly name: string
    readonly onClick: () => void
  }[]
}

/** What can be done with a row of a table, as links at its end. */
export function RowButtons({ buttons }: RowButtonsProps) {
  return (
    <>
      {buttons.map(({ text, name, onClick }) => (
        <Button key={text} type="link" size="small" aria-label={name} onClick={onClick}>
          {text}
        </Button>
      ))}
    </>
  )
}
