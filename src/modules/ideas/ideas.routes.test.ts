import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { discussionsModule } from '#modules/discussions/discussions.module.ts'
import { backingsBy, countBackings } from '#modules/ideas/backings.store.ts'
import { ideasModule } from '#modules/ideas/ideas.module.ts'
import { loadIdea } from '#modules/ideas/ideas.store.ts'
import { loadNeed } from '#modules/ideas/needs.store.ts'
import { paths, url } from '#paths'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T10:00:00Z')

beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
})
afterAll(() => house.close())

const who = (key: Parameters<World['actors']['get']>[0]): Actor => {
  const actor = world.actors.get(key)
  if (!actor) throw new Error(key)
  return actor
}
const text = 'Dzieci bawią się między autami, bo na osiedlu nie ma żadnego placu zabaw.'
const need = (fields: Record<string, string> = {}) => ({ key: newId('key'), title: 'Brakuje placu zabaw', text, where: '13', ...fields })
const idOf = (location: string) => location.split('/').at(-1) ?? ''
async function aNeed(fields: Record<string, string> = {}, actor = who('marta')): Promise<string> {
  return idOf(expectDone(await house.as(actor).post(paths.needs, need(fields)), /^\/potrzeby\/need_/))
}
async function anIdea(fields: Record<string, string | string[]> = {}, actor = who('marta')): Promise<string> {
  const typed = { key: newId('key'), title: 'Park kieszonkowy', text, where: '13', ...fields }
  return idOf(expectDone(await house.as(actor).post(paths.ideas, typed), /^\/pomysly\/idea_/))
}

test('a stranger reads, but is led to sign in before anything is kept; what was typed waits', async () => {
  expect((await house.stranger.get(paths.needs)).status).toBe(200)
  const before = await house.db.selectFrom('needs').select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()
  const refused = await house.stranger.post(paths.needs, need())
  expect([refused.status, refused.location]).toEqual([303, expect.stringContaining('/logowanie?powrot=%2Fodlozone')])
  const after = await house.db.selectFrom('needs').select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()
  expect(after.n).toBe(before.n)
})

test('a resident adds a need; the same form sent twice or in two tabs at once is one need', async () => {
  const form = need({ title: 'Nie ma gdzie usiąść' })
  const [first, second] = await Promise.all([house.as(who('marta')).post(paths.needs, form), house.as(who('marta')).post(paths.needs, form)])
  expect(expectDone(first)).toBe(expectDone(second))
  expect(expectDone(await house.as(who('marta')).post(paths.needs, form))).toBe(first.location)
  const page = await house.stranger.get(first.location ?? '')
  expect(page.html).toContain('Nie ma gdzie usiąść')
  expect(page.html).toContain('XIII Podgórze')
  await house.settle()
  const facts = await house.db
    .selectFrom('ledger_chain')
    .select('fact')
    .where('subject', '=', idOf(first.location ?? ''))
    .execute()
  expect(facts).toEqual([{ fact: 'need.added' }])
})

test('what was typed stays when something is wrong', async () => {
  const wrong = await house.as(who('olga')).post(paths.needs, need({ title: 'Kosz', text: 'Za mało' }))
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="Kosz"')
  expect(wrong.html).toContain('Za mało')
  const nowhere = await house.as(who('olga')).post(paths.needs, need({ where: '' }))
  expect(nowhere.status).toBe(422)
  expect(nowhere.html).toContain('Wybierz dzielnicę albo całe miasto.')
})

test('a point finds its district, and contradicts another one', async () => {
  const id = await aNeed({ where: '', lon: '20.01', lat: '50.04' })
  expect((await loadNeed(house.ctx(), id)).territoryId).toBe(world.ids.get('district.13'))
  const elsewhere = await house.as(who('marta')).post(paths.needs, need({ where: '18', lon: '20.01', lat: '50.04' }))
  expect([elsewhere.status, elsewhere.html.includes('leży w innej dzielnicy')]).toEqual([422, true])
})

test('when the round is over nothing is added, and the page says since when', async () => {
  house.now = new Date('2026-06-12T10:00:00Z')
  const late = await house.as(who('marta')).post(paths.needs, need())
  const form = await house.as(who('marta')).get(paths.needNew)
  house.now = today
  expect(late.status).toBe(409)
  expect(late.html).toContain('Zamknięte. Termin minął')
  expect(form.html).not.toContain('name="title"')
})

