import type { ProjectRow } from '../../../db/domain/project.ts'
import { ProjectPicker } from '../payment/ProjectPicker.tsx'

interface ProjectFieldProps {
  readonly projects: readonly ProjectRow[]
  readonly id?: string
  readonly value?: string
  readonly onChange?: (projectId: string) => void
}

/** A project as the control of a form's field. */
export function ProjectField({ projects, value = '', onChange, ...select }: ProjectFieldProps) {
  return (
    <ProjectPicker
      projects={projects}
      value={value}
      onChange={(projectId) => onChange?.(projectId)}
      select={select}
    />
  )
}
