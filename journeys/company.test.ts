import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { house } from '#kit/actor.ts'
import { settleLeads } from '#modules/proposals/authors/leading.actions.ts'
import { demoOffset } from '#platform/clock.ts'
import { openDatabase } from '#platform/db.ts'
import type { CastKey } from '#seeds/cast.ts'
import { textOf } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first().click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).first().click()
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

async function projectOf(page: Page, title: string): Promise<string> {
  await page.goto('/projekty')
  await follow(page, title)
  await page.waitForURL(/\/projekty\/project_/)
  return page.url().split('?')[0] ?? ''
}

async function askToJoin(page: Page, project: string, as: RegExp, sentence: string): Promise<void> {
  await page.goto(project)
  await follow(page, 'Poproś o dołączenie')
  await fits(page)
  await press(page, 'Wyślij prośbę')
  await page.getByText('Wypełnij to pole').first().waitFor()
  await page.getByLabel(as).check()
  await page.getByLabel('Dlaczego chcesz dołączyć').fill(sentence)
  await press(page, 'Wyślij prośbę')
  await page.getByText('czeka na odpowiedź autorów do').waitFor()
}

/** Two strangers ask to join; any author answers: one is taken in and writes at once, the other reads why not and when to ask again. */
async function joining(js: boolean): Promise<void> {
  const enter = (as: CastKey) => stage.enter(as, { js, width: 375 })
  const [first, second] = js ? (['bartek', 'tadeusz'] as const) : (['marta', 'kornelia'] as const)
  const [wanted, other, jurij] = [await enter(first), await enter(second), await enter('jurij')]
  const project = await projectOf(wanted, 'Poidełka na placach targowych')
  await askToJoin(wanted, project, /^Współautor albo współautorka/, 'Mieszkam przy placu i znam kupców.')
  await askToJoin(other, project, /^Osoba pomagająca/, 'Chętnie pomogę liczyć koszty.')

  await jurij.goto('/moje-sprawy')
  await jurij.getByText('Ktoś prosi o dołączenie do szkicu').first().waitFor()
  await jurij.goto(`${project}/autorzy`)
  await fits(jurij)
  const row = (sentence: string) => jurij.locator('#prosby li', { hasText: sentence })
  await row('Mieszkam przy placu').getByRole('button', { name: 'Przyjmij do zespołu' }).click()
  await jurij.getByText('Osoba przyjęta do zespołu').waitFor()
  await row('Chętnie pomogę').locator('summary').click()
  await row('Chętnie pomogę').getByRole('button', { name: 'Odmów' }).click()
  await jurij.getByText('Wypełnij to pole').first().waitFor()
  await row('Chętnie pomogę').getByLabel('Dlaczego odmawiacie').fill('Koszty liczy już ktoś z urzędu.')
  await row('Chętnie pomogę').getByRole('button', { name: 'Odmów' }).click()
  await jurij.getByText('Odmowa wysłana').waitFor()
  await jurij.getByText('Teraz nikt nie czeka na odpowiedź').waitFor()

  await wanted.goto(`${project}/czesci/miejsce`)
  await wanted.locator('[name="tekst"]').fill(`Pięć placów targowych, przy wejściu od ulicy (${js ? 1 : 2}).`)
  await press(wanted, /^Zapisz$/)
  await wanted.waitForURL(project)
  await wanted.getByText('przy wejściu od ulicy').first().waitFor()
  await other.goto(`${project}/prosby`)
  await other.getByText('Autorzy niedawno odmówili. Możesz poprosić znowu po 14 dniach.').waitFor()
  await other.goto('/demo/poczta')
  await other.getByText('Odpowiedź na Twoją prośbę: Poidełka na placach targowych').first().waitFor()
  for (const page of [wanted, other, jurij]) await page.context().close()
}
test('asking to join, being taken in and being refused, with scripts', () => joining(true))
test('asking to join, being taken in and being refused, without scripts', () => joining(false))

/** What the house does every hour. */
async function anHourPasses(of: Stage): Promise<void> {
  const { db, close } = openDatabase(of.env.DATABASE_URL ?? '', { max: 2 })
  const now = new Date(Date.now() + (await demoOffset(db)))
  await settleLeads({ db, actor: house, now, wall: new Date(), locale: 'pl' })
  await close()
}

/** The lead does nothing for three weeks: until then the page says from when, afterwards the co-author opens the election, votes and leads. */
async function electing(js: boolean): Promise<void> {
  const own = await openStage()
  const enter = (as: CastKey) => own.enter(as, { js, width: 375 })
  const [edyta, olga] = [await enter('edyta'), await enter('olga')]
  const project = await projectOf(edyta, 'Ławki i cień na Plantach Bieńczyckich')
  const team = `${project}/autorzy`
  const dayOn = async () => {
    await edyta.goto(team)
    await edyta.locator('.demo-tools summary').click()
    await edyta.getByRole('button', { name: /Dzień dalej/ }).click()
    await edyta.goto(team)
  }
  await edyta.goto(team)
  expect(await textOf(edyta)).toContain('Teraz nie ma powodu do wyboru. Będzie to możliwe od:')
  await fits(edyta)
  for (let days = 0; days < 30 && !(await textOf(edyta)).includes('Zacznij wybór'); days++) await dayOn()
  await press(edyta, 'Zacznij wybór prowadzącej osoby')
  await edyta.getByText('Wybór rozpoczęty').waitFor()
  await fits(edyta)
  await olga.goto('/moje-sprawy')
  await olga.getByText('Współautorzy wybierają inną osobę prowadzącą').first().waitFor()
  await edyta.locator('select[name="osoba"]').last().selectOption({ label: 'Edyta Pióro' })
  await press(edyta, 'Oddaj głos')
  await edyta.getByText('Głosy oddane: 1 z 1').waitFor()
  for (let days = 0; days < 8; days++) await dayOn()
  await anHourPasses(own)
  await edyta.goto(team)
  await edyta.locator('main li', { hasText: 'Edyta Pióro' }).getByText('prowadzi', { exact: false }).first().waitFor()
  await edyta.getByRole('button', { name: 'Wyślij zaproszenie' }).waitFor()
  await olga.goto(team)
  await olga.getByText('Zapraszać może tylko osoba, która prowadzi projekt.').first().waitFor()
  await fits(olga)
  await own.close()
}
test('a new lead is elected after three silent weeks, with scripts', () => electing(true))
test('a new lead is elected after three silent weeks, without scripts', () => electing(false))
