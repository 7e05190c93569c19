import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pastedBlock } from '../import/pastedCells.ts'
import type { BatchKey } from './batchKey.ts'
import { batchKeyOf } from './batchKey.ts'
import { CellChoices } from './CellChoices.tsx'

interface Props {
  readonly label: string
  readonly value: string
  readonly isWrong: boolean
  readonly describedBy: string
  /** What can be chosen, for the text typed so far; null where any text may stand. */
  readonly choicesFor: ((text: string) => readonly string[]) | null
  /** Whether only a listed one may stand: the first that matches is marked. */
  readonly isStrict: boolean
  readonly isFigure: boolean
  /** The text as it is left, and what the key asks for. */
  readonly onLeave: (text: string, key: BatchKey | null) => void
  /** True where it was a block, which the grid takes. */
  readonly onPaste: (text: string) => boolean
  readonly onType: (text: string) => void
  readonly takesFocus: boolean
}

/** The one cell that is written in. A list opens while a name is typed; Enter and Tab take what is marked. */
export function CellEditor(props: Props) {
  const { label, value, isWrong, describedBy, choicesFor, isStrict, isFigure, onLeave, onPaste } = props
  const { onType, takesFocus } = props
  const { t } = useTranslation('batch')
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const isLeft = useRef(false)
  const [text, setText] = useState(value)
  const [isListing, setIsListing] = useState(false)
  const [marked, setMarked] = useState(-1)
  const choices = isListing && choicesFor !== null ? choicesFor(text).slice(0, 8) : []

  useLayoutEffect(() => {
    if (!takesFocus) return
    input.current?.focus()
    input.current?.select()
  }, [takesFocus])

  function type(typed: string) {
    setText(typed)
    onType(typed.trim())
    setIsListing(typed.trim() !== '')
    setMarked(isStrict ? 0 : -1)
  }

  function leave(key: BatchKey | null) {
    isLeft.current = true
    onLeave(isListing ? (choices[marked] ?? text) : text, key)
    isLeft.current = false
  }

  /** Whether the key was the list's: it opens, closes, or marks another choice. */
  function isOfList({ key, altKey, ctrlKey }: KeyboardEvent<HTMLInputElement>): boolean {
    const isVertical = key === 'ArrowDown' || key === 'ArrowUp'
    if (choicesFor !== null && key === 'ArrowDown' && altKey) {
      setIsListing(true)
      setMarked(0)
      return true
    }
    if (choices.length > 0 && isVertical && !ctrlKey) {
      setMarked((marked + (key === 'ArrowDown' ? 1 : -1) + choices.length) % choices.length)
      return true
    }
    if (key !== 'Escape' || !isListing) return false
    setIsListing(false)
    return true
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (isOfList(event)) {
      event.preventDefault()
      return
    }
    const isTouched = text !== value
    const key = batchKeyOf(event, { isTouched, input: event.currentTarget })
    if (key === null) return
    event.preventDefault()
    event.stopPropagation()
    // What was typed in the cell is taken back before anything else is.
    if (isTouched && (key.kind === 'leave' || (key.kind === 'change' && key.change === 'undo'))) {
      setText(value)
      setIsListing(false)
    } else leave(key)
  }

  return (
    <>
      <input
        ref={input}
        className={isFigure ? 'batch-input is-figure' : 'batch-input'}
        value={text}
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        autoComplete="off"
        spellCheck={false}
        {...(choicesFor === null
          ? {}
          : {
              role: 'combobox',
              'aria-expanded': choices.length > 0,
              'aria-controls': listId,
              'aria-autocomplete': 'list' as const,
              ...(choices[marked] === undefined
                ? {}
                : { 'aria-activedescendant': `${listId}-${String(marked)}` }),
            })}
        onChange={(event) => {
          type(event.target.value)
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (onPaste(pastedBlock(event.clipboardData))) event.preventDefault()
        }}
        onBlur={() => {
          setIsListing(false)
          // Where a key moves on, the text was handed over with it.
          if (!isLeft.current) onLeave(text, null)
        }}
      />
      {choices.length > 0 && (
        <CellChoices
          id={listId}
          label={t('choices')}
          choices={choices}
          marked={marked}
          anchor={input}
          onChoose={(choice) => {
            setText(choice)
            setIsListing(false)
            onLeave(choice, { kind: 'next' })
          }}
        />
      )}
    </>
  )
}
