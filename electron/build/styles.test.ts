import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { projectFolder } from './place.ts'

const folder = join(projectFolder, 'renderer')
const files = globSync('**/*.{ts,tsx,css}', { cwd: folder }).map((path) => join(folder, path))
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

test('every screen brings the styles of all that it shows: none looks right only after another screen was opened', () => {
  const always = reachedFrom(join(folder, 'main.tsx'))
  const definedIn = new Map<string, Set<string>>()
  for (const file of files.filter((path) => path.endsWith('.css')))
    for (const [, name = ''] of textOf(file).matchAll(/\.([a-z][\w-]*)/gi))
      definedIn.set(name, (definedIn.get(name) ?? new Set()).add(file))
  const missing = new Set<string>()
  for (const screen of [join(folder, 'main.tsx'), ...lateScreens()]) {
    const reached = new Set([...always, ...reachedFrom(screen)])
    for (const file of [...reached].filter((path) => path.endsWith('.tsx')))
      for (const name of classNamesOf(file)) {
        const homes = [...(definedIn.get(name) ?? [])]
        if (homes.length > 0 && !homes.some((home) => reached.has(home)))
          missing.add(`${short(file)} needs .${name} of ${homes.map(short).join(', ')}`)
      }
  }
  expect([...missing]).toEqual([])
})

/** The screens that are read when they are first opened. */
function lateScreens(): string[] {
  const screens = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(/import\(\s*'(\.[^']+)'\s*\)/g)].map(([, path = '']) => resolve(dirname(file), path)),
  )
  expect(screens.length).toBeGreaterThan(8)
  return screens
}

/** The file and all that it imports, styles among them. */
function reachedFrom(start: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [start]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    if (file.endsWith('.css')) continue
    for (const { fileName } of ts.preProcessFile(textOf(file)).importedFiles) {
      const path = resolve(dirname(file), fileName)
      const isLate = textOf(file).includes(`import('${fileName}')`)
      if (fileName.startsWith('.') && existsSync(path) && texts.has(path) && !isLate) waiting.push(path)
    }
  }
  return reached
}

/** What stands in className: plain, in a choice, or in a template. */
function classNamesOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const names: string[] = []
  const take = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      names.push(...node.text.split(/\s+/).filter((name) => /^[a-z][\w-]*$/i.test(name)))
    ts.forEachChild(node, take)
  }
  const look = (node: ts.Node) => {
    const isClass =
      (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) && node.name.getText(source) === 'className'
    if (isClass && node.initializer !== undefined) take(node.initializer)
    else ts.forEachChild(node, look)
  }
  look(source)
  // Of a state: each belongs to the class that it stands beside.
  return names.filter((name) => !name.startsWith('is-'))
}

function textOf(file: string): string {
  return texts.get(file) ?? ''
}

function short(file: string): string {
  return file.slice(folder.length + 1)
}
