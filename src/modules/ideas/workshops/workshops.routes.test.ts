import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { sharePractice } from '#modules/ambassadors/workspace/practices.actions.ts'
import { announced, aPlan, openMeetings } from '#modules/meetings/testing-meetings.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let opened: Awaited<ReturnType<typeof openMeetings>>
let series = ''
const needs: string[] = []
const hour = 3_600_000
const starts = ['2026-03-16T16:00:00Z', '2026-03-20T16:00:00Z', '2026-03-25T16:00:00Z'].map(moment => new Date(moment))
const as = (key: Parameters<typeof opened.who>[0]) => opened.house.as(opened.who(key))
const at = (stage: number) => url(paths.workshop, { id: series, stage })
const act = (stage: number, what: string) => `${at(stage)}/${what}`

beforeAll(async () => {
  opened = await openMeetings()
  for (const title of ['Brakuje cienia na placach', 'Place bez drzew', 'Nie ma gdzie napić się wody', 'Za mało toalet w parkach']) {
    const typed = { key: newId('key'), title, text: `${title}, a latem jest coraz goręcej w całym mieście.`, where: 'miasto' }
    needs.push(
      expectDone(await as('marta').post(paths.needs, typed))
        .split('/')
        .at(-1) ?? '',
    )
  }
})
afterAll(() => opened.house.close())

async function threeMeetings(): Promise<string[]> {
  const ids: string[] = []
  for (const [n, startsAt] of starts.entries()) {
    const plan = aPlan(opened.id('city'), {
      kind: 'workshop',
      title: `Warsztat miejski ${n + 1}`,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * hour),
    })
    ids.push(await announced(opened.house, opened.who('kornelia'), plan))
  }
  return ids
}
const seriesForm = ([meeting1 = '', meeting2 = '', meeting3 = '']: readonly string[], more: Record<string, string> = {}) => ({
  ...{ key: newId('key'), title: 'Miasto na upał', about: 'Jak żyć w mieście, gdy jest gorąco.', marks: '2' },
  ...{ meeting1, meeting2, meeting3, until1: '2026-03-19', until2: '2026-03-24', until3: '2026-03-28' },
  ...more,
})
const groups = () =>
  opened.house.db
    .selectFrom('workshop_groups as g')
    .innerJoin('workshops as w', 'w.id', 'g.workshop_id')
    .select(['g.id', 'g.title'])
    .where('w.series_id', '=', series)
    .orderBy('g.id')
    .execute()
const groupOf = async (title: string) => (await groups()).find(group => group.title === title)?.id ?? ''

test('a series is planned by the coordinator, in order, with windows that leave no gap and no overlap; sent twice it is one', async () => {
  const meetings = await threeMeetings()
  expect((await as('marta').get(paths.seriesNew)).status).toBe(403)
  const wrong = async (form: Record<string, string>) => (await as('kornelia').post(paths.seriesList, form)).html
  expect(await wrong(seriesForm([...meetings].reverse()))).toContain('Warsztaty muszą następować po sobie')
  expect(await wrong(seriesForm(meetings, { until1: '2026-03-22' }))).toContain('Dopisywanie trwa od końca spotkania')
  expect(await wrong(seriesForm([meetings[0] ?? '', meetings[0] ?? '', meetings[2] ?? '']))).toContain('Warsztaty muszą następować po sobie')
  expect(await wrong(seriesForm(['meeting_nowhere', ...meetings.slice(1)]))).toContain('Wybierz trzy różne spotkania')
  const form = seriesForm(meetings)
  const [one, two] = await Promise.all([as('kornelia').post(paths.seriesList, form), as('kornelia').post(paths.seriesList, form)])
  expect(expectDone(one)).toBe(expectDone(two))
  series = one.location?.split('/').at(-1) ?? ''
  expect((await opened.house.stranger.get(paths.seriesList)).html).toContain('Miasto na upał')
})