test('a photo needs words for those who do not see it; then it is shown, without where it was taken', async () => {
  const pixel = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
    .withExif({ IFD0: { Copyright: 'secret' } })
    .jpeg()
    .toBuffer()
  const photo = () => new File([new Uint8Array(pixel)], 'plac.jpg', { type: 'image/jpeg' })
  const mute = await house.as(who('marta')).post(paths.needs, { ...need(), photo: photo() })
  expect([mute.status, mute.html.includes('Opisz, co jest na zdjęciu')]).toEqual([422, true])
  const wrong = await house.as(who('marta')).post(paths.needs, { ...need(), alt: 'x', photo: new File(['<svg/>'], 'a.svg') })
  expect([wrong.status, wrong.html.includes('Tego pliku nie przyjmujemy')]).toEqual([422, true])
  const location = expectDone(await house.as(who('marta')).post(paths.needs, { ...need(), alt: 'Pusty plac', photo: photo() }))
  const page = await house.stranger.get(location)
  const source = /<img src="([^"]+)" alt="Pusty plac"/.exec(page.html)?.[1] ?? ''
  expect((await house.stranger.get(source)).status).toBe(200)
})

test('a page takes as many statements for a long talk as for a short one', async () => {
  const id = await aNeed()
  const count = async () => {
    house.queries.length = 0
    await house.stranger.get(url(paths.need, { id }))
    return house.queries.length
  }
  const short = await count()
  const marta = who('marta')
  await sql`insert into comments (id, key, subject_id, kind, text, author_id, channel, at)
    select 'comment_many' || n, 'key_talk' || n, ${id}, 'for', 'Tak', ${marta.id}, 'online', ${today}::timestamptz from generate_series(1, 200) n`.execute(
    house.db,
  )
  await sql`insert into backings (subject_id, person_id, channel, at) select ${id}, 'person_many' || n, 'online', ${today}::timestamptz from generate_series(1, 200) n`.execute(
    house.db,
  )
  expect(await count()).toBe(short)
  expect(short).toBeLessThanOrEqual(16)
})

test('backing is withdrawn; the author does not back their own', async () => {
  const id = await aNeed()
  expectDone(await house.as(who('olga')).post(url(paths.needBacking, { id })))
  expect((await house.as(who('olga')).get(url(paths.need, { id }))).html).toContain('Popierasz tę potrzebę.')
  expectDone(await house.as(who('olga')).post(url(paths.needBackingEnd, { id })))
  expect(await countBackings(house.ctx(), id)).toBe(0)
  const own = await house.as(who('marta')).post(url(paths.needBacking, { id }))
  expect([own.status, own.html.includes('stoisz za nimi od początku')]).toEqual([409, true])
})

test('a clerk writes down a need and a backing of somebody without e-mail; a resident may not', async () => {
  const halina = world.ids.get('person.halina') ?? ''
  const id = await aNeed({ title: 'Za krótkie zielone światło', person: halina, channel: 'phone' }, who('celina'))
  expect(await loadNeed(house.ctx(), id)).toMatchObject({ authorId: halina, enteredBy: who('celina').id, channel: 'phone' })
  const other = await aNeed()
  expectDone(await house.as(who('celina')).post(url(paths.needBacking, { id: other }), { key: newId('key'), person: halina, channel: 'paper' }))
  expect(await backingsBy(house.ctx(), halina)).toMatchObject([{ subject_id: other, channel: 'paper' }])
  const refused = await house.as(who('olga')).post(paths.needs, need({ person: halina, channel: 'paper' }))
  expect([refused.status, refused.html.includes('Za inną osobę wpisuje urząd')]).toEqual([422, true])
  const own = await house.as(who('celina')).post(paths.needs, need({ person: who('olga').id, channel: 'paper' }))
  expect(own.status).toBe(422)
})

test('comments: each once, an answer to a comment, no answer to an answer', async () => {
  const id = await aNeed()
  const to = url(paths.needComments, { id })
  const form = { key: newId('key'), kind: 'question', text: 'Czy to teren miasta?' }
  const [first, again] = await Promise.all([house.as(who('olga')).post(to, form), house.as(who('olga')).post(to, form)])
  const comment = expectDone(first).split('#')[1] ?? ''
  expect(again.location).toBe(first.location)
  const reply =
    expectDone(await house.as(who('marta')).post(to, { key: newId('key'), kind: 'for', text: 'Tak, miasta.', replyTo: comment })).split('#')[1] ?? ''
  const deep = await house.as(who('olga')).post(to, { key: newId('key'), kind: 'for', text: 'A na pewno?', replyTo: reply })
  expect(deep.status).toBe(409)
  const bad = await house.as(who('olga')).post(to, { key: newId('key'), text: 'Bez rodzaju' })
  expect([bad.status, bad.html.includes('Bez rodzaju')]).toEqual([422, true])
  const page = await house.stranger.get(url(paths.need, { id }))
  expect(page.html).toContain('Tak, miasta.')
  expect(page.html).not.toContain('A na pewno?')
})

