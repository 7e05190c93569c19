import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Citation } from '../../../db/domain/citation.ts'
import { Block } from '../../parts/Block.tsx'
import { CitationButton } from '../../parts/CitationButton.tsx'
import { PlanDateText } from '../../parts/PlanDateText.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import type { ReadProject } from './ProjectPage.tsx'

interface FactsProps {
  readonly project: ReadProject
}

/** What the sources and the people say of a project; each fact opens the quote that it rests on. */
export function ProjectFacts({ project }: FactsProps) {
  const { t } = useTranslation('project')
  return (
    <Block title={t('facts')}>
      <table className="facts-table" aria-label={t('facts')}>
        <tbody>
          <NameAndDates project={project} />
          <WhoAndWhat project={project} />
        </tbody>
      </table>
    </Block>
  )
}

function NameAndDates({ project }: FactsProps) {
  const { t } = useTranslation(['project', 'terms'])
  const hasAlias = project.aliases.length > 0
  return (
    <>
      <Fact name={t('name')} quotes={quotesOf(project, 'name')}>
        {project.name}
        {hasAlias && <span className="grey"> {t('aliasesAre', { names: project.aliases.join('、') })}</span>}
      </Fact>
      <Fact name={t('code')} quotes={quotesOf(project, 'code')}>
        {project.code ?? <span className="grey">{t('codePending')}</span>}
      </Fact>
      <Fact name={t('stage')} quotes={quotesOf(project, 'status')}>
        {project.stage !== null && t(`terms:stage.${project.stage}`)}
        {project.stage !== null && project.statusText !== null && ' · '}
        {project.statusText}
        {project.stage === null && project.statusText === null && <Missing project={project} />}
      </Fact>
      <Fact name={t('planned')} quotes={quotesOf(project, 'dates')}>
        <Dates start={project.plannedStart} finish={project.plannedFinish} />
      </Fact>
      <Fact
        name={t('actual')}
        quotes={
          project.plannedStart === null && project.plannedFinish === null ? quotesOf(project, 'dates') : []
        }
      >
        <Dates start={project.actualStart} finish={project.actualFinish} isActual />
      </Fact>
    </>
  )
}

function WhoAndWhat({ project }: FactsProps) {
  const { t } = useTranslation(['project', 'terms'])
  return (
    <>
      <Fact name={t('kind')} quotes={quotesOf(project, 'kind')}>
        {project.kind ?? <Missing project={project} />}
        {project.isListed === false && (
          <>
            {' '}
            <StatusTag tone="grey">{t('notListed')}</StatusTag>
          </>
        )}
      </Fact>
      <Fact name={t('owner')} quotes={quotesOf(project, 'owner')}>
        {project.owner ?? <Missing project={project} />}
        {project.owner !== null && project.isOwnerInferred && (
          <span title={t('ownerInferredWhy')}>
            {' '}
            <StatusTag tone="grey">{t('ownerInferred')}</StatusTag>
          </span>
        )}
      </Fact>
      <Fact name={t('lead2')} quotes={quotesOf(project, 'lead')}>
        {project.lead ?? <Missing project={project} />}
      </Fact>
      {project.responsible.length > 0 && (
        <Fact name={t('responsible')} quotes={quotesOf(project, 'responsible')}>
          {project.responsible.join('、')}
        </Fact>
      )}
      <Fact name={t('scope')} quotes={quotesOf(project, 'scope')}>
        {project.scope ?? <Missing project={project} />}
      </Fact>
      {project.areas.length > 0 && (
        <Fact name={t('areas')} quotes={quotesOf(project, 'areas')}>
          {project.areas.map((area) => t('sqm', area)).join('；')}
        </Fact>
      )}
      {project.note !== null && (
        <Fact name={t('note')} quotes={[]}>
          {project.note}
        </Fact>
      )}
    </>
  )
}

function Missing({ project }: FactsProps) {
  const { t } = useTranslation(['project', 'terms'])
  return <span className="grey">{t(project.origin === 'plan' ? 'notGiven' : 'terms:notEntered')}</span>
}

function quotesOf(project: ReadProject, field: string) {
  return project.citations.filter((citation) => citation.field.split(',').includes(field))
}

interface FactProps {
  readonly name: string
  readonly quotes: readonly Citation[]
  readonly children: ReactNode
}

function Fact({ name, quotes, children }: FactProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
      <td className="fact-citation">
        <CitationButton subject={name} citations={quotes} isWordy />
      </td>
    </tr>
  )
}

interface DatesProps {
  readonly start: string | null
  readonly finish: string | null
  readonly isActual?: boolean
}

function Dates({ start, finish, isActual = false }: DatesProps) {
  const { t } = useTranslation('project')
  const unknown = isActual ? 'notReported' : 'undated'
  if (start === null && finish === null) return <PlanDateText date={null} unknown={unknown} />
  if (start === null && finish !== null) {
    return (
      <>
        {t(isActual ? 'actualFinish' : 'plannedFinish')} <PlanDateText date={finish} inWords />
      </>
    )
  }
  return (
    <>
      <PlanDateText date={start} inWords /> — <PlanDateText date={finish} inWords unknown={unknown} />
    </>
  )
}