test('a good practice is chosen for a workshop by those who know one; hidden, it is gone from there', async () => {
  const shared = await sharePractice(opened.house.ctx(opened.who('bartek')), {
    ...{ key: newId('key'), title: 'Woda z węża w południe', text: 'Na placu stanął wąż z wodą i pilnuje go sąsiad.', topic: 'workshop' },
    ...{ source: 'Osiedle Podwawelskie, lato 2025', link: undefined },
  })
  const practice = (shared.ok && shared.id) || ''
  const attach = (key: Parameters<typeof opened.who>[0], step = '') => as(key).post(act(1, 'praktyki'), { practice, act: step })
  expect((await as('olga').get(at(1))).html).not.toContain('Dołącz przykład')
  expect((await attach('olga')).status).toBe(409)
  expect((await as('ewa').get(at(1))).html).toContain('Dołącz przykład')
  expect((await as('ewa').post(act(1, 'praktyki'), { practice: 'practice_nowhere' })).status).toBe(422)
  await Promise.all(Array.from({ length: 8 }, () => attach('ewa')))
  expect((await opened.house.stranger.get(at(1))).html).toContain('Na placu stanął wąż z wodą')
  await opened.house.db.insertInto('hidings').values({ subject_id: practice, since: opened.house.now }).execute()
  expect((await opened.house.stranger.get(at(1))).html).not.toContain('Na placu stanął wąż z wodą')
  expect((await attach('bartek')).status).toBe(422)
  await opened.house.db.deleteFrom('hidings').execute()
  expectDone(await attach('kornelia', 'odlacz'))
  expect((await opened.house.stranger.get(at(1))).html).not.toContain('Dobre praktyki na ten warsztat')
  await opened.house.settle()
  const facts = await sql<{ fact: string }>`select fact from ledger_chain where fact like 'workshop.practice%' order by seq`.execute(opened.house.db)
  expect(facts.rows.map(row => row.fact)).toEqual(['workshop.practice-attached', 'workshop.practice-detached'])
})

test('the first gathers needs, merges those alike without losing any, and ranks them by marks', async () => {
  expect((await as('marta').post(act(1, 'potrzeby'), { 'needs[]': needs })).html).toContain('jeszcze się nie zaczął')
  expect((await as('kornelia').post(act(2, 'etap'), { step: 'open' })).html).toContain('Najpierw trzeba ustalić wynik')
  opened.house.now = starts[0] ?? opened.house.now
  expectDone(await as('kornelia').post(act(1, 'etap'), { step: 'open' }))
  await Promise.all(Array.from({ length: 8 }, () => as('marta').post(act(1, 'potrzeby'), { 'needs[]': needs })))
  expect(await groups()).toHaveLength(4)
  const [shade, trees, water, toilets] = await Promise.all(
    ['Brakuje cienia na placach', 'Place bez drzew', 'Nie ma gdzie napić się wody', 'Za mało toalet w parkach'].map(groupOf),
  )
  const mark = (key: Parameters<typeof opened.who>[0], chosen: readonly (string | undefined)[]) =>
    as(key).post(act(1, 'znaki'), { 'groups[]': chosen.map(String) })
  expectDone(await mark('olga', [shade, trees]))
  expectDone(await mark('jurij', [trees, water]))
  expect((await mark('tadeusz', [shade, trees, water])).html).toContain('Zaznaczono za dużo')
  expectDone(await mark('tadeusz', [water]))
  expect((await as('marta').post(act(1, 'polaczenie'), { 'groups[]': [String(shade), String(trees)], name: 'Cień i drzewa' })).status).toBe(409)
  expectDone(await as('kornelia').post(act(1, 'polaczenie'), { 'groups[]': [String(shade), String(trees)], name: 'Cień i drzewa na placach' }))
  const page = (await opened.house.stranger.get(at(1))).html
  // Olga marked both of the merged ones: she has one mark there. Two and two are a tie.
  expect(page.match(/1–2\./g)).toHaveLength(2)
  for (const words of ['Brakuje cienia na placach', 'Place bez drzew', 'połączone z 2 potrzeb', 'remis']) expect(page).toContain(words)
  expectDone(await as('kornelia').post(act(1, 'kropki'), { voters: '3', [`kropki-${water}`]: '3', [`kropki-${toilets}`]: '1' }))
  expect((await as('kornelia').post(act(1, 'kropki'), { voters: '3', [`kropki-${water}`]: '4' })).status).toBe(422)
  expect((await opened.house.stranger.get(at(1))).html).toContain('w tym 3 z sali')
})

test('sixteen choices at once by one person are never more than their marks', async () => {
  const all = (await groups()).map(group => group.id)
  await Promise.all(Array.from({ length: 16 }, (_, n) => as('ewa').post(act(1, 'znaki'), { 'groups[]': [all[n % 3] ?? '', all[(n + 1) % 3] ?? ''] })))
  const given = await opened.house.db.selectFrom('group_marks').select('group_id').where('person_id', '=', opened.who('ewa').id).execute()
  expect(given).toHaveLength(2)
})

