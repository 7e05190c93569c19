import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ImportBatch } from '../../../db/domain/import/importBatch.ts'
import { useRequest } from '../../api.ts'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Block } from '../../parts/Block.tsx'
import { instantInTable } from '../../parts/instant.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { RecordTable } from '../../parts/RecordTable.tsx'
import { BatchSum } from './BatchSum.tsx'
import { ExportImports } from './ExportImports.tsx'
import { ImportBatchDrawer } from './ImportBatchDrawer.tsx'
import { batchAddress } from './importAddress.ts'
import { UndoImport } from './UndoImport.tsx'
import { useWhyNotImport } from './useWhyNotImport.ts'

/** 历次导入, newest first; its sum opens the records behind it, and one that stands can be undone. */
export function ImportList({ openId }: { readonly openId: string | null }) {
  const { t } = useTranslation('import')
  const [page, setPage] = useState(1)
  const navigate = useNavigate()
  const [undoing, setUndoing] = useState<ImportBatch | null>(null)
  const whyNot = useWhyNotImport()
  const imports = useRequest('listImports', { page, pageSize: 20 }, { keepsPrevious: true })
  return (
    <Block title={t('past')} actions={(imports.data?.total ?? 0) > 0 && <ExportImports />}>
      <Loaded answer={imports}>
        {({ items, total }) => (
          <RecordTable
            label={t('past')}
            rows={items}
            rowKey={({ id }) => id}
            emptyText={t('pastNone')}
            columns={[
              { title: t('when'), width: 140, render: (_, { recordedAt }) => instantInTable(recordedAt) },
              { title: t('what'), width: 150, render: (_, { kind }) => t(`kind.${kind}`) },
              {
                title: t('source'),
                ellipsis: true,
                render: (_, { source, sheet }) =>
                  source === null ? t('pastedSource') : sheet === '' ? source : `${source} · ${sheet}`,
              },
              {
                title: t('records'),
                width: 80,
                isFigure: true,
                render: (_, { recordCount }) => recordCount.toLocaleString('en-US'),
              },
              {
                title: <AmountHeader label={t('amount')} unit="yuan" />,
                width: 176,
                isFigure: true,
                render: (_, batch) =>
                  batch.kind === 'tasks' ? (
                    <Link to={batchAddress(batch)} aria-label={t('openBatch')}>
                      {t('see')}
                    </Link>
                  ) : (
                    <BatchSum
                      batch={batch}
                      origin={{ to: batchAddress(batch) }}
                      originName={t('openBatch')}
                    />
                  ),
              },
              { title: t('who'), width: 100, render: (_, { actorName }) => actorName },
              {
                title: t('status'),
                render: (_, { undoneAt, undoneBy, undoReason }) =>
                  undoneAt === null ? (
                    t('standing')
                  ) : (
                    <span className="grey">
                      {t('undone')} {instantInTable(undoneAt)} {undoneBy}：{undoReason}
                    </span>
                  ),
              },
              {
                title: t('actions'),
                width: 110,
                render: (_, batch) =>
                  batch.undoneAt === null &&
                  whyNot(batch.kind) === null && (
                    <Button
                      size="small"
                      type="link"
                      onClick={() => {
                        setUndoing(batch)
                      }}
                    >
                      {t('undo')}
                    </Button>
                  ),
              },
            ]}
            pagination={{
              current: page,
              pageSize: 20,
              total,
              showSizeChanger: false,
              hideOnSinglePage: true,
              onChange: setPage,
            }}
          />
        )}
      </Loaded>
      {openId !== null && (
        <ImportBatchDrawer
          key={openId}
          importId={openId}
          onClose={() => void navigate('/import', { replace: true })}
        />
      )}
      {undoing !== null && (
        <UndoImport
          key={undoing.id}
          batch={undoing}
          onClose={() => {
            setUndoing(null)
          }}
          onUndone={() => {
            setUndoing(null)
          }}
        />
      )}
    </Block>
  )
}
