import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { peopleModule } from '#modules/people/people.module.ts'
import { findPersonByEmail } from '#modules/people/people.store.ts'
import { codeRules } from '#modules/people/sign-in/codes.rules.ts'
import { takeTry } from '#modules/people/sign-in/codes.store.ts'
import { readSession } from '#modules/people/sign-in/sessions.store.ts'
import { askForCode, type Door, enterWithCode, welcome } from '#modules/people/sign-in/sign-in.actions.ts'
import type { Ctx } from '#platform/context.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ modules: [peopleModule] })
})
afterAll(() => house.close())

const door: Door = { secret: 'x'.repeat(32), address: '192.0.2.1' }
const write = (code: string) => ({ subject: code, text: code, html: code })
const ask = async (ctx: Ctx, email: string, from = door) => {
  const asked = await askForCode(ctx, from, { email, write })
  if (!asked.ok) throw new Error(asked.why)
  return asked
}
const tokenIn = (headers: Headers) => /sesja=([\w-]+)/.exec(headers.getSetCookie().join(';'))?.[1] ?? ''
const lastLetter = async (email: string) =>
  house.db.selectFrom('letters').selectAll().where('address', '=', email).orderBy('created_at', 'desc').executeTakeFirstOrThrow()

test('the first visit: e-mail, code from the letter, a public name, and in', async () => {
  const email = 'anna@example.com'
  const sent = await house.stranger.post('/logowanie', { email: ' Anna@Example.COM ', powrot: '/potrzeby/nowa' })
  expect(sent.status).toBe(303)
  const code = /\b\d{6}\b/.exec((await lastLetter(email)).body_text)?.[0] ?? ''
  const id = new URL(sent.location ?? '', 'http://x').searchParams.get('proba') ?? ''
  expect((await house.stranger.get(sent.location ?? '')).html).toContain('one-time-code')
  const first = await house.stranger.post('/logowanie/kod', { id, code: `${code.slice(0, 3)} ${code.slice(3)}`, powrot: '/potrzeby/nowa' })
  expect(first.html).toContain('Jak mamy Cię podpisywać?')
  const bad = await house.stranger.post('/logowanie/kod', { id, code, name: '', next: 'later', powrot: '/potrzeby/nowa' })
  expect(bad.status).toBe(422)
  const joined = await house.stranger.post('/logowanie/kod', { id, code, name: 'Anna z Azorów', next: 'later', powrot: '/potrzeby/nowa' })
  expect(joined).toMatchObject({ status: 303, location: '/potrzeby/nowa' })
  expect(joined.headers.getSetCookie().join()).toMatch(/sesja=.*HttpOnly.*SameSite=Lax/)
  const session = await readSession(house.db, tokenIn(joined.headers), new Date())
  expect(session?.actor).toMatchObject({ name: 'Anna z Azorów', level: 0 })
  await house.settle()
  const facts = await house.db
    .selectFrom('ledger_chain')
    .select('fact')
    .where('subject', '=', session?.actor.id ?? '')
    .execute()
  expect(facts).toEqual([{ fact: 'person.joined' }])
  // the next visit needs no name
  const again = await ask(house.ctx(), email)
  const back = await house.stranger.post('/logowanie/kod', { id: again.id, code: again.code, powrot: 'https://elsewhere.example' })
  expect(back).toMatchObject({ status: 303, location: '/moje-sprawy' })
})

test('no sign tells whether somebody has an account', async () => {
  const answers = await Promise.all(['anna@example.com', 'nikt@example.com'].map(email => house.stranger.post('/logowanie', { email })))
  const bare = answers.map(answer => [answer.status, answer.location?.replace(/proba=\w+/, '').replace(/kod=\d+/, '')])
  expect(bare[0]).toEqual(bare[1])
})

test('whoever typed something first reads that it waits', async () => {
  const sent = await house.stranger.post('/profil', { nazwa: 'Anna z Zabłocia' })
  expect((await house.stranger.get(sent.location ?? '')).html).toContain('To, co wpisano, czeka godzinę w tej przeglądarce.')
  expect((await house.stranger.get('/logowanie')).html).not.toContain('czeka godzinę')
})

test('a way back leads nowhere else', async () => {
  for (const back of ['//evil.example', '/\\evil.example', 'https://evil.example', '/ok\\@evil', ''])
    expect((await house.stranger.get(`/logowanie?powrot=${encodeURIComponent(back)}`)).html).toContain('name="powrot" value="/moje-sprawy"')
})

