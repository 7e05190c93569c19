/** What this app uses of frappe-gantt 1.2.2; the package ships no types. */
declare module 'frappe-gantt' {
  export interface GanttTask {
    /** Only [A-Za-z0-9_-]: it becomes part of selectors. */
    readonly id: string
    /** Goes through innerHTML where frappe-gantt draws it. */
    readonly name: string
    /** Local days; the end is inclusive. */
    readonly start: string
    readonly end: string
  }

  export interface GanttViewMode {
    readonly name: string
    /** A number and one of y, m, d, h. */
    readonly step: string
    readonly column_width: number
    readonly padding: string
    readonly upper_text: (date: Date) => string
    readonly lower_text: (date: Date) => string
    readonly thick_line: (date: Date) => boolean
  }

  export interface GanttOptions {
    readonly view_modes: readonly GanttViewMode[]
    readonly upper_header_height: number
    readonly lower_header_height: number
    readonly bar_height: number
    /** Between the bars of two rows. */
    readonly padding: number
    readonly readonly: boolean
    readonly infinite_padding: boolean
    readonly today_button: boolean
    readonly popup: false
    readonly holidays: null
    readonly lines: 'both' | 'horizontal' | 'vertical' | 'none'
    readonly scroll_to: null
  }

  export interface GanttColumn {
    readonly date: Date
    readonly formatted_date: string
    readonly column_width: number
    readonly x: number
    readonly upper_text: string
    readonly lower_text: string
    readonly upper_y: number
    readonly lower_y: number
  }

  /** What the layers of frappe-gantt ask of a drawn row. */
  export interface GanttBar {
    readonly group: SVGGElement
    readonly task: GanttTask
  }

  export default class Gantt<Options extends GanttOptions = GanttOptions> {
    constructor(wrapper: HTMLElement, tasks: readonly GanttTask[], options: Options)
    readonly options: Options
    readonly config: { readonly header_height: number; readonly column_width: number }
    readonly $svg: SVGSVGElement
    readonly $container: HTMLElement
    readonly $header: HTMLElement
    readonly $extras: HTMLElement
    readonly upperTexts: readonly HTMLElement[]
    readonly $popup_wrapper: HTMLElement
    readonly layers: Readonly<Record<'grid' | 'arrow' | 'progress' | 'bar', SVGGElement>>
    readonly tasks: readonly GanttTask[]
    readonly dates: readonly Date[]
    readonly grid_height: number
    gantt_start: Date
    gantt_end: Date
    bars: readonly GanttBar[]
    clear(): void
    setup_layers(): void
    setup_gantt_dates(refresh: boolean): void
    get_dates_to_draw(): readonly GanttColumn[]
    make_side_header(): void
    make_dates(): void
    make_grid_highlights(): void
    make_bars(): void
    make_arrows(): void
    map_arrows_on_bars(): void
    set_dimensions(): void
    bind_events(): void
    set_scroll_position(date: null): void
  }
}
