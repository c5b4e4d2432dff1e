import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, house as houseActor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { grantRole } from '#modules/people/people.actions.ts'
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
  // they came on different days, long ago, and nobody brought another
  await sql`update persons set created_at = ${new Date('2025-06-01T10:00:00Z')}::timestamptz - (ctid::text::point)[1] * interval '1 day'`.execute(
    house.db,
  )
})
afterAll(() => house.close())

const who = (key: Parameters<World['actors']['get']>[0]): Actor => {
  const actor = world.actors.get(key)
  if (!actor) throw new Error(key)
  return actor
}
const text = 'Dzieci bawią się między autami, bo na osiedlu nie ma żadnego placu zabaw.'
const idOf = (location: string) => location.split('/').at(-1) ?? ''
async function aNeed(title = 'Brakuje placu zabaw', actor = who('olga')): Promise<string> {
  return idOf(expectDone(await house.as(actor).post(paths.needs, { key: newId('key'), title, text, where: '13' }), /^\/potrzeby\/need_/))
}
const report = (o: string, fields: Record<string, string> = {}) => ({ key: newId('key'), o, rule: 'insult', words: 'Obraża sąsiadów.', ...fields })
const reportAs = (who_: Actor, o: string, fields: Record<string, string> = {}) => house.as(who_).post(paths.reportNew, report(o, fields))
const statement = 'Ten wpis obraża konkretną osobę. Napisz o sprawie, nie o sąsiedzie.'
const caseOf = async (subject: string) =>
  (
    await house.db
      .selectFrom('moderation_cases')
      .select('id')
      .where('subject_id', '=', subject)
      .orderBy('opened_at', 'desc')
      .executeTakeFirstOrThrow()
  ).id
const decide = (actor: Actor, id: string, fields: Record<string, string> = {}) =>
  house.as(actor).post(url(paths.moderationDecision, { id }), { step: 'hide', rule: 'insult', statement, ...fields })

test('three independent reports hide a need until review; its page is a stub, and lists leave it out', async () => {
  const id = await aNeed('Sąsiad spod szóstki psuje podwórko')
  for (const key of ['marta', 'jurij'] as const) expectDone(await reportAs(who(key), id))
  expect((await house.stranger.get(url(paths.need, { id }))).html).toContain('Sąsiad spod szóstki')
  expectDone(await reportAs(who('tadeusz'), id))
  const page = await house.stranger.get(url(paths.need, { id }))
  expect([page.status, page.html.includes('Ten wpis jest ukryty'), page.html.includes('Sąsiad spod szóstki')]).toEqual([200, true, false])
  expect((await house.stranger.get(paths.needs)).html).not.toContain('Sąsiad spod szóstki')
  expect((await house.as(who('olga')).get(url(paths.need, { id }))).html).toContain(url(paths.moderationCase, { id: await caseOf(id) }))
})

test('a decision with rule and reasons, an appeal, and a judgement by somebody else', async () => {
  const id = await aNeed('Niech Kowalski wreszcie posprząta')
  expectDone(await reportAs(who('marta'), id))
  const one = await caseOf(id)
  expect((await decide(who('marta'), one)).status).toBe(403)
  expectDone(await decide(who('monika'), one), paths.moderationQueue)
  expect((await house.stranger.get(url(paths.need, { id }))).html).toContain('Zasada 1')
  const appeal = url(paths.moderationAppeal, { id: one })
  const words = { appeal: 'To mój brat, a nazwisko jest na tablicy ogłoszeń.' }
  expect((await house.as(who('marta')).post(appeal, words)).status).toBe(404)
  expectDone(await house.as(who('olga')).post(appeal, words))
  const judgement = url(paths.moderationJudgement, { id: one })
  const own = await house.as(who('monika')).post(judgement, { step: 'uphold', statement })
  expect([own.status, own.html.includes('Pierwsza decyzja była Twoja')]).toEqual([409, true])
  expectDone(await house.as(who('kornelia')).post(judgement, { step: 'reverse', statement }))
  expect((await house.stranger.get(url(paths.need, { id }))).html).toContain('Niech Kowalski wreszcie posprząta')
  const log = await house.stranger.get(paths.moderationLog)
  expect(log.html).toContain('decyzja cofnięta')
  expect(log.html).not.toMatch(/Kowalski|Monika|Kornelia|Marta/)
})

