import Gantt, { type GanttColumn, type GanttOptions, type GanttTask } from 'frappe-gantt'
import type { Day } from '../../db/domain/day.ts'
import type { Language } from '../../db/domain/ruleText.ts'
import type { ChartLink, ChartRow } from './chartRow.ts'
import { type ChartScale, columnsOf, widthOf, xOf } from './chartScale.ts'
import { columnText, startsUpper, upperRoom } from './columnText.ts'
import { softFills } from './drawBar.ts'
import { drawLink, touchesRows } from './drawLink.ts'
import { drawRow, rowHeight } from './drawRow.ts'
import { svgElement } from './svg.ts'

/** What is drawn: the rows and columns in view, a part of a longer and wider chart. */
export interface GanttContent {
  readonly rows: readonly ChartRow[]
  /** Of the first of `rows` in the whole chart. */
  readonly firstRow: number
  readonly links: readonly ChartLink[]
  /** Of the columns in view. */
  readonly scale: ChartScale
  /** Pixels from the left of these columns to the end of the whole chart. */
  readonly end: number
  readonly lines: readonly ChartLine[]
  /** Stretches of days on which nobody works, shaded. */
  readonly offDays: readonly (readonly [Day, Day])[]
  readonly language: Language
}

/** A day across all rows: today, or the day up to which progress is known. */
export interface ChartLine {
  readonly kind: 'today' | 'dataDate'
  readonly day: Day
  readonly label: string
}

export const headerHeight = 50

/** Draws into an empty element; the answer takes everything away again. */
export function drawGantt(element: HTMLElement, content: GanttContent): () => void {
  for (const { id } of content.rows) if (!/^[\w-]+$/.test(id)) throw new RangeError(`not a row id: ${id}`)
  const drawing = new GanttDrawing(
    element,
    content.rows.map((row) => taskOf(row, content)),
    optionsOf(content),
  )
  drawing.$container.style.width = `${String(widthOf(content.scale))}px`
  return () => {
    element.replaceChildren()
  }
}

interface DrawingOptions extends GanttOptions {
  readonly content: GanttContent
}

/**
 * frappe-gantt keeps the frame: layers, grid, header. The subclass draws the rows, since the library knows neither
 * soft ends, actual bars nor diamonds, and places days by a month of 30 days. None of the library's listeners (one of
 * them on the document) is bound: it changes dates at every step of a drag, and those of dependent bars with them;
 * here a drag is a proposal (useDrag.ts).
 */
class GanttDrawing extends Gantt<DrawingOptions> {
  override setup_layers() {
    super.setup_layers()
    this.$extras.remove()
    this.$popup_wrapper.remove()
    this.$svg.prepend(softFills(gradientPrefix))
  }

  override setup_gantt_dates() {
    const columns = columnsOf(this.options.content.scale)
    this.gantt_start = localDate(columns[0] ?? this.options.content.scale.start)
    this.gantt_end = localDate(columns.at(-1) ?? this.options.content.scale.start)
  }

  override get_dates_to_draw(): readonly GanttColumn[] {
    const { scale, language } = this.options.content
    const columns = columnsOf(scale)
    return columns.map((column, index) => {
      const { step, columnWidth } = scale
      const room = upperRoom(step, columns, index, columnWidth, language)
      const text = columnText(step, column, columns[index - 1] ?? null, language, columnWidth, room)
      return {
        date: localDate(column),
        formatted_date: column,
        column_width: scale.columnWidth,
        x: index * scale.columnWidth,
        upper_text: text.upper,
        lower_text: text.lower,
        upper_y: 2,
        lower_y: 18,
      }
    })
  }

  /** Lets the upper text (the year, the plan's term) stay in view as long as its columns are. */
  override make_dates() {
    super.make_dates()
    const lefts = this.upperTexts.map((text) => Number.parseFloat(text.style.left))
    for (const [index, text] of this.upperTexts.entries()) {
      const right = lefts[index + 1] ?? widthOf(this.options.content.scale)
      text.style.width = `${String(right - (lefts[index] ?? 0))}px`
      const word = document.createElement('span')
      word.textContent = text.textContent
      text.replaceChildren(word)
    }
  }

