import type { FormInstance } from 'antd'
import { useState } from 'react'
import {
  type CommandName,
  type RequestInput,
  type RequestOutput,
  requests,
} from '../../../db/requests/requests.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { useCommand } from '../../api.ts'
import { clearFaults, type FieldFault, faultsOf, faultsOfError, showFaults } from '../../fieldFault.ts'
import { useLanguage } from '../../state.tsx'
import { useMendedFields } from '../../useMendedFields.ts'

interface EntryOptions<Name extends CommandName> {
  readonly form: FormInstance
  /** The form's own name for a field of the input. */
  readonly names?: Readonly<Record<string, string>>
  readonly onSaved: (value: RequestOutput<Name>) => void
}

/**
 * Saves what a form holds: checked by the request's own schema, each fault beside its field, the others above the
 * form. A warning asks for a reason and is passed over with it (`reasonOf`).
 */
export function useEntry<Name extends CommandName>(name: Name, options: EntryOptions<Name>) {
  const { form, names = {}, onSaved } = options
  const language = useLanguage()
  const command = useCommand(name)
  const [refused, setRefused] = useState<RequestError | null>(null)
  const [loose, setLoose] = useState<readonly string[]>([])
  const [warning, setWarning] = useState<string | null>(null)
  const haveTold = useMendedFields(form)

  const place = (faults: readonly FieldFault[]) => {
    const parts = faults.flatMap((fault) => {
      const [, index] = /^(?:lines|split)\.(\d+)\.amountFen$/.exec(fault.field) ?? []
      return index === undefined ? [] : [{ index: Number(index), fault }]
    })
    form.setFields(
      parts.map(({ index, fault }) => ({ name: ['lines', index, 'amount'], errors: [fault.message] })),
    )
    const others = faults.filter((fault) => !parts.some((part) => part.fault === fault))
    const homeless = showFaults(form, others, names)
    haveTold()
    return homeless
  }

  const save = (input: RequestInput<Name>, typed: readonly FieldFault[] = []) => {
    setRefused(null)
    setLoose([])
    clearFaults(form)
    const told = new Set(typed.map(({ field }) => field))
    const broken = [
      ...typed,
      ...faultsOf(requests[name].input, input, language).filter(({ field }) => !told.has(field)),
    ]
    if (broken.length > 0) {
      setLoose([...new Set(place(broken).map(({ message }) => message))])
      return
    }
    command.mutate(input, {
      onSuccess: onSaved,
      onError: ({ error }) => {
        if (error.code === 'warningsNeedReason') {
          setWarning(error.message)
          return
        }
        const homeless = place(faultsOfError(error))
        if (error.fields.length === 0 || homeless.length > 0) setRefused(error)
      },
    })
  }

  return {
    save,
    refused,
    loose,
    warning,
    isBusy: command.isPending,
    /** The reason for passing over a warning; nothing while none was given. */
    reasonOf: (reason: string | undefined) => (warning === null ? {} : { overrideReason: reason ?? '' }),
  }
}

export type Entry = Pick<ReturnType<typeof useEntry>, 'refused' | 'loose' | 'warning'>
