import { afterAll, beforeAll, expect, test } from 'vitest'
import { programmeModule } from '#modules/programme/programme.module.ts'
import { remindOfReview } from '#modules/programme/statements/accessibility.actions.ts'
import { reviewState } from '#modules/programme/statements/accessibility.rules.ts'
import { accessibilityStatementDate } from '#modules/programme/statements/accessibility.store.ts'
import { paths } from '#paths'
import { latestFacts } from '#platform/ledger.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ modules: [programmeModule], now: new Date('2026-03-12T11:00:00Z') })
})
afterAll(() => house.close())

const edyta = somebody('Edyta Pióro', 'editor')
/** What the ministry's validator looks for. */
const ids = [
  'wstep',
  'podmiot',
  'zakres',
  'url',
  'data-publikacja',
  'data-aktualizacja',
  'status',
  'data-sporzadzenie',
  'data-przeglad',
  'audytor',
  'kontakt',
  'osoba',
  'email',
  'telefon',
  'procedura',
  'aplikacje',
  'architektura',
  'komunikacja',
]
const declared = {
  ...{
    base: '0',
    subject: 'Urząd Miasta',
    siteName: 'Wspólne Projekty',
    siteUrl: 'https://projekty.example.pl',
    publishedOn: '2026-01-10',
    updatedOn: '2026-03-01',
  },
  ...{
    state: 'partial',
    inaccessible: 'Skany dokumentów\n- Mapa w powiększeniu',
    preparedOn: '2026-03-01',
    reviewedOn: '2026-03-05',
    assessment: 'self',
  },
  ...{ contact: 'Koordynator dostępności', email: 'dostepnosc@example.pl', phone: '12 000 00 00', architecture: 'Wejście bez progu.' },
}
const idsIn = (html: string) => ids.filter(id => html.split(`id="a11y-${id}"`).length !== 2)

test('before the city has written anything the page stands, has every element, and says what is missing', async () => {
  const { html, status } = await house.stranger.get(paths.accessibility)
  expect([status, idsIn(html)]).toEqual([200, []])
  expect(html).toContain('Urząd jeszcze nie uzupełnił tej deklaracji')
  expect(await accessibilityStatementDate(house.ctx())).toBeUndefined()
})

test('the city declares; the page carries dates for programs, the exact status sentence and the lines as a list', async () => {
  expectDone(await house.as(edyta).post(paths.officeAccessibility, declared), paths.accessibility)
  const { html } = await house.stranger.get(paths.accessibility)
  expect(idsIn(html)).toEqual([])
  for (const words of [
    '<time id="a11y-data-sporzadzenie" datetime="2026-03-01">',
    'Strona internetowa jest częściowo zgodna z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej',
    '<li>Mapa w powiększeniu</li>',
    'href="tel:120000000"',
    'href="https://projekty.example.pl"',
  ])
    expect(html).toContain(words)
  expect(await accessibilityStatementDate(house.ctx())).toBe('2026-03-05')
})

test.each([
  ['no phone', { phone: '' }, 'Podaj telefon'],
  ['a partial state without a reason', { inaccessible: '' }, 'Napisz, co jest niedostępne'],
  ['an outside assessment by nobody', { assessment: 'external' }, 'Napisz, kto przeprowadził badanie'],
  ['a review before the statement', { reviewedOn: '2026-02-01' }, 'Przegląd nie może być przed'],
  ['a review that has not happened yet', { reviewedOn: '2026-03-13' }, 'Ta data jest w przyszłości'],
  ['a day that is none', { updatedOn: '2026-02-30' }, 'Podaj datę'],
])('%s is refused, and what was typed stays', async (_, fields, sentence) => {
  const answer = await house.as(edyta).post(paths.officeAccessibility, { ...declared, base: '1', subject: 'Wpisany podmiot', ...fields })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain(sentence)
  expect(answer.html).toContain('Wpisany podmiot')
})

test('two people never overwrite each other, and residents do not enter', async () => {
  const late = await house.as(somebody('Kornelia', 'coordinator')).post(paths.officeAccessibility, { ...declared, subject: 'Mój tekst' })
  expect(late.status).toBe(409)
  expect(late.html).toContain('Mój tekst')
  expect(late.html).toContain('name="base" value="1"')
  expect((await house.as(somebody('Marta')).get(paths.officeAccessibility)).status).toBe(403)
})

test.each([
  ['2026-03-05', '2026-03-12', '2027-03-31', 'fine'],
  ['2026-03-05', '2027-03-01', '2027-03-31', 'soon'],
  ['2026-03-05', '2027-03-31', '2027-03-31', 'soon'],
  ['2026-03-05', '2027-04-01', '2027-03-31', 'late'],
  ['2026-12-30', '2027-01-02', '2027-03-31', 'fine'],
] as const)('reviewed on %s, today %s: due %s, %s', (reviewed, today, due, state) => {
  expect(reviewState(reviewed, today)).toEqual({ due, state })
})

test('the yearly review is said once', async () => {
  expect(await remindOfReview(house.ctx())).toBe(false)
  house.now = new Date('2027-03-10T11:00:00Z')
  expect(await remindOfReview(house.ctx())).toBe(true)
  await house.settle()
  expect(await remindOfReview(house.ctx())).toBe(false)
  expect((await latestFacts(house.ctx(), { limit: 1 }))[0]).toMatchObject({ fact: 'accessibility.review-due', payload: { due: '2027-03-31' } })
  expect((await house.as(edyta).get(paths.officeAccessibility)).html).toContain('Zbliża się przegląd')
  house.now = new Date('2026-03-12T11:00:00Z')
})
