import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export const root = new URL('..', import.meta.url).pathname
export type Source = { readonly path: string; readonly text: string }

/** Every file of a folder below the root with one of these endings; paths are relative to the root, with slashes. */
export function sourcesIn(folder: string, endings: readonly string[]): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && endings.some(ending => entry.name.endsWith(ending)))
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .map(file => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

export const isTest = (path: string): boolean => /\.test\.tsx?$|\/testing[-\w]*\.ts$|\.setup\.ts$/.test(path)
export const productCode = (): Source[] => sourcesIn('src', ['.ts', '.tsx']).filter(({ path }) => !isTest(path))

/** What a file imports: packages by name, own files by path from the root. */
export function importsOf({ path, text }: Source): string[] {
  const code = text.replace(/^\s*(\/\/|\*).*$/gm, '')
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => resolveImport(path, name))
}

function resolveImport(from: string, name: string): string {
  if (name === '#paths' || name === '#modules') return `src/${name.slice(1)}.ts`
  if (name.startsWith('#')) return `src/${name.slice(1)}`
  if (name.startsWith('.')) return join(from, '..', name).split(sep).join('/')
  return name
}