test('too many codes for one e-mail are refused with a sentence', async () => {
  for (let n = 0; n < codeRules.perEmailAnHour; n += 1) await ask(house.ctx(), 'often@example.com', { ...door, address: `198.51.100.${n}` })
  const refused = await house.stranger.post('/logowanie', { email: 'often@example.com' })
  expect(refused.status).toBe(429)
  expect(refused.html).toContain('Odczekaj chwilę')
})

test('too many codes from one network address are refused, whoever they are for', async () => {
  const library = { ...door, address: '203.0.113.7' }
  for (let n = 0; n < codeRules.perAddressAnHour; n += 1) await ask(house.ctx(), `reader${n}@example.com`, library)
  expect(await askForCode(house.ctx(), library, { email: 'next@example.com', write })).toEqual({ ok: false, why: 'too-many' })
  const later = { ...house.ctx(), wall: new Date(Date.now() + 3_700_000) }
  expect(await askForCode(later, library, { email: 'next@example.com', write })).toMatchObject({ ok: true })
})

/** Sixteen guesses at once, all wrong. Answers how many of them were compared with the code. */
async function compared(guess: (ctx: Ctx, id: string, compare: () => void) => Promise<unknown>): Promise<number> {
  const { id } = await ask(house.ctx(), `guess${Math.random()}@example.com`, { ...door, address: String(Math.random()) })
  let count = 0
  await Promise.all(
    Array.from({ length: 16 }, () =>
      guess(house.ctx(), id, () => {
        count += 1
      }),
    ),
  )
  return count
}

test('of sixteen guesses at once five are compared; the planted bug shows that the test would see more', async () => {
  const real = await compared(async (ctx, id, compare) => {
    if (await takeTry(ctx, id, 'sign-in')) compare()
  })
  expect(real).toBe(codeRules.attempts)
  const planted = await compared(async (ctx, id, compare) => {
    const row = await ctx.db.selectFrom('sign_in_codes').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    if (row.attempts >= codeRules.attempts) return
    compare()
    await ctx.db.updateTable('sign_in_codes').set({ attempts: sql`attempts + 1` }).where('id', '=', id).execute()
  })
  expect(planted).toBeGreaterThan(codeRules.attempts)
})

test('five wrong tries, and the right code comes too late', async () => {
  const asked = await ask(house.ctx(), 'late@example.com')
  for (let n = 0; n < codeRules.attempts; n += 1)
    expect((await house.stranger.post('/logowanie/kod', { id: asked.id, code: 'abc' })).status).toBe(422)
  const right = await house.stranger.post('/logowanie/kod', { id: asked.id, code: asked.code })
  expect(right.status).toBe(422)
  expect(right.html).toContain('Nie ma już prób')
})

test('a code lives fifteen minutes and is used once, a double click counting as once', async () => {
  const ctx = house.ctx()
  const asked = await ask(ctx, 'once@example.com')
  const at = (minutes: number) => ({ ...ctx, wall: new Date(ctx.wall.getTime() + minutes * 60_000) })
  const enter = (minutes: number) => enterWithCode(at(minutes), door, { id: asked.id, code: asked.code, name: 'Raz', device: '' })
  expect(await enter(16)).toMatchObject({ ok: false })
  expect(await Promise.all([enter(1), enter(1)])).toMatchObject([{ ok: true }, { ok: true }])
  expect(await enter(3)).toMatchObject({ ok: false })
})

/** Sixteen first sign-ins at once with one e-mail. Answers how many people that made. */
async function sixteenJoin(email: string, join: (ctx: Ctx) => Promise<unknown>): Promise<number> {
  await Promise.all(Array.from({ length: 16 }, () => join(house.ctx())))
  return (await house.db.selectFrom('persons').select('id').where('email', '=', email).execute()).length
}

test('sixteen first sign-ins at once make one person; the planted bug shows that the test would see more', async () => {
  const email = 'sixteen@example.com'
  expect(await sixteenJoin(email, ctx => welcome(ctx, email, 'Szesnasta', 'pl'))).toBe(1)
  await house.settle()
  const facts = house.db.selectFrom('ledger_chain as c').innerJoin('persons as p', 'p.id', 'c.subject').select('c.fact')
  expect(await facts.where('p.email', '=', email).execute()).toEqual([{ fact: 'person.joined' }])

  await sql`drop index persons_email`.execute(house.db)
  const planted = await sixteenJoin('planted@example.com', async ctx => {
    if (await findPersonByEmail(ctx, 'planted@example.com')) return
    const row = { id: newId('person'), display_name: 'Kolejna', email: 'planted@example.com', created_at: ctx.wall }
    await ctx.db
      .insertInto('persons')
      .values({ ...row, named_at: null, phone: null, district_id: null, entered_by: null, confirmed_at: null, erased_at: null })
      .execute()
  })
  expect(planted).toBeGreaterThan(1)
})
