import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { dayStretches } from './dayStretches.ts'

/** One year by the calendars of a scope: its holidays, made-up days and exceptions; a year nobody has a list of says so. */
export function YearDays({ projectId }: { readonly projectId: string | null }) {
  const { t } = useTranslation('calendar')
  const [year, setYear] = useState(() => new Date().getFullYear())
  const answer = useRequest('workdays', {
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
    ...(projectId === null ? {} : { projectId }),
  })
  return (
    <div>
      <h3>
        <span>{t('year')}</span>
        <span className="calendar-year">
          <Button
            size="small"
            icon={<LeftOutlined aria-hidden />}
            aria-label={t('before')}
            onClick={() => setYear(year - 1)}
          />
          <span className="figure" role="status">
            {t('yearOf', { year })}
          </span>
          <Button
            size="small"
            icon={<RightOutlined aria-hidden />}
            aria-label={t('after')}
            onClick={() => setYear(year + 1)}
          />
        </span>
        <ExportTable
          name={t('yearDays', { year })}
          rows={dayStretches(answer.data?.special ?? [])}
          columns={[
            { title: t('name'), cell: ({ name }) => name },
            { title: t('firstOn'), kind: 'day', cell: ({ first }) => first },
            { title: t('lastOn'), kind: 'day', cell: ({ last }) => last },
            { title: t('days'), kind: 'count', cell: ({ days }) => days },
            { title: t('effect'), cell: ({ isWork }) => t(isWork ? 'work' : 'rest') },
          ]}
        />
      </h3>
      <Loaded answer={answer}>
        {({ workdays, special, yearsWithoutHolidays }) => (
          <>
            <p>{t('workdaysOf', { year, days: workdays })}</p>
            {yearsWithoutHolidays.includes(year) && (
              <p className="notice" role="alert">
                {t('noYear', { year })}
              </p>
            )}
            {special.length === 0 ? (
              <p className="grey">{t('noSpecial')}</p>
            ) : (
              // Thirty lines are higher than the tables beside them: it scrolls, also by keyboard.
              <div className="calendar-days" role="region" aria-label={t('yearDays', { year })} tabIndex={0}>
                <table className="sheet" aria-label={t('yearDays', { year })}>
                  <thead>
                    <tr>
                      <th scope="col">{t('name')}</th>
                      <th scope="col">{t('firstOn')}</th>
                      <th scope="col">{t('lastOn')}</th>
                      <th scope="col" className="is-figure">
                        {t('days')}
                      </th>
                      <th scope="col">{t('effect')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {dayStretches(special).map(({ name, isWork, first, last, days }) => (
                      <tr key={first}>
                        <th scope="row">{name}</th>
                        <td className="figure">{first}</td>
                        <td className="figure">{last}</td>
                        <td className="is-figure">{days}</td>
                        <td>{t(isWork ? 'work' : 'rest')}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}