test('an idea grows from needs; the needs say so; dropped, it lets them go', async () => {
  const [one, two] = [await aNeed({ title: 'Brak cienia na placu' }), await aNeed({ title: 'Brak wody do picia' }, who('olga'))]
  const id = await anIdea({ 'needs[]': [one, two] })
  expect((await loadNeed(house.ctx(), one)).state).toBe('in-idea')
  expect((await house.stranger.get(url(paths.need, { id: one }))).html).toContain('Park kieszonkowy')
  expect((await house.stranger.get(url(paths.idea, { id }))).html).toContain('Brak wody do picia')
  const notYours = await house.as(who('olga')).post(url(paths.ideaDropping, { id }), { reason: 'Bo tak mi się podoba' })
  expect(notYours.status).toBe(409)
  expectDone(await house.as(who('marta')).post(url(paths.ideaDropping, { id }), { reason: 'Miasto zrobi to i tak w tym roku.' }))
  expect((await loadIdea(house.ctx(), id)).state).toBe('dropped')
  expect((await loadNeed(house.ctx(), two)).state).toBe('open')
})

test('a need is joined by the author of either side, not by anybody', async () => {
  const id = await anIdea()
  const mine = await aNeed({}, who('olga'))
  const refused = await house.as(who('tadeusz')).post(url(paths.ideaNeeds, { id }), { 'needs[]': [mine] })
  expect(refused.status).toBe(409)
  expectDone(await house.as(who('olga')).post(url(paths.ideaNeeds, { id }), { 'needs[]': [mine] }))
  expectDone(await house.as(who('olga')).post(url(paths.ideaNeeds, { id }), { 'needs[]': [mine] }))
  expect((await loadNeed(house.ctx(), mine)).state).toBe('in-idea')
})

test('similar ideas are shown while writing, in other forms of the words, and the step without script keeps what was typed', async () => {
  await anIdea({ title: 'Tężnia solankowa w parku Lilli Wenedy', where: '13' })
  const typed = { key: newId('key'), title: 'tężnie solankowe', text: 'Powietrze', where: '13', step: 'check' }
  const checked = await house.as(who('jurij')).post(paths.ideas, typed)
  expect(checked.status).toBe(200)
  expect(checked.html).toContain('Tężnia solankowa w parku Lilli Wenedy')
  expect(checked.html).toContain('value="tężnie solankowe"')
  const fragment = await house.stranger.get(url(paths.similar, undefined, { tytul: 'tezni solankowej', gdzie: 13, fragment: 1 }))
  expect(fragment.html).toContain('Lilli Wenedy')
  expect(fragment.html).not.toContain('<html')
})

test('the forms of needs and of drafts say what resembles them too, whatever kind it is, before anything is kept', async () => {
  await anIdea({ title: 'Pomost nad Wilgą', where: '13' })
  const jurij = house.as(who('jurij'))
  const before = await house.db.selectFrom('needs').select('id').execute()
  const need = await jurij.post(paths.needs, { key: newId('key'), title: 'pomosty nad wilga', text: 'x', where: '13', step: 'check' })
  const draft = await jurij.post(paths.projectNew, { key: newId('key'), tytul: 'Pomoście nad Wilgą', gdzie: '13', krok: 'podobne' })
  for (const { status, html } of [need, draft]) {
    expect(status).toBe(200)
    expect(html).toContain('Pomost nad Wilgą')
  }
  expect(need.html).toContain('value="pomosty nad wilga"')
  expect(draft.html).toContain('value="Pomoście nad Wilgą"')
  expect(await house.db.selectFrom('needs').select('id').execute()).toEqual(before)
})

