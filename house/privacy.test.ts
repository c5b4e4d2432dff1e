import { expect, test } from 'vitest'
import { modules } from '#modules'
import { periods } from '#modules/programme/statements/privacy.rules.ts'

/** What the modules delete and what the privacy page promises must be one list. */
const differences = (deleted: Readonly<Record<string, unknown>>, promised: Readonly<Record<string, unknown>>): string[] =>
  [...new Set([...Object.keys(deleted), ...Object.keys(promised)])]
    .filter(kind => JSON.stringify(deleted[kind]) !== JSON.stringify(promised[kind]))
    .sort()

const entries = modules.flatMap(module => module.retention ?? [])
const deleted = Object.fromEntries(entries.map(({ what, keep }) => [what, keep]))

test('the privacy page promises exactly what the modules delete, with the same periods', () => {
  expect(differences(deleted, periods)).toEqual([])
})
test('each kind is deleted by one module only', () => {
  const kinds = entries.map(({ what }) => what)
  expect(kinds.filter((kind, at) => kinds.indexOf(kind) !== at)).toEqual([])
})
test('a period changed in one place, a kind nobody promised and a promise nobody keeps are found', () => {
  expect(differences({ ...deleted, letters: { days: 31 } }, periods)).toEqual(['letters'])
  expect(differences({ ...deleted, secrets: { days: 1 } }, periods)).toEqual(['secrets'])
  expect(differences(Object.fromEntries(Object.entries(deleted).slice(1)), periods).length).toBe(1)
})
