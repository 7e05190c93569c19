import './task.css'
import { App, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestError } from '../../../../db/requests/wire.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { ErrorNotice } from '../../../parts/ErrorNotice.tsx'
import { ProposalPanel } from '../gantt/ProposalPanel.tsx'
import type { TaskLine } from '../gantt/taskLine.ts'
import { useProposal } from '../gantt/useProposal.ts'
import { LinkRows } from './LinkRows.tsx'
import { type LinkDrafts, linkDrafts, linkSides, readLinks } from './linkDraft.ts'
import { mayBeLinked } from './taskChoice.ts'
import { useEscape } from './useEscape.ts'

interface LinkDialogProps {
  readonly line: TaskLine
  readonly lines: readonly TaskLine[]
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** 前后任务: what a task waits for and what waits for it, set together; what moves is shown before it is done. */
export function LinkDialog(props: LinkDialogProps) {
  const { t } = useTranslation(['task', 'terms'])
  return (
    <Modal
      title={t('linksOf', { name: props.line.task.name })}
      width={800}
      open
      onCancel={props.onClose}
      closable={{ 'aria-label': t('terms:close') }}
      footer={null}
      keyboard={false}
      destroyOnHidden
    >
      <Links {...props} />
    </Modal>
  )
}

function Links({ line, lines, onClose, onSaved }: LinkDialogProps) {
  const { t } = useTranslation('task')
  const { message } = App.useApp()
  const { task } = line
  const [drafts, setDrafts] = useState<LinkDrafts>(() => linkDrafts(line, lines))
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map())
  const [refused, setRefused] = useState<RequestError | null>(null)
  const proposal = useProposal(() => {
    void message.info(t('linksSaved', { name: task.name }))
    onSaved()
    onClose()
  })

  const save = async () => {
    setRefused(null)
    const reading = readLinks(task.id, drafts)
    setFaults(new Map(reading.faults.map(({ at, code }) => [at, t(code)])))
    if (reading.faults.length > 0) return
    const error = await proposal.propose({ kind: 'links', input: reading.input }, '', false)
    if (error === null) return
    if (error.code === 'nothingChanged') {
      onClose()
      return
    }
    const [field] = error.fields
    if (field === undefined || !/^(pre|suc)\w+\.\d+\./.test(field)) setRefused(error)
    else setFaults(new Map([[field, error.message]]))
  }
  useEscape(proposal.open === null, onClose)
  const others = mayBeLinked(task.id, lines)
  return (
    <>
      {proposal.open !== null && (
        <ProposalPanel
          proposal={proposal.open.proposal}
          isBusy={proposal.isBusy}
          error={proposal.error}
          dropText={t('back')}
          onConfirm={proposal.confirm}
          onDrop={proposal.drop}
        />
      )}
      <form
        hidden={proposal.open !== null}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {refused !== null && <ErrorNotice error={refused} />}
        {linkSides.map((side) => (
          <LinkRows
            key={side}
            side={side}
            drafts={drafts[side]}
            others={others}
            faults={faults}
            onChange={(changed) => {
              setDrafts({ ...drafts, [side]: changed })
              setFaults(new Map())
            }}
          />
        ))}
        <DialogButtons okText={t('apply')} isBusy={proposal.isBusy} onClose={onClose} />
      </form>
    </>
  )
}
