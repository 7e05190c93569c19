import { useTranslation } from 'react-i18next'
import { fileName } from '../../parts/fileName.ts'
import { useAppState } from '../../state.tsx'

interface RecentLibrariesProps {
  readonly isBusy: boolean
  readonly onOpen: (index: number) => void
}

/** The libraries opened last, by name, with their folder beside it; the one that is open is left out. */
export function RecentLibraries({ isBusy, onOpen }: RecentLibrariesProps) {
  const { t } = useTranslation('start')
  const { recentLibraries, library } = useAppState()
  const others = recentLibraries
    .map((path, index) => ({ path, index }))
    .filter(({ path }) => path !== library.file)
  if (others.length === 0) return null
  return (
    <div className="recent">
      <h3>{t('recent')}</h3>
      <ul>
        {others.map(({ path, index }) => (
          <li key={path}>
            <button
              type="button"
              className="plain-button recent-name"
              disabled={isBusy}
              onClick={() => onOpen(index)}
            >
              {fileName(path)}
            </button>
            <span className="grey recent-path">{path}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
