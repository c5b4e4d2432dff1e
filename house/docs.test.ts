import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { roles } from '#kit/actor.ts'
import { settingNames } from '#platform/config.ts'
import { root } from './source.ts'

const headings = (text: string) => [...text.matchAll(/^#{2,3} `?([\w-]+)`?$/gm)].map(([, name = '']) => name)
const missing = (names: readonly string[], text: string) => names.filter(name => !headings(text).includes(name))
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8')

test('every setting has a heading', () => {
  expect(missing(settingNames, read('docs/operate/settings.md'))).toEqual([])
})
test('every role has a heading', () => {
  expect(missing(roles, read('docs/roles.md'))).toEqual([])
})
test('the glossary stands', () => {
  expect(read('docs/glossary.md').length).toBeGreaterThan(1000)
})
test('a planted gap is found', () => {
  expect(missing(['PORT', 'NOWHERE'], '## PORT\n')).toEqual(['NOWHERE'])
})
