import { Select, type SelectProps } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectRow } from '../../../db/domain/project.ts'

interface Props {
  readonly projects: readonly ProjectRow[]
  readonly value: string
  /** Empty text where none is chosen. */
  readonly onChange: (projectId: string) => void
  /** After a choice by key or click. */
  readonly onChosen?: () => void
  readonly onOpen?: (isOpen: boolean) => void
  readonly canClear?: boolean
  readonly select: Omit<SelectProps<string, ProjectOption>, 'options' | 'value' | 'onChange'> & {
    readonly 'aria-label'?: string
  }
}

/** A project by any part of its name, an alias or its code. Tab takes the marked project, as Enter does. */
export function ProjectPicker({
  projects,
  value,
  onChange,
  onChosen,
  onOpen,
  canClear = false,
  select,
}: Props) {
  const { t } = useTranslation('payment')
  const [typed, setTyped] = useState('')
  const marked = useRef<string | null>(null)
  return (
    <Select<string, ProjectOption>
      {...select}
      value={value === '' ? null : value}
      onChange={(chosen: string | undefined) => {
        onChange(chosen ?? '')
      }}
      onSelect={() => {
        onChosen?.()
      }}
      onActive={(active) => {
        marked.current = typeof active === 'string' ? active : null
      }}
      {...(onOpen === undefined ? {} : { onOpenChange: onOpen })}
      onInputKeyDown={(event) => {
        if (event.key !== 'Tab' || typed === '' || marked.current === null) return
        onChange(marked.current)
      }}
      allowClear={canClear}
      showSearch={{
        onSearch: setTyped,
        filterOption: (text, option) => option !== undefined && searched(option.search, text),
      }}
      options={projects.map((project) => ({
        value: project.id,
        label: project.name,
        title: project.name,
        search: [project.name, ...project.aliases, project.code ?? ''].join('\n'),
        note: [project.code, ...project.aliases].filter((part) => part !== null).join(' · '),
      }))}
      optionRender={(option) => (
        <div className="project-option">
          <div>{option.label}</div>
          {option.data.note !== '' && <div className="option-note">{option.data.note}</div>}
        </div>
      )}
      notFoundContent={t('noProject')}
      placeholder={select.placeholder ?? t('chooseProject')}
    />
  )
}

interface ProjectOption {
  readonly value: string
  readonly label: string
  readonly title: string
  /** Where the typed words are looked for. */
  readonly search: string
  readonly note: string
}

/** Every word that was typed occurs, whatever the case and width of its letters. */
function searched(text: string, typed: string) {
  const plain = text.normalize('NFKC').toLowerCase()
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => plain.includes(word))
}
