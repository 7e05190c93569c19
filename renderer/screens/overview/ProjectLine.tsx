import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Alert } from '../../../db/domain/alert.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { Amount } from '../../parts/Amount.tsx'
import { PeriodText } from '../../parts/PeriodText.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useAmountUnit, useLanguage } from '../../state.tsx'
import { alertSentence } from '../alert/alertSentence.ts'
import { alertTone } from '../alert/alertTone.ts'
import { ProjectAmount } from '../project/ProjectAmount.tsx'

interface ProjectLineProps {
  readonly project: ProjectRow
  readonly alerts: readonly Alert[]
}

/** One project; its name leads to it, its payments to the filtered ledger. A click anywhere else opens it, too. */
export function ProjectLine({ project, alerts }: ProjectLineProps) {
  const { t } = useTranslation(['overview', 'terms'])
  const navigate = useNavigate()
  const address = `/projects/${encodeURIComponent(project.id)}`
  const payments = `/payments?projectId=${encodeURIComponent(project.id)}`
  const isSilent = alerts.some(({ kind }) => kind === 'periodPassed' || kind === 'projectPeriodPassed')
  const isReported = project.progressPct !== null
  const isInUse = project.stage === 'inUse'
  return (
    <tr
      className="is-openable"
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a, button') === null)
          void navigate(address)
      }}
    >
      <th scope="row" className="project-name" title={project.name}>
        <Link to={address}>{project.name}</Link>
      </th>
      <td>{stageOf()}</td>
      <td>
        <PeriodText
          start={project.plannedStart ?? project.actualStart}
          finish={project.plannedFinish ?? project.actualFinish}
        />
      </td>
      <td className="is-figure">
        <ProjectAmount project={project} />
      </td>
      <td className="is-figure">
        <Amount
          fen={project.paymentCount === 0 ? null : project.paidFen}
          unknown="notEntered"
          origin={{ to: payments }}
          originName={t('paidOpen')}
        />
      </td>
      <td className={isReported ? 'is-figure figure' : 'is-figure grey'}>
        {isReported ? `${String(project.progressPct)}%` : isInUse ? '—' : t('terms:notReported')}
      </td>
      <td className={project.lastReportOn === null ? 'grey' : 'figure'}>
        {project.lastReportOn ?? (isInUse ? '—' : t('terms:notReported'))}
      </td>
      <td className="is-figure">
        <AlertCount alerts={alerts} address={address} />
      </td>
    </tr>
  )

  function stageOf() {
    if (project.stage !== null) return t(`terms:stage.${project.stage}`)
    if (isSilent) return <span className="amber">{t('silent')}</span>
    return <span className="grey">{project.statusText ?? t('terms:notReported')}</span>
  }
}

/** How many alerts a project has, in the tone of the heaviest; the sentences are its description. */
function AlertCount({ alerts, address }: { readonly alerts: readonly Alert[]; readonly address: string }) {
  const { t } = useTranslation(['overview', 'terms'])
  const { t: sentence } = useTranslation(['alert', 'terms'])
  const unit = useAmountUnit()
  const language = useLanguage()
  const heaviest = alerts.toSorted((a, b) => a.weight - b.weight)[0]
  if (heaviest === undefined) return null
  return (
    <Link
      to={address}
      aria-label={t('alertCount', { count: alerts.length })}
      title={alerts.map((alert) => alertSentence(alert, sentence, unit, language)).join('\n')}
    >
      <StatusTag tone={alertTone(heaviest.kind)}>{alerts.length}</StatusTag>
    </Link>
  )
}
