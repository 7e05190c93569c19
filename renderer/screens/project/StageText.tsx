import { useTranslation } from 'react-i18next'
import type { ProjectRow } from '../../../db/domain/project.ts'
import type { Standing } from '../../../db/domain/standing.ts'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { standingTone } from '../schedule/StandingText.tsx'

interface StageTextProps {
  readonly project: ProjectRow
  readonly standing: Standing
}

/** The stage that somebody set, else the source's own word; beside it how the schedule stands. */
export function StageText({ project, standing }: StageTextProps) {
  const { t } = useTranslation(['schedule', 'terms'])
  const word = project.stage === null ? project.statusText : t(`terms:stage.${project.stage}`)
  const isSaid = standing === 'done' && project.stage === 'inUse'
  return (
    <span className="stage">
      {word !== null && <span>{word}</span>}{' '}
      {!isSaid && <StatusTag tone={standingTone[standing]}>{t(`standing.${standing}`)}</StatusTag>}
    </span>
  )
}
