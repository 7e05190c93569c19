import './zodWithoutEval.ts'
import '@fontsource-variable/noto-sans-sc'
import './styles/page.css'
import './styles/shell.css'
import './styles/figure.css'
import './styles/overview.css'
import './styles/check.css'
import './styles/setting.css'
import './styles/start.css'
import './styles/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startText } from './text/text.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
await startText()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