test('a list takes as many statements for three hundred as for twenty, and pages without gaps', async () => {
  const marta = who('marta')
  await sql`insert into ideas (id, key, edition_id, territory_id, title, text, words, author_id, channel, created_at, state)
    select 'idea_many' || n, 'key_many' || n, ${world.ids.get('edition')}, ${world.ids.get('district.5')}, 'Pomysł ' || n, 'x', ''::tsvector, ${marta.id}, 'online', ${today}::timestamptz - n * interval '1 minute', 'proposed'
    from generate_series(1, 310) n`.execute(house.db)
  const ask = async (path: string) => {
    house.queries.length = 0
    const answer = await house.stranger.get(path)
    return { queries: house.queries.length, titles: [...answer.html.matchAll(/>Pomysł (\d+)</g)].map(([, n]) => Number(n)), html: answer.html }
  }
  const few = await ask(`${paths.ideas}?gdzie=5`)
  const many = await ask(`${paths.ideas}?gdzie=5&ile=300`)
  expect([few.titles.length, many.titles.length]).toEqual([20, 300])
  expect(many.queries).toBe(few.queries)
  expect(few.queries).toBeLessThanOrEqual(14)
  for (const sort of ['newest', 'backed']) {
    const seen: number[] = []
    let next: string | undefined = `${paths.ideas}?gdzie=5&ile=100&kolejnosc=${sort}`
    while (next) {
      const { titles, html } = await ask(next)
      seen.push(...titles)
      next = /<a class="on" href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 310 }, (_, n) => n + 1))
  }
})

test('what is kept about a person is handed out, and goes with the account as far as it is theirs alone', async () => {
  const irena = who('irena')
  const other = await aNeed()
  expectDone(await house.as(irena).post(url(paths.needBacking, { id: other })))
  const mine = await aNeed({ title: 'Brakuje przejścia' }, irena)
  expectDone(await house.as(irena).post(url(paths.needComments, { id: other }), { key: newId('key'), kind: 'for', text: 'Moje słowa.' }))
  const data = { ...(await ideasModule.ownData?.(house.ctx(), irena.id)), ...(await discussionsModule.ownData?.(house.ctx(), irena.id)) }
  expect(data).toMatchObject({ needs: [{ id: mine }], ideas: [], backings: [{ subject_id: other }], comments: [{ text: 'Moje słowa.' }] })
  for (const module of [ideasModule, discussionsModule]) await module.erase?.(house.ctx(), irena.id)
  expect(await countBackings(house.ctx(), other)).toBe(0)
  const page = await house.stranger.get(url(paths.need, { id: other }))
  expect(page.html).not.toContain('Moje słowa.')
  expect(page.html).toContain('Treść usunięto razem z kontem.')
  expect((await loadNeed(house.ctx(), mine)).title).toBe('Brakuje przejścia')
})

test('after their period names, backings and comments go', async () => {
  const id = await aNeed({ title: 'Stara sprawa' })
  expectDone(await house.as(who('olga')).post(url(paths.needBacking, { id })))
  expectDone(await house.as(who('olga')).post(url(paths.needComments, { id }), { key: newId('key'), kind: 'for', text: 'Dawno temu.' }))
  const form = { form: 'upkeep', office: 'Biuro utrzymania', address: 'ul. Krótka 1', note: 'To zwykłe utrzymanie, nie projekt.' }
  expectDone(await house.as(who('kornelia')).post(paths.handovers, { key: newId('key'), o: await aNeed({ title: 'Dziura w jezdni' }), ...form }))
  const later = new Date('2033-01-01')
  for (const { sweep } of [...(ideasModule.retention ?? []), ...(discussionsModule.retention ?? []).filter(({ what }) => what === 'comments')])
    expect(await sweep(house.ctx(), later)).toBeGreaterThan(0)
  expect(await loadNeed(house.ctx(), id)).toMatchObject({ authorId: '', title: 'Stara sprawa' })
  expect(await countBackings(house.ctx(), id)).toBe(0)
})

test('a clerk writes down what somebody without e-mail says in the talk; a resident may not', async () => {
  const id = await aNeed({ title: 'Brakuje poręczy przy schodach' })
  const halina = world.ids.get('person.halina') ?? ''
  const spoken = { key: newId('key'), kind: 'for', text: 'Bez poręczy nie schodzę zimą wcale.', person: halina, channel: 'phone' }
  const refused = await house.as(who('jurij')).post(url(paths.needComments, { id }), spoken)
  expect([refused.status, refused.html.includes('Bez poręczy nie schodzę')]).toEqual([409, true])
  await Promise.all(Array.from({ length: 16 }, () => house.as(who('celina')).post(url(paths.needComments, { id }), spoken)))
  const rows = await house.db.selectFrom('comments').select(['author_id', 'entered_by', 'channel']).where('subject_id', '=', id).execute()
  expect(rows).toEqual([{ author_id: halina, entered_by: who('celina').id, channel: 'phone' }])
  const page = await house.as(who('celina')).get(url(paths.need, { id }))
  expect(page.html).toContain('id="glos-person"')
  expect((await house.as(who('jurij')).get(url(paths.need, { id }))).html).not.toContain('id="glos-person"')
})