test('where there is a second moderator, an appeal is that one’s, and the coordinator leaves it to them', async () => {
  const id = await aNeed('Niech ktoś wreszcie posprząta po Nowaku')
  expectDone(await reportAs(who('marta'), id))
  const one = await caseOf(id)
  expectDone(await decide(who('monika'), one), paths.moderationQueue)
  expectDone(await house.as(who('olga')).post(url(paths.moderationAppeal, { id: one }), { appeal: 'Nowak to nazwa placu, a nie człowiek.' }))
  const second = { ...who('edyta'), grants: [{ role: 'moderator' as const }] }
  expect((await grantRole(house.ctx(houseActor), second.id, { role: 'moderator' })).ok).toBe(true)
  const judgement = url(paths.moderationJudgement, { id: one })
  const left = await house.as(who('kornelia')).post(judgement, { step: 'reverse', statement })
  expect([left.status, left.html.includes('Jest inna osoba z moderacji')]).toEqual([409, true])
  expectDone(await house.as(second).post(judgement, { step: 'reverse', statement }))
  expect((await house.stranger.get(url(paths.need, { id }))).html).toContain('posprząta po Nowaku')
  await house.db.deleteFrom('grants').where('person_id', '=', second.id).where('role', '=', 'moderator').execute()
})

test('the same report sent twice or sixteen times at once is one report; another one is refused with the reason', async () => {
  const id = await aNeed('Za dużo hałasu przy torach')
  const form = report(id)
  const answers = await Promise.all(Array.from({ length: 16 }, () => house.as(who('marta')).post(paths.reportNew, form)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  const { n } = await house.db.selectFrom('reports').select(sql<number>`count(*)::int`.as('n')).where('subject_id', '=', id).executeTakeFirstOrThrow()
  expect(n).toBe(1)
  const second = await reportAs(who('marta'), id)
  expect([second.status, second.html.includes('Ten wpis już zgłosiłeś')]).toEqual([409, true])
  const own = await reportAs(who('olga'), id)
  expect([own.status, own.html.includes('Swojego wpisu się nie zgłasza')]).toEqual([409, true])
  expect((await reportAs(who('jurij'), 'need_nosuch')).status).toBe(404)
  const wrong = await reportAs(who('jurij'), id, { rule: '', words: 'Coś jest nie tak' })
  expect([wrong.status, wrong.html.includes('Wybierz zasadę'), wrong.html.includes('Coś jest nie tak')]).toEqual([422, true, true])
})

test('planted: without the unique row of the table a second report of one person would be kept', async () => {
  const id = await aNeed('Za mało koszy przy alejce')
  await Promise.all(Array.from({ length: 6 }, () => reportAs(who('marta'), id)))
  const again = (n: number) =>
    sql`insert into reports (id, key, case_id, subject_id, reporter_id, rule, words, at)
      select ${`report_${n}`}, ${`key_${n}`}, case_id, subject_id, reporter_id, rule, words, at from reports where subject_id = ${id} limit 1`.execute(
      house.db,
    )
  await expect(again(1)).rejects.toThrow('reports_one_each')
  await sql`drop index reports_one_each`.execute(house.db)
  await again(2)
  await sql`delete from reports where id = 'report_2'`.execute(house.db)
  await sql`create unique index reports_one_each on reports (subject_id, reporter_id) where reporter_id <> ''`.execute(house.db)
  expect((await house.db.selectFrom('reports').select('id').where('subject_id', '=', id).execute()).length).toBe(1)
})

test('a brigade of new accounts does not hide anything', async () => {
  const id = await aNeed('Proszę o ławki przy przychodni')
  for (let n = 0; n < 5; n += 1) {
    const troll = { id: newId('person'), name: `Troll ${n}`, level: 0 as const, grants: [] }
    await sql`insert into persons (id, display_name, email, created_at) values (${troll.id}, ${troll.name}, ${`${troll.id}@example.pl`}, ${new Date()})`.execute(
      house.db,
    )
    // the house's clock stands in March, and so do the reports
    await sql`update persons set created_at = ${today} where id = ${troll.id}`.execute(house.db)
    expectDone(await reportAs(troll, id))
  }
  expect((await house.stranger.get(url(paths.need, { id }))).html).toContain('Proszę o ławki przy przychodni')
})

test('what a moderator has kept is not hidden by reports again; the reporters are told', async () => {
  const id = await aNeed('Za ciemno na ulicy Saskiej')
  expectDone(await reportAs(who('marta'), id))
  expectDone(await decide(who('monika'), await caseOf(id), { step: 'keep', rule: '' }), paths.moderationQueue)
  for (const key of ['jurij', 'tadeusz', 'bartek', 'roman'] as const) expectDone(await reportAs(who(key), id))
  expect((await house.stranger.get(url(paths.need, { id }))).html).toContain('Za ciemno na ulicy Saskiej')
  const letters = await house.db.selectFrom('letters').select('subject').where('person_id', '=', who('marta').id).execute()
  expect(letters.map(({ subject }) => subject)).toContain('Twoje zgłoszenie: Za ciemno na ulicy Saskiej')
})

test('two moderators at once: one decides, the other is told; a rule is needed to hide', async () => {
  const id = await aNeed('Sprzedam rower, dzwońcie')
  expectDone(await reportAs(who('marta'), id, { rule: 'off-topic' }))
  const one = await caseOf(id)
  const without = await decide(who('monika'), one, { rule: '' })
  expect([without.status, without.html.includes('Wybierz zasadę'), without.html.includes('obraża konkretną osobę')]).toEqual([422, true, true])
  const both = await Promise.all([decide(who('monika'), one), decide(who('kornelia'), one, { step: 'keep', rule: '' })])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
})

test('a host hides until review in the own district only, and never what they co-author', async () => {
  const hide = (actor: Actor, o: string) => house.as(actor).post(paths.hidingNew, { o, reason: 'Nazwisko sąsiadki i jej adres.' })
  const id = await aNeed('Sąsiadka spod trójki hałasuje')
  expect((await hide(who('marta'), id)).status).toBe(409)
  expectDone(await hide(who('bartek'), id))
  expect((await house.stranger.get(url(paths.need, { id }))).html).toContain('do czasu sprawdzenia')
  const own = await aNeed('Moja własna potrzeba ławki', who('bartek'))
  const refused = await hide(who('bartek'), own)
  expect([refused.status, refused.html.includes('współtworzysz tę rzecz')]).toEqual([409, true])
  expect((await decide(who('bartek'), await caseOf(id))).status).toBe(403)
  // a voice under what the host has said: not for the host either
  const comment = { key: newId('key'), kind: 'against', text: 'Ta ławka nie ma sensu w tym miejscu.' }
  const said = expectDone(await house.as(who('jurij')).post(url(paths.needComments, { id: own }), comment))
  expect((await hide(who('bartek'), said.split('#')[1] ?? '')).status).toBe(409)
  expectDone(await hide(who('monika'), said.split('#')[1] ?? ''))
  const page = await house.stranger.get(url(paths.need, { id: own }))
  expect([page.html.includes('ukryte przez moderację'), page.html.includes('Ta ławka nie ma sensu')]).toEqual([true, false])
})

test('slow mode: set with a reason, seen above the box, it makes people wait, and ends', async () => {
  const id = await aNeed('Gdzie postawić paczkomat')
  const say = (text: string) => house.as(who('jurij')).post(url(paths.needComments, { id }), { key: newId('key'), kind: 'for', text })
  const slow = { key: newId('key'), o: id, minutes: '10', hours: '6', reason: 'Rozmowa jest bardzo gorąca.' }
  expect((await house.as(who('jurij')).post(paths.slowModeNew, slow)).status).toBe(409)
  const long = await house.as(who('bartek')).post(paths.slowModeNew, { ...slow, hours: '25' })
  expect([long.status, long.html.includes('za długo dla Twojej roli')]).toEqual([409, true])
  await Promise.all(Array.from({ length: 16 }, () => house.as(who('bartek')).post(paths.slowModeNew, slow)))
  const modes = await house.db.selectFrom('slow_modes').selectAll().where('subject_id', '=', id).execute()
  expect(modes.map(({ set_as, reason }) => [set_as, reason])).toEqual([['host', slow.reason]])
  expectDone(await say('Przy sklepie będzie najlepiej.'))
  const shown = await house.as(who('olga')).get(url(paths.need, { id }))
  expect(shown.html).toContain('Między Twoimi wpisami musi minąć 10 min')
  const refused = await say('I jeszcze jedno słowo.')
  expect([refused.status, refused.html.includes('Napiszesz znów od'), refused.html.includes('11:10')]).toEqual([409, true, true])
  house.now = new Date(today.getTime() + 11 * 60_000)
  expectDone(await say('Teraz mogę dodać drugie słowo.'))
  house.now = new Date(today.getTime() + 7 * 3_600_000)
  expectDone(await say('A teraz już bez czekania.'))
  expectDone(await say('Naprawdę bez czekania na nic.'))
  house.now = today
})

test('planted: without counting, slow mode lets everything through', async () => {
  const id = await aNeed('Gdzie postawić stół do szachów')
  expectDone(
    await house.as(who('monika')).post(paths.slowModeNew, { key: newId('key'), o: id, minutes: '10', hours: '6', reason: 'Ochłońmy trochę.' }),
  )
  const say = () =>
    house.as(who('jurij')).post(url(paths.needComments, { id }), { key: newId('key'), kind: 'for', text: 'Przy fontannie, w cieniu.' })
  expectDone(await say())
  expect((await say()).status).toBe(409)
  await sql`delete from posts_counted where subject_id = ${id}`.execute(house.db)
  expect((await say()).status).toBe(303)
})

test('a new account: the fourth post waits until tomorrow, sixteen at once are three', async () => {
  const id = await aNeed('Czy potrzebny jest wybieg dla psów')
  const novice = { id: newId('person'), name: 'Nowa', level: 0 as const, grants: [] }
  await sql`insert into persons (id, display_name, email, created_at) values (${novice.id}, 'Nowa', 'nowa@example.pl', ${new Date()})`.execute(
    house.db,
  )
  const say = () => house.as(novice).post(url(paths.needComments, { id }), { key: newId('key'), kind: 'for', text: 'Tak, przy wałach wiślanych.' })
  const answers = await Promise.all(Array.from({ length: 16 }, say))
  expect(answers.filter(({ status }) => status === 303).length).toBe(3)
  const refused = await say()
  expect([refused.status, refused.html.includes('3 wpisy dziennie')]).toEqual([409, true])
})

test('a burst in one talk slows its writer down, and the ledger says that the house did it', async () => {
  const id = await aNeed('Sto pomysłów na jeden plac')
  const say = (n: number) =>
    house.as(who('tadeusz')).post(url(paths.needComments, { id }), { key: newId('key'), kind: 'for', text: `Pomysł numer ${n} na plac` })
  for (let n = 0; n < 10; n += 1) expectDone(await say(n))
  expect((await say(11)).status).toBe(409)
  await house.settle()
  const fact = await house.db
    .selectFrom('ledger_chain as c')
    .innerJoin('ledger_payloads as p', 'p.seq', 'c.seq')
    .select(['p.actor_id', 'p.payload'])
    .where('c.fact', '=', 'moderation.slowed')
    .where('c.subject', '=', who('tadeusz').id)
    .executeTakeFirstOrThrow()
  expect([fact.actor_id, fact.payload]).toEqual(['house', expect.objectContaining({ kind: 'person', as: 'house' })])
})

test('harsh words are asked about once, and sent as they are if so wished', async () => {
  const id = await aNeed('Gdzie zrobić przejście dla pieszych')
  const form = { key: newId('key'), kind: 'against', text: 'Ty baranie, tam już jest przejście.' }
  const asked = await house.as(who('jurij')).post(url(paths.needComments, { id }), form)
  expect([asked.status, asked.html.includes('Te słowa mogą zaboleć'), asked.html.includes('Ty baranie, tam')]).toEqual([422, true, true])
  const mark = /name="asked" value="(\w+)"/.exec(asked.html)?.[1] ?? ''
  expectDone(await house.as(who('jurij')).post(url(paths.needComments, { id }), { ...form, asked: mark }))
  const need = { key: newId('key'), title: 'Debile zastawiają chodnik', text, where: '13' }
  expect((await house.as(who('jurij')).post(paths.needs, need)).html).toContain('Te słowa mogą zaboleć')
})

test('the queue: what is hidden first, many kept at once, as many statements for many as for few', async () => {
  await sql`delete from reports`.execute(house.db)
  await sql`delete from moderation_cases`.execute(house.db)
  await sql`delete from hidings`.execute(house.db)
  const first = await aNeed('Pierwsza rzecz do sprawdzenia')
  expectDone(await reportAs(who('marta'), first))
  const count = async () => {
    house.queries.length = 0
    await house.as(who('monika')).get(paths.moderationQueue)
    return house.queries.length
  }
  const few = await count()
  const ids: string[] = []
  for (let n = 0; n < 12; n += 1) {
    const id = await aNeed(`Następna rzecz numer ${n}`, who('edyta'))
    expectDone(await reportAs(who('marta'), id))
    ids.push(await caseOf(id))
  }
  expect(await count()).toBe(few)
  const hidden = await aNeed('Ta jest już niewidoczna', who('edyta'))
  expectDone(await house.as(who('bartek')).post(paths.hidingNew, { o: hidden, reason: 'Cudze dane osobowe.' }))
  const page = await house.as(who('monika')).get(paths.moderationQueue)
  expect(page.html.indexOf('Ta jest już niewidoczna')).toBeLessThan(page.html.indexOf('Pierwsza rzecz do sprawdzenia'))
  expectDone(await house.as(who('monika')).post(paths.moderationKeeping, { 'cases[]': ids }), paths.moderationQueue)
  const left = await house.db.selectFrom('moderation_cases').select('id').where('state', '=', 'open').execute()
  expect(left.length).toBe(2)
  expect((await house.as(who('monika')).post(paths.moderationKeeping, {})).status).toBe(422)
  expect((await house.as(who('bartek')).get(paths.moderationQueue)).status).toBe(403)
})

test('a decision is read by its author alone', async () => {
  const id = await aNeed('Cudza rzecz do sprawdzenia')
  expectDone(await reportAs(who('marta'), id))
  const one = await caseOf(id)
  expect((await house.as(who('olga')).get(url(paths.moderationCase, { id: one }))).html).toContain('Nadal go widać')
  for (const key of ['marta', 'jurij', 'bartek'] as const)
    expect((await house.as(who(key)).get(url(paths.moderationCase, { id: one }))).status).toBe(404)
  expect((await house.as(who('marta')).get(url(paths.moderationReview, { id: one }))).status).toBe(403)
})
