import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const noDefaultExports = {
  selector: 'ExportDefaultDeclaration',
  message: 'A name is found by searching for it: export it by name.',
}
const noWriteInDrawer = {
  group: ['**/util', '**/util.ts', '**/utils/**', '**/helpers/**', '**/shared/**', '**/common/**'],
  message: 'Name the file after its noun.',
}

/** What each layer may not reach for; the project references in the tsconfigs say the same of our own files. */
function layer(files, forbidden, message) {
  return {
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns: [noWriteInDrawer, { group: forbidden, message }] }],
    },
  }
}

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', '**/*.js', '**/*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ['error', noDefaultExports],
      'no-restricted-imports': ['error', { patterns: [noWriteInDrawer] }],
      complexity: ['error', 16],
      'max-lines': ['error', 300],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
    },
  },
  layer(
    ['db/**/*.ts'],
    ['electron', 'react', 'react-dom', 'antd', '**/electron/**', '**/renderer/**'],
    'db is the product without a screen: it knows neither Electron nor React.',
  ),
  layer(
    ['db/domain/**/*.ts'],
    ['node:*', 'better-sqlite3', 'electron', 'react', '**/store/**', '**/handlers/**'],
    'domain is pure: values in, values out.',
  ),
  layer(
    ['renderer/**/*.{ts,tsx}'],
    [
      'node:*',
      'electron',
      'better-sqlite3',
      '**/db/handlers/**',
      '**/db/store/**',
      '**/db/exchange/**',
      '**/electron/**',
    ],
    'The window sees requests and domain alone.',
  ),
  layer(
    ['electron/*.ts'],
    [
      '**/db/handlers/**',
      '**/db/store/**',
      '**/db/exchange/**',
      '**/db/seed/**',
      '**/renderer/**',
      '**/build/**',
    ],
    'The shell knows the names of requests, never what they do.',
  ),
  { files: ['renderer/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/*.spec.ts', 'db/bench/**/*.ts'],
    rules: { 'max-lines': ['error', 400] },
  },
  {
    // Stories look at the app from outside: what comes out of a page or a process has no type.
    files: ['e2e/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  {
    // The caller names the row's shape beside its SQL: the one place where a type is taken on trust.
    files: ['db/store/database.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-parameters': 'off' },
  },
  {
    // These tools read the default export of their configuration; a library's typings follow the library.
    files: ['**/*.config.ts', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