  override make_side_header() {
    // The screen has its own controls.
  }

  override make_grid_highlights() {
    const { scale, lines, offDays } = this.options.content
    const top = this.config.header_height
    const shades = offDays.map(([first, last]) => {
      const x = xOf(scale, first, 'morning')
      const width = xOf(scale, last, 'evening') - x
      return svgElement('rect', { x, y: top, width, height: this.grid_height - top, class: 'off-days' })
    })
    this.layers.grid.append(...shades)
    for (const line of lines) this.drawLine(line, top)
  }

  private drawLine({ kind, day, label }: ChartLine, top: number) {
    const { scale } = this.options.content
    const x =
      kind === 'today'
        ? (xOf(scale, day, 'morning') + xOf(scale, day, 'evening')) / 2
        : xOf(scale, day, 'evening')
    if (x < 0 || x > widthOf(scale)) return
    const shape = { x1: x, x2: x, y1: top, y2: this.grid_height }
    this.layers.grid.append(svgElement('line', { ...shape, class: `day-line is-${kind}` }))
    const word = document.createElement('span')
    word.className = `day-label is-${kind}`
    word.textContent = label
    word.style.left = `${String(x)}px`
    this.$header.append(word)
  }

  override make_bars() {
    const { rows, scale, end } = this.options.content
    const frame = { scale, end, gradientPrefix }
    const taskOfRow = new Map(this.tasks.map((task) => [task.id, task]))
    const bars = rows.flatMap((row, index) => {
      const task = taskOfRow.get(row.id)
      const group = drawRow(row, frame, headerHeight + index * rowHeight)
      return task === undefined ? [] : [{ group, task }]
    })
    this.layers.bar.append(...bars.map((bar) => bar.group))
    this.bars = bars
  }

  override make_arrows() {
    const { rows, firstRow, links, scale } = this.options.content
    const seen = links.filter((link) => touchesRows(link, firstRow, firstRow + rows.length))
    const top = headerHeight - firstRow * rowHeight
    // Critical ones last, so that they lie on top.
    const ordered = seen.toSorted((a, b) => Number(a.isCritical) - Number(b.isCritical))
    this.layers.arrow.append(...ordered.map((link) => drawLink(link, scale, top)))
  }

  override map_arrows_on_bars() {
    // Its arrows are not used.
  }

  override set_dimensions() {
    // Known before; the library would measure the page.
    this.$svg.setAttribute('width', String(widthOf(this.options.content.scale)))
  }

  override bind_events() {
    // The chart's element follows the pointer, see GanttChart.
  }

  override set_scroll_position() {
    // The element around chart and table scrolls.
  }
}

/** Shared by all drawings: their definitions are the same. */
const gradientPrefix = 'soft'

/** frappe-gantt wants a span on each row, and drops one of more than ten years: the first day alone will do. */
function taskOf(row: ChartRow, content: GanttContent): GanttTask {
  return { id: row.id, name: row.id, start: content.scale.start, end: content.scale.start }
}

function optionsOf(content: GanttContent): DrawingOptions {
  const { scale } = content
  return {
    content,
    view_modes: [
      {
        // Not month or year: under those names the library's ticks drift by the days of each month.
        name: `columns of a ${scale.step}`,
        step: { year: '1y', quarter: '3m', month: '1m', week: '7d', day: '1d' }[scale.step],
        column_width: scale.columnWidth,
        padding: '0m',
        upper_text: () => '',
        lower_text: () => '',
        thick_line: (date) => startsUpper(scale.step, dayOf(date)),
      },
    ],
    // frappe-gantt adds 10 to the header; with a padding of 10 the rows begin right below it.
    upper_header_height: 18,
    lower_header_height: headerHeight - 18 - 10,
    bar_height: rowHeight - 10,
    padding: 10,
    readonly: true,
    infinite_padding: false,
    today_button: false,
    popup: false,
    holidays: null,
    lines: 'both',
    scroll_to: null,
  }
}

function localDate(day: Day) {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, dayOfMonth)
}

function dayOf(date: Date): Day {
  return `${String(date.getFullYear())}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}
