import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { authorsOf, costsOf, loadProject, sectionsOf } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { ancestorsOf } from '#platform/origins.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

/** The draft as if it had been written in an edition that is over. */
async function moveToPast(id: string) {
  await sql`insert into editions (id, key, no, year, title, state, parts, rules, created_at)
    select 'edition_past', 'edition_past', no - 1, year - 1, 'Budżet sprzed roku', 'archived', parts, rules, created_at from editions where state in ('published', 'running')
    limit 1 on conflict do nothing`.execute(at.house.db)
  await at.house.db.updateTable('projects').set({ edition_id: 'edition_past' }).where('id', '=', id).execute()
}
const idOf = (location: string) => location.split('/').at(-1) ?? ''

test('my past project begins anew: text, place, cost and origin, but nobody else of those who wrote it', async () => {
  const { as, ctx, who } = at
  const old = await at.aWholeDraft()
  await at.join(old, 'jurij')
  await moveToPast(old)
  expect((await as('marta').get(paths.projectFork)).html).toContain('Budżet sprzed roku')
  expect((await as('olga').get(paths.projectFork)).html).toContain('Nie masz projektu')
  const form = { key: newId('key'), projekt: old }
  const [one, again] = [await as('marta').post(paths.projectFork, form), await as('marta').post(paths.projectFork, form)]
  const id = idOf(expectDone(one, /^\/projekty\/project_/))
  expect(idOf(expectDone(again))).toBe(id)
  const fresh = await loadProject(ctx('marta'), id)
  expect(fresh).toMatchObject({ state: 'draft', visibility: 'private', title: 'Park kieszonkowy', total: 1_765_025 })
  expect(fresh.editionId).not.toBe('edition_past')
  expect(await sectionsOf(ctx('marta'), id)).toEqual(await sectionsOf(ctx('marta'), old))
  const [lines, former] = [await costsOf(ctx('marta'), id), await costsOf(ctx('marta'), old)]
  expect(lines.map(({ name, price }) => [name, price])).toEqual(former.map(({ name, price }) => [name, price]))
  expect(lines.some(line => former.some(({ id }) => id === line.id))).toBe(false)
  expect((await authorsOf(ctx('marta'), id)).map(({ personId }) => personId)).toEqual([who('marta').id])
  expect(await ancestorsOf(ctx('marta'), id)).toEqual([old])
  await at.house.settle()
  const page = (await as('marta').get(url(paths.project, { id }))).html
  expect([page.includes('Jurij'), page.includes(url(paths.project, { id: old }))]).toEqual([false, true])
})

test('nobody begins with a project of others, of this edition, or with a private draft that others wrote too', async () => {
  const { as } = at
  const post = (projekt: string, by: 'olga' | 'marta') => as(by).post(paths.projectFork, { key: newId('key'), projekt })
  const here = await at.aDraft()
  expect((await post(here, 'marta')).html).toContain('jest już w tej edycji')
  const shared = await at.aDraft({ widocznosc: 'private' })
  await at.join(shared, 'jurij')
  await moveToPast(shared)
  const [others, joint] = [await post(shared, 'olga'), await post(shared, 'marta')]
  expect([others.status, joint.status, joint.html.includes('pisały go też inne osoby')]).toEqual([409, 409, true])
})

test('one person submits as many projects as the rules give, however many are pressed at once', async () => {
  const { as, ctx, house } = at
  await sql`update editions set rules = jsonb_set(rules, '{submission,perPerson}', '2')`.execute(house.db)
  house.now = inSubmission
  const ids: string[] = []
  for (let n = 0; n < 4; n++) {
    const id = await at.aWholeDraft({ sciezka: 'individual' }, 'tadeusz')
    expectDone(await as('tadeusz').post(url(paths.projectFreeze, { id })))
    ids.push(id)
  }
  const answers = await Promise.all(ids.map(id => as('tadeusz').post(url(paths.projectSubmission, { id }))))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 409, 409])
  expect(answers.find(({ status }) => status === 409)?.html).toContain('ile już złożono')
  const states = await Promise.all(ids.map(async id => (await loadProject(ctx('tadeusz'), id)).state))
  expect(states.filter(state => state === 'submitted')).toHaveLength(2)
  house.now = today
})
