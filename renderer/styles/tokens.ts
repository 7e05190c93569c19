import { type MappingAlgorithm, type ThemeConfig, theme } from 'antd'
import type { UserSettings } from '../../db/requests/wire.ts'

/** The only place where colours and sizes are chosen: antd takes them as tokens, the CSS files as variables. */
interface Palette {
  readonly ink: string
  readonly paper: string
  readonly ground: string
  readonly line: string
  readonly accent: string
  readonly accentGround: string
  /** Words on the accent. */
  readonly onAccent: string
  /** Only where a limit is broken. */
  readonly red: string
  /** Late, or 待核. */
  readonly amber: string
  readonly amberGround: string
  /** Done. */
  readonly green: string
  /** Unknown: marks and bars. */
  readonly grey: string
  /** Unknown and lesser words: dark enough to read. */
  readonly greyText: string
  readonly focus: string
}

type Look = Pick<UserSettings, 'theme' | 'isProjector'>

function paletteOf(look: Look): Palette {
  return look.theme === 'dark' ? dark : light
}

export function antdTheme(look: Look): ThemeConfig {
  const palette = paletteOf(look)
  const size = sizes(look)
  const base = look.theme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm
  return {
    algorithm: [base, denseAlgorithm],
    token: {
      fontFamily: fonts,
      fontSize: size.body,
      fontSizeHeading4: size.heading,
      fontSizeHeading5: size.heading - 4,
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorLink: palette.accent,
      // A link under the pointer is underlined; a lighter one could not be read on every ground.
      colorLinkHover: palette.accent,
      colorLinkActive: palette.accent,
      colorError: palette.red,
      colorWarning: palette.amber,
      colorSuccess: palette.green,
      colorText: palette.ink,
      colorTextDescription: palette.greyText,
      colorTextPlaceholder: palette.greyText,
      colorTextTertiary: palette.greyText,
      colorBgContainer: palette.paper,
      colorBgLayout: palette.ground,
      colorBorder: look.theme === 'dark' ? '#4a5663' : '#c3cad3',
      colorBorderSecondary: palette.line,
      borderRadius: 3,
      controlHeight: size.control,
      motion: false,
      wireframe: false,
    },
    components: {
      Table: {
        fontSize: size.table,
        cellFontSizeSM: size.table,
        cellPaddingBlockSM: size.cell,
        cellPaddingInlineSM: 8,
        headerBg: palette.ground,
        headerColor: palette.greyText,
        headerBorderRadius: 0,
        rowHoverBg: palette.accentGround,
      },
      Button: {
        primaryColor: palette.onAccent,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 2px' },
    },
  }
}

/** Writes the tokens where the CSS files find them. */
export function writeTokens(look: Look): void {
  const palette = paletteOf(look)
  const size = sizes(look)
  const root = document.documentElement
  root.dataset['theme'] = look.theme
  root.dataset['projector'] = String(look.isProjector)
  const variables: Readonly<Record<string, string>> = {
    ink: palette.ink,
    paper: palette.paper,
    ground: palette.ground,
    line: palette.line,
    accent: palette.accent,
    'on-accent': palette.onAccent,
    'accent-ground': palette.accentGround,
    red: palette.red,
    amber: palette.amber,
    'amber-ground': palette.amberGround,
    green: palette.green,
    grey: palette.grey,
    'grey-text': palette.greyText,
    focus: palette.focus,
    'font-family': fonts,
    'font-body': `${String(size.body)}px`,
    'font-table': `${String(size.table)}px`,
    'font-heading': `${String(size.heading)}px`,
    'row-height': `${String(size.row)}px`,
    'side-width': `${String(size.side)}px`,
  }
  for (const [name, value] of Object.entries(variables)) root.style.setProperty(`--${name}`, value)
  root.style.colorScheme = look.theme
}

/** antd's compact spacing with the type size that was asked for: its own would shrink that, too. */
const denseAlgorithm: MappingAlgorithm = (seed, map) => {
  const { fontSize, fontSizeSM, fontSizeLG, fontSizeXL, lineHeight, lineHeightSM, lineHeightLG } =
    map ?? theme.defaultAlgorithm(seed)
  return {
    ...theme.compactAlgorithm(seed, map),
    fontSize,
    fontSizeSM,
    fontSizeLG,
    fontSizeXL,
    lineHeight,
    lineHeightSM,
    lineHeightLG,
  }
}

const fonts = "'Noto Sans SC Variable', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"

const light: Palette = {
  ink: '#1f2933',
  paper: '#ffffff',
  ground: '#f7f8fa',
  line: '#e3e7ec',
  accent: '#0b5c7a',
  accentGround: '#eaf2f5',
  onAccent: '#ffffff',
  red: '#c0392b',
  amber: '#8a5a10',
  amberGround: '#fbf3e2',
  green: '#1f7a4d',
  grey: '#8a94a0',
  greyText: '#5d6772',
  focus: '#0b5c7a',
}

const dark: Palette = {
  ink: '#e4e8ec',
  paper: '#161c22',
  ground: '#1d242b',
  line: '#333d47',
  accent: '#63b4d1',
  accentGround: '#1f3540',
  onAccent: '#0c1419',
  red: '#f0877a',
  amber: '#e0b25a',
  amberGround: '#352c18',
  green: '#6cc491',
  grey: '#7d8994',
  greyText: '#a3adb7',
  focus: '#8fd0e8',
}

function sizes(look: Look) {
  return look.isProjector
    ? { body: 17, table: 16, heading: 24, row: 40, cell: 7, control: 42, side: 168 }
    : { body: 13, table: 12, heading: 18, row: 32, cell: 6, control: 32, side: 132 }
}
