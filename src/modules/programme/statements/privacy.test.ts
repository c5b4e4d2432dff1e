import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FactName } from '#kit/facts.ts'
import { programmeModule } from '#modules/programme/programme.module.ts'
import { type Keeper, sweepAll } from '#modules/programme/statements/privacy.actions.ts'
import { type Kind, type ProcessingId, periods, processings } from '#modules/programme/statements/privacy.rules.ts'
import { privacyTextsEn } from '#modules/programme/statements/privacy.texts.en.ts'
import { privacyTexts } from '#modules/programme/statements/privacy.texts.ts'
import { retentionJob } from '#modules/programme/statements/retention.jobs.ts'
import { paths } from '#paths'
import { inTransaction } from '#platform/context.ts'
import { factsAbout, record } from '#platform/ledger.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ modules: [programmeModule], now: new Date('2026-03-12T11:00:00Z') })
})
afterAll(() => house.close())

const kornelia = somebody('Kornelia Maj', 'coordinator')
const controller = {
  name: 'Prezydent Miasta',
  address: 'pl. Wszystkich Świętych 3',
  email: 'bo@example.pl',
  dpo: 'Anna Nowak',
  dpoEmail: 'iod@example.pl',
}

test('the page says in plain words what is done with each kind of data, with the periods of the code', async () => {
  const { html } = await house.stranger.get(paths.privacy)
  expect(html).toContain('Urząd jeszcze nie podał tu swoich danych kontaktowych')
  expect(html).toContain('Autorstwo potrzeby i pomysłu: 6\u00a0lat. Komentarz: 6\u00a0lat. Poparcie: 6\u00a0lat.')
  expect(html).toContain('Próba użycia klucza: 1\u00a0dzień. Nieużywana sesja: 30\u00a0dni.')
  for (const id of Object.keys(processings) as ProcessingId[]) expect(html).toContain(privacyTexts.processing[id].title)
})

test('the city names the controller; a mistake keeps what was typed', async () => {
  const wrong = await house.as(kornelia).post(paths.officePrivacy, { ...controller, dpoEmail: 'nie mam' })
  expect([wrong.status, wrong.html.includes('Podaj adres e-mail'), wrong.html.includes('Anna Nowak')]).toEqual([422, true, true])
  expectDone(await house.as(kornelia).post(paths.officePrivacy, controller), paths.privacy)
  expect((await house.stranger.get(paths.privacy)).html).toContain('href="mailto:iod@example.pl"')
  expect((await house.as(somebody('Edyta', 'editor')).get(paths.officePrivacy)).status).toBe(403)
})

test('every period of the register is said in both languages by the purpose it belongs to', () => {
  for (const texts of [privacyTexts, privacyTextsEn]) {
    for (const [id, { kinds }] of Object.entries(processings) as [ProcessingId, { kinds: readonly Kind[] }][]) {
      const asked = new Set<Kind>()
      texts.processing[id].howLong(kind => {
        asked.add(kind)
        return texts.period(periods[kind])
      })
      expect([...asked].sort(), id).toEqual([...kinds].sort())
    }
  }
  expect(
    Object.values(processings)
      .flatMap(({ kinds }) => kinds as readonly Kind[])
      .sort(),
  ).toEqual(expect.arrayContaining(Object.keys(periods).sort()))
})

const day = 86_400_000
test('the nightly deletion erases old payloads of facts, runs every kind, and tells of one that failed without stopping', async () => {
  const keepers: readonly Keeper[] = [
    {
      facts: { 'test.said': { keep: { days: 10 } } },
      retention: [{ what: 'broken', keep: { days: 1 }, sweep: async () => Promise.reject(new Error('no table')) }],
    },
    {
      facts: {},
      retention: [
        { what: 'counted', keep: { days: 3 }, sweep: async (_: unknown, before: Date) => Math.round((Date.now() - before.getTime()) / day) },
      ],
    },
  ]
  await inTransaction(house.ctx(kornelia), ctx => record(ctx, 'test.said' as FactName, 'old', { words: 'sekret' } as never))
  await house.settle()
  const later = { ...house.ctx(), wall: new Date(Date.now() + 11 * day) }
  expect(await sweepAll(house.ctx(), keepers)).toEqual({ removed: { counted: 3, facts: 0 }, failed: ['broken'] })
  expect((await sweepAll(later, keepers)).removed.facts).toBe(1)
  expect((await factsAbout(house.ctx(), ['old']))[0]).toMatchObject({ fact: 'test.said', payload: {}, actorId: '' })
  const job = retentionJob(keepers)
  await expect(job.run({ ...house.ctx(), post: { send: async () => 'sent', close: () => {} } } as never, undefined)).rejects.toThrow('broken')
})

test('staff see what is deleted when and the last run; only the coordinator runs it by hand', async () => {
  await house.settle()
  const seen = await house.as(somebody('Waldemar', 'auditor')).get(paths.retention)
  expect(seen.status).toBe(200)
  expect(seen.html).toContain('Ostatnie usuwanie:')
  expect(seen.html).toContain('Nie udało się usunąć: broken')
  expect(seen.html).not.toContain('Usuń teraz')
  expect((await house.as(somebody('Marta')).get(paths.retention)).status).toBe(403)
  expect((await house.as(somebody('Waldemar', 'auditor')).post(paths.retention)).status).toBe(403)
  expectDone(await house.as(kornelia).post(paths.retention), paths.retention)
})
