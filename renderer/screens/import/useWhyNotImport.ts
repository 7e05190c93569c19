import { type ImportKind, importRole } from '../../../db/domain/import/field.ts'
import { ruleText } from '../../../db/domain/ruleText.ts'
import { useAppState, useLanguage, useWhyNot } from '../../state.tsx'

/** Why the person may not import or take back records of a kind; null where they may. */
export function useWhyNotImport(): (kind: ImportKind) => string | null {
  const whyNot = useWhyNot('applyImport')
  const language = useLanguage()
  const role = useAppState().settings.actor?.role
  return (kind) =>
    whyNot ?? (role === importRole(kind) ? null : ruleText('importRoleForbidden', {}, language))
}
