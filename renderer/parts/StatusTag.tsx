import type { ReactNode } from 'react'

/** red: a limit is broken; amber: late or 待核; green: done; accent: under way; grey: unknown or at rest. */
export type Tone = 'red' | 'amber' | 'green' | 'accent' | 'grey'

/** A word of standing. The word tells it; the colour only helps. */
export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={tone === 'grey' ? 'tag' : `tag is-${tone}`}>{children}</span>
}
