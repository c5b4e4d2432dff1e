import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { modules } from '#modules'
import { productCode, root, type Source } from './source.ts'

const facts = modules.flatMap(module => Object.entries(module.facts).map(([name, rule]) => ({ name, rule, texts: module.factTexts })))
const headings = (file: string) => [...readFileSync(`${root}${file}`, 'utf8').matchAll(/^### (\S+)$/gm)].map(([, name = '']) => name)

/** Names of facts that code records, found by the call. */
const recorded = (sources: readonly Source[]) =>
  sources.flatMap(({ text }) => [...text.matchAll(/\brecord\(\s*\w+,\s*'([\w.-]+)'/g)].map(([, name = '']) => name))
const writers = (sources: readonly Source[]) =>
  sources
    .filter(
      ({ path, text }) => path.endsWith('.actions.ts') && /inTransaction\(/.test(text) && !/\brecord\(/.test(text) && !/actions\.ts'/.test(text),
    )
    .map(({ path }) => path)

test('every fact is named noun.past, has a sentence in both languages and a period', () => {
  for (const { name, rule, texts } of facts) {
    expect(name).toMatch(/^[a-z-]+\.[a-z-]+$/)
    expect(texts.pl[name], `${name} in Polish`).toBeTypeOf('function')
    expect(texts.en[name], `${name} in English`).toBeTypeOf('function')
    expect('years' in rule.keep || 'days' in rule.keep).toBe(true)
  }
})
test('every recorded fact is known, and every known fact is recorded', () => {
  const known = facts.map(({ name }) => name).sort()
  expect([...new Set(recorded(productCode()))].filter(name => !known.includes(name as never))).toEqual([])
  const doers = productCode().filter(({ path }) => /\.(actions|jobs)\.tsx?$|^src\/platform\//.test(path))
  expect(known.filter(name => !doers.some(({ text }) => text.includes(`'${name}'`)))).toEqual([])
})
test('every fact has its line in docs/facts.md, and the page tells of no other', () => {
  expect(headings('docs/facts.md').sort()).toEqual(facts.map(({ name }) => name).sort())
})
test('an action that writes records a fact', () => {
  expect(writers(productCode())).toEqual([])
})
test('each planted violation is found', () => {
  expect(recorded([{ path: 'a', text: "await record(ctx, 'need.vanished', id, {})" }])).toEqual(['need.vanished'])
  expect(writers([{ path: 'src/modules/ideas/a.actions.ts', text: 'inTransaction(ctx, ctx => dropNeed(ctx, id))' }])).toHaveLength(1)
})
