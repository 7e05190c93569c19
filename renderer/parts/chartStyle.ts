import type { Fen } from '../../db/domain/fen.ts'
import { type AmountUnit, formatFen } from '../../db/domain/fen.ts'
import type { ChartOption } from './ChartCanvas.tsx'

/** Okabe & Ito's set, which colour-blind people tell apart; the charts add patterns and line styles to it. */
export const chartColors = {
  budget: '#8a94a0',
  contract: '#0072b2',
  done: '#e69f00',
  paid: '#009e73',
  plan: '#cc79a7',
} as const

/** What all charts share: the app's type, its own words in the legend and exact figures under the pointer. */
export function chartFrame(unit: AmountUnit, fontSize: number): ChartOption {
  const ink = token('--ink')
  const fontFamily = getComputedStyle(document.body).fontFamily
  return {
    animation: false,
    textStyle: { fontFamily, fontSize, color: ink },
    // The app names the chart itself; the library would write its own English over it.
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: ink, fontFamily }, itemWidth: 22, itemHeight: 12 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'shadow' },
      backgroundColor: token('--paper'),
      borderColor: token('--line'),
      textStyle: { color: ink, fontFamily, fontSize },
      valueFormatter: (value) => (typeof value === 'number' ? formatFen(value, unit) : '—'),
    },
  }
}

/** An axis of money: whole units, thin lines. */
export function moneyAxis(unit: AmountUnit) {
  return {
    type: 'value' as const,
    axisLabel: {
      color: token('--grey-text'),
      formatter: (fen: Fen) => formatFen(fen, unit).replace(/\.00$/, ''),
      hideOverlap: true,
    },
    splitLine: { lineStyle: { color: token('--line') } },
  }
}

export function nameAxis(names: readonly string[]) {
  return {
    type: 'category' as const,
    data: [...names],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: token('--line') } },
    axisLabel: { color: token('--ink'), width: 150, overflow: 'truncate' as const },
  }
}

function token(name: string) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}
