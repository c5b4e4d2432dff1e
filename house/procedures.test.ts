import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { modules } from '#modules'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import type { KeptProcedure } from '#web/module.ts'
import { sourcesIn } from './source.ts'

type Steps = KeptProcedure['procedure']
const kept = modules.flatMap(module => module.procedures ?? [])

const statesOf = ({ first, steps }: Steps) => [...new Set([first, ...Object.values(steps).flatMap(step => [step.to, ...step.from])])].sort()
function unreachable(procedure: Steps): string[] {
  const reached = new Set([procedure.first])
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const { from, to } of Object.values(procedure.steps)) if (from.some(state => reached.has(state))) reached.add(to)
  }
  return statesOf(procedure).filter(state => !reached.has(state))
}

let database: TestDatabase
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
})
afterAll(() => database.drop())

/** The states that the CHECK of the table's column `state` lets in. */
async function checkedStates(table: string): Promise<string[]> {
  const { rows } = await sql<{ def: string }>`
    select pg_get_constraintdef(oid) as def from pg_constraint where contype = 'c' and conrelid = ${table}::regclass and pg_get_constraintdef(oid) like '%state%'`.execute(
    database.db,
  )
  const check = rows.find(row => /\(state = ANY/.test(row.def))
  return [...(check?.def ?? '').matchAll(/'([\w-]+)'/g)].map(([, state = '']) => state).sort()
}

for (const { table, procedure, states } of kept) {
  test(`${table}: every state can be reached, has a word in both languages, and the database knows the same ones`, async () => {
    expect(unreachable(procedure)).toEqual([])
    expect(Object.keys(states.pl).sort()).toEqual(statesOf(procedure))
    expect(Object.keys(states.en).sort()).toEqual(statesOf(procedure))
    expect(await checkedStates(table)).toEqual(statesOf(procedure))
  })
}

test('every procedure in the rules is handed to the house', async () => {
  const found: unknown[] = []
  for (const { path } of sourcesIn('src/modules', ['.rules.ts'])) {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ `../${path}`)
    found.push(...Object.values(exported).filter(value => typeof value === 'object' && value !== null && 'steps' in value && 'first' in value))
  }
  const handed = new Set<unknown>(kept.map(({ procedure }) => procedure))
  expect(found.filter(procedure => !handed.has(procedure)).map(procedure => Object.keys((procedure as Steps).steps))).toEqual([])
})

test('a planted state that nothing leads to is found', () => {
  expect(
    unreachable({ first: 'draft', names: [], steps: { send: { from: ['draft'], to: 'sent' }, close: { from: ['lost'], to: 'closed' } } }),
  ).toEqual(['closed', 'lost'])
})
