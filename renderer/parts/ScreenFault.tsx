import { Button } from 'antd'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ScreenFaultProps {
  readonly children: ReactNode
}

interface Fault {
  readonly error: Error | null
}

/** Keeps a broken screen from taking the window with it (React knows error boundaries as classes only). */
export class ScreenFault extends Component<ScreenFaultProps, Fault> {
  override state: Fault = { error: null }

  static getDerivedStateFromError(error: unknown): Fault {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: Error, where: ErrorInfo): void {
    console.error(error, where.componentStack)
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return <Broken error={error} onRetry={() => this.setState({ error: null })} />
  }
}

function Broken({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation(['shell', 'terms'])
  return (
    <div className="screen-body state" role="alert">
      <h1>{t('broken')}</h1>
      <span>{t('brokenWhy')}</span>
      <code>{error.message}</code>
      <Button onClick={onRetry}>{t('terms:retry')}</Button>
    </div>
  )
}
