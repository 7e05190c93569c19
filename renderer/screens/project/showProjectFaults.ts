import type { FormInstance } from 'antd'
import { type FieldFault, showFaults } from '../../fieldFault.ts'

/** Faults beside their fields; those of a citation (citations.0.quote) beside the citation's own field. */
export function showProjectFaults(form: FormInstance, faults: readonly FieldFault[]): readonly FieldFault[] {
  const cited = faults.flatMap((fault) => {
    const [, index, part] = /^citations\.(\d+)\.(field|source|section|quote)$/.exec(fault.field) ?? []
    return index === undefined || !isPart(part)
      ? []
      : [{ path: ['citations', Number(index), part] as const, fault }]
  })
  const others = faults.filter((fault) => !cited.some((own) => own.fault === fault))
  const places = others.map((fault) => ({
    ...fault,
    field: fault.field.replace(/^aliases\.\d+$/, 'aliases'),
  }))
  const homeless = showFaults(form, places)
  form.setFields(cited.map(({ path, fault }) => ({ name: [...path], errors: [fault.message] })))
  return homeless
}

function isPart(part: string | undefined): part is 'field' | 'source' | 'section' | 'quote' {
  return part !== undefined
}
