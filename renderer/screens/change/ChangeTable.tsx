import { Pagination } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change } from '../../../db/domain/change.ts'
import { useRequest } from '../../api.ts'
import { instantInTable } from '../../parts/instant.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { isRequestInWords } from '../../text/change.ts'
import { FieldChanges } from './FieldChanges.tsx'

interface ChangeTableProps {
  /** Of one record; without it, of the whole library. */
  readonly entityId?: string
  readonly pageSize?: number
}

/** 变更记录: who, when, what was done, each field before and after, and why; newest first. */
export function ChangeTable({ entityId, pageSize = 20 }: ChangeTableProps) {
  const { t } = useTranslation(['change', 'terms'])
  const [page, setPage] = useState(1)
  const scope = entityId === undefined ? {} : { entityId }
  const changes = useRequest('listChanges', { ...scope, page, pageSize }, { keepsPrevious: true })
  const isWide = entityId === undefined
  return (
    <Loaded answer={changes}>
      {({ items, total }) =>
        total === 0 ? (
          <LoadState kind="empty" text={t('none')} />
        ) : (
          <>
            <table className="sheet change-table" aria-label={t('title')}>
              <thead>
                <tr>
                  <th scope="col">{t('at')}</th>
                  <th scope="col">{t('actor')}</th>
                  <th scope="col">{t('request')}</th>
                  {isWide && <th scope="col">{t('record')}</th>}
                  <th scope="col">{t('what')}</th>
                  <th scope="col">{t('reason')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((change) => (
                  <tr key={change.seq} title={t('hash', { hash: change.hash })}>
                    <td className="figure">{instantInTable(change.at)}</td>
                    <td className="change-actor">{actorOf(change)}</td>
                    <td>
                      {isRequestInWords(change.request) ? t(`requests.${change.request}`) : change.request}
                    </td>
                    {isWide && (
                      <td>
                        <span className="grey">{t(`entities.${change.entity}`)}</span> {change.title}
                      </td>
                    )}
                    <td>
                      <FieldChanges change={change} />
                    </td>
                    <td>{change.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {total > pageSize && (
              <Pagination
                size="small"
                align="end"
                current={page}
                pageSize={pageSize}
                total={total}
                showSizeChanger={false}
                showTotal={(count) => t('terms:pages', { total: count })}
                onChange={setPage}
              />
            )}
          </>
        )
      }
    </Loaded>
  )

  function actorOf({ actorName, role }: Change) {
    if (actorName === '') return <span className="grey">{t('system')}</span>
    return role === null ? actorName : `${actorName}（${t(`terms:role.${role}`)}）`
  }
}
