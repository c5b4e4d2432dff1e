import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { loadProject, versionsOf } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { signedPageOf } from '#modules/submission/agreeing/agreeing.store.ts'
import { paths, url } from '#paths'
import { filesOf } from '#platform/files.ts'
import { expectDone, expectHeld } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
  at.house.now = inSubmission
})
afterAll(() => at.house.close())

const paper = (more: Record<string, string> = {}) => ({
  key: newId('key'),
  newPerson: 'Zofia Maj',
  wplynelo: '2026-04-03',
  gdzie: '13',
  title: 'Ławki na Łąkowej',
  summary: 'Zapomniany skwer między blokami ma stać się miejscem z cieniem, ławkami i wodą dla wszystkich.',
  description: 'Sześć ławek.',
  place: 'Skwer przy Łąkowej.',
  reasons: 'Nie ma gdzie usiąść.',
  beneficiaries: 'Wszyscy.',
  'co-0': 'Ławka',
  'ile-0': '6',
  'jednostka-0': 'szt.',
  'cena-0': '2 800',
  'co-1': '',
  'ile-1': '',
  'jednostka-1': '',
  'cena-1': '',
  ...more,
})
const enter = (fields: Record<string, string | File>, by: 'celina' | 'bartek' | 'olga' = 'celina') => at.as(by).post(paths.officeProposalNew, fields)
const idOf = (location: string) => location.split('/').at(-1) ?? ''

test('a clerk writes down a signed form: it is submitted at once under that person’s name, once, however often it is sent', async () => {
  const form = paper()
  const [one, other] = await Promise.all([enter(form), enter(form)])
  const again = await enter(form)
  const id = idOf(expectDone(one ?? other, /^\/projekty\/project_/))
  for (const answer of [other, again]) expect(idOf(expectDone(answer))).toBe(id)
  const project = await loadProject(at.ctx('celina'), id)
  expect(project).toMatchObject({ state: 'submitted', path: 'individual', title: 'Ławki na Łąkowej', total: 1_680_000 })
  expect(project.publicNo).toMatch(/^BO\.D13\.\d+\/26$/)
  expect(project.leadId).not.toBe(at.who('celina').id)
  const [version] = await versionsOf(at.ctx('celina'), id)
  expect(version?.acceptances).toMatchObject([{ personId: project.leadId, how: 'signature', recordedBy: at.who('celina').id }])
  await at.house.settle()
  const page = await at.house.stranger.get(url(paths.project, { id }))
  expect([page.html.includes('Zofia Maj'), page.html.includes(at.who('celina').name)]).toEqual([true, false])
  const phone = await at.house.db.selectFrom('phone_news').select('text_key').where('subject', '=', id).execute()
  expect(phone).toEqual([{ text_key: 'project.submitted' }])
})

test('what is missing stands beside its field, and what was typed is kept', async () => {
  for (const [fields, said] of [
    [{ summary: 'Krótko.' }, 'a potrzeba co najmniej'],
    [{ wplynelo: '2026-03-20' }, 'W tym dniu nie składało się projektów'],
    [{ newPerson: '' }, 'Wpisz, czyj to formularz'],
    [{ 'cena-0': 'dużo' }, 'Formularza nie da się jeszcze złożyć'],
    [{ title: '' }, 'Wypełnij to pole.'],
  ] as const) {
    const answer = await enter(paper(fields))
    expect([answer.status, answer.html.includes(said), answer.html.includes('Skwer przy Łąkowej.')], said).toEqual([422, true, true])
  }
  expect((await at.house.db.selectFrom('projects').select('id').where('state', '=', 'draft').execute()).length).toBe(0)
})

test('only the office writes forms down', async () => {
  expect((await enter(paper(), 'olga')).status).toBe(403)
  expect((await enter(paper(), 'bartek')).status).toBe(403)
  expect((await at.house.stranger.get(paths.officeProposalNew)).status).not.toBe(200)
  const offered = async (key: 'celina' | 'bartek' | 'olga') => (await at.as(key).get(paths.projects)).html.includes(paths.officeProposalNew)
  expect([await offered('celina'), await offered('bartek'), await offered('olga')]).toEqual([true, false, false])
})

test('a scan that cannot be kept is said beside its field, and nothing is submitted; nor does a refusal leave a person behind', async () => {
  const rows = async () => {
    const { projects, people } = await at.house.db
      .selectNoFrom(({ selectFrom, fn }) => [
        selectFrom('projects').select(fn.countAll<string>().as('n')).as('projects'),
        selectFrom('persons').select(fn.countAll<string>().as('n')).as('people'),
      ])
      .executeTakeFirstOrThrow()
    return [projects, people]
  }
  const before = await rows()
  const form = paper({ newPerson: 'Wacław Nowy' })
  const wrong = await enter({ ...form, skan: new File(['<svg/>'], 'formularz.svg') } as never)
  expect([wrong.status, wrong.html.includes('Tego pliku nie przyjmujemy'), wrong.html.includes('Skwer przy Łąkowej.')]).toEqual([422, true, true])
  expect((await enter(paper({ newPerson: 'Wacław Nowy', summary: 'Krótko.' }))).status).toBe(422)
  expect(await rows()).toEqual(before)
  // the same form, sent again with a file that can be kept
  const pdf = new File([Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF')], 'formularz.pdf')
  const held = expectHeld(await enter({ ...form, title: '', skan: pdf }), 'skan')
  const id = idOf(expectDone(await enter({ ...form, ...held }), /^\/projekty\/project_/))
  const { leadId } = await loadProject(at.ctx('celina'), id)
  expect(await filesOf(at.ctx('celina'), signedPageOf(id, 1, leadId))).toMatchObject([{ id: held['skan-waiting'], visibility: 'confidential' }])
  expect((await rows()).map(Number)).toEqual(before.map(n => Number(n) + 1))
})