test('a new need said at the workshop is taken in by the same act; who missed it adds until the day that was said', async () => {
  const workshop = await opened.house.db
    .selectFrom('workshops')
    .select('id')
    .where('series_id', '=', series)
    .where('stage', '=', 1)
    .executeTakeFirstOrThrow()
  opened.house.now = new Date((starts[0] ?? opened.house.now).getTime() + 48 * hour)
  const typed = {
    key: newId('key'),
    title: 'Gorąco na przystankach',
    text: 'Wiaty nagrzewają się tak, że nie da się w nich stać.',
    where: 'miasto',
    z: workshop.id,
  }
  const need = expectDone(await as('olga').post(paths.needs, typed))
  expect((await opened.house.stranger.get(at(1))).html).toContain('Gorąco na przystankach')
  expect((await opened.house.stranger.get(need)).html).toContain('z warsztatu')
  opened.house.now = new Date('2026-03-20T08:00:00Z')
  expect((await as('olga').post(act(1, 'znaki'), { 'groups[]': [] })).html).toContain('Czas na dopisywanie minął')
  expectDone(await as('kornelia').post(act(1, 'etap'), { step: 'settle' }))
  expect(
    (await as('kornelia').post(act(1, 'polaczenie'), { 'groups[]': (await groups()).map(group => group.id), name: 'Wszystko razem' })).status,
  ).toBe(409)
})

test('the second opens with that ranking; those at a table write one card and never over each other', async () => {
  opened.house.now = starts[1] ?? opened.house.now
  expectDone(await as('kornelia').post(act(2, 'etap'), { step: 'open' }))
  expect((await opened.house.stranger.get(at(2))).html).toContain('Cień i drzewa na placach')
  expectDone(await as('kornelia').post(act(2, 'stoliki'), { key: newId('key'), name: 'Stolik 1', group: await groupOf('Cień i drzewa na placach') }))
  const table = (await opened.house.db.selectFrom('workshop_tables').select('id').executeTakeFirstOrThrow()).id
  const card = {
    key: newId('key'),
    table,
    title: 'Drzewa w donicach',
    problem: 'Na placach nie ma cienia.',
    solution: 'Dwadzieścia drzew w dużych donicach.',
  }
  expect((await as('marta').post(act(2, 'karty'), card)).html).toContain('Najpierw usiądź')
  for (const key of ['marta', 'jurij'] as const) expectDone(await as(key).post(`${act(2, 'stoliki')}/${table}/miejsce`))
  await Promise.all(Array.from({ length: 4 }, () => as('marta').post(act(2, 'karty'), card)))
  const [row] = await opened.house.db.selectFrom('idea_cards').select(['id', 'version']).execute()
  const edit = `${act(2, 'karty')}/${row?.id}`
  const words = { title: card.title, problem: card.problem, version: '1' }
  expectDone(await as('marta').post(edit, { ...words, solution: 'Trzydzieści drzew.' }))
  const late = await as('jurij').post(edit, { ...words, solution: 'Czterdzieści drzew.' })
  expect([late.status, late.html.includes('Trzydzieści drzew.'), late.html.includes('Czterdzieści drzew.')]).toEqual([409, true, true])
  expectDone(await as('jurij').post(edit, { ...words, version: '2', solution: 'Czterdzieści drzew.' }))
})

test('a card becomes an idea that cites it and its needs, and in the third an idea becomes a joint draft', async () => {
  const card = (await opened.house.db.selectFrom('idea_cards').select('id').executeTakeFirstOrThrow()).id
  const page = (await as('marta').get(at(2))).html
  const link = /href="(\/pomysly\/nowy\?z=card_[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const form = (await as('marta').get(link)).html
  expect(form).toContain('value="Drzewa w donicach"')
  expect(form).toContain('Czterdzieści drzew.')
  const typed = {
    key: newId('key'),
    title: 'Drzewa w donicach',
    text: 'Czterdzieści drzew w donicach na pięciu placach.',
    where: 'miasto',
    z: card,
    'needs[]': needs.slice(0, 2),
  }
  const idea = expectDone(await as('marta').post(paths.ideas, typed))
  expect((await opened.house.stranger.get(idea)).html).toContain('z karty pomysłu z warsztatu')
  expectDone(await as('kornelia').post(act(2, 'etap'), { step: 'settle' }))
  expectDone(await as('kornelia').post(act(3, 'etap'), { step: 'open' }))
  expect((await as('marta').get(at(3))).html).toContain('Drzewa w donicach')
})

test('without workshops in the edition these addresses are nowhere', async () => {
  await sql`update editions set parts = array_remove(parts, 'workshops')`.execute(opened.house.db)
  const answers = await Promise.all([paths.seriesList, url(paths.series, { id: series }), at(1)].map(path => opened.house.stranger.get(path)))
  expect(answers.map(answer => answer.status)).toEqual([404, 404, 404])
})
