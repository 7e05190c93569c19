import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRequest } from '../../api.ts'
import { batchAddress } from './importAddress.ts'

/** 从 <file> 第 N 行导入, which opens the import; nothing for a record that a person entered. */
export function ImportOrigin({ recordId }: { readonly recordId: string }) {
  const { t } = useTranslation('import')
  const origin = useRequest('importOrigin', { recordId }).data?.origin ?? null
  if (origin === null) return null
  const { batch, row } = origin
  const source = batch.source ?? t('pastedSource')
  return (
    <>
      <dt>{t('origin')}</dt>
      <dd>
        <Link to={batchAddress(batch)}>
          {row === null ? t('from', { source }) : t('fromRow', { source, row })}
        </Link>
      </dd>
    </>
  )
}
