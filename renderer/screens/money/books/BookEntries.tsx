import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../api.ts'
import { RecoveryEntries } from '../holding/RecoveryEntries.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import type { EntryBook, MoneyView } from '../useMoneyView.ts'
import { CommitmentEntries } from './CommitmentEntries.tsx'
import { WorkEntries } from './WorkEntries.tsx'

type BookEntriesProps = Pick<MoneyTabProps, 'view' | 'show'>

/** What a figure of 合同 or 完成投资 adds up: opened over the screen it stands on, and in its address. */
export function BookEntries({ view, show }: BookEntriesProps) {
  const { t } = useTranslation(['money', 'terms'])
  const { entries, projectId, lineKey } = view
  const lines = useRequest(
    'fourBooks',
    { projectId: projectId ?? '' },
    { isEnabled: entries !== null && projectId !== null && lineKey !== null },
  ).data?.items
  const lineName =
    lineKey === null
      ? null
      : lineKey === 'none'
        ? t('unclassified')
        : (lines?.find((line) => line.lineKey === lineKey)?.name ?? '')
  const close = () => show(closed)
  const periodOf = (from: string | null, to: string | null) =>
    from === null ? (to === null ? '' : t('entriesUntil', { to })) : [...new Set([from, to])].join(' — ')
  return (
    <Drawer
      title={[entries === null ? '' : t(`entriesTitle.${entries}`), lineName, periodOf(view.from, view.to)]
        .filter((part) => part !== null && part !== '')
        .join(' · ')}
      size={860}
      open={entries !== null}
      onClose={close}
      closable={{ 'aria-label': t('terms:close') }}
      destroyOnHidden
    >
      {entries !== null && (
        <Entries
          book={entries}
          view={view}
          onOpen={(contractId) => show({ ...closed, contractId, tab: 'contracts' })}
        />
      )}
    </Drawer>
  )
}

interface EntriesProps {
  readonly book: EntryBook
  readonly view: MoneyView
  readonly onOpen: (contractId: string) => void
}

function Entries({ book, view, onOpen }: EntriesProps) {
  const { projectId, planId, entriesOf: contractId, lineKey, from, to } = view
  const scope = {
    ...(projectId === null ? {} : { projectId }),
    ...(planId === null ? {} : { planId }),
    ...(contractId === null ? {} : { contractId }),
    ...(lineKey === null ? {} : { lineKey }),
  }
  const months = {
    ...(from === null ? {} : { from: from.slice(0, 7) }),
    ...(to === null ? {} : { to: to.slice(0, 7) }),
  }
  if (book === 'recovered') return <RecoveryEntries contractId={contractId ?? ''} to={to} />
  return book === 'done' ? (
    <WorkEntries scope={{ ...scope, ...months }} onOpen={onOpen} />
  ) : (
    <CommitmentEntries
      scope={{
        ...scope,
        state: book === 'contract' ? 'committed' : book,
        ...(to === null ? {} : { to }),
      }}
      onOpen={onOpen}
    />
  )
}

const closed = { entries: null, entriesOf: null, lineKey: null, planId: null, from: null, to: null }
