import type { Page } from 'playwright-core'
import { dayOf } from '#kit/dates.ts'
import type { CastKey } from '#seeds/cast.ts'

/** What people do in many stories, as they do it: by the words on buttons, links and fields. */

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
export const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()

/** Until the page's scripts are here: a story is quicker than any hand, and keys or a lost connection mean nothing to a page that is not whole yet. */
export const scriptsHere = (page: Page) => page.locator(':not(:defined)').first().waitFor({ state: 'detached' })

/** All that the page says; of a page that is whole, for a press is over when the next page begins to come. */
export async function textOf(page: Page): Promise<string> {
  await page.waitForLoadState('domcontentloaded')
  return (await page.locator('main').textContent()) ?? ''
}

/** The day so many days from today, as a date field takes it. */
export const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000))

/** Writes these sections of a draft, one after another; named as in their addresses. */
export async function writeSections(page: Page, project: string, sections: Readonly<Record<string, string>>): Promise<void> {
  for (const [section, words] of Object.entries(sections)) {
    await page.goto(`${project}/czesci/${section}`)
    await page.locator('[name="tekst"]').fill(words)
    await press(page, /^Zapisz$/)
    await page.waitForURL(project)
  }
}

/** A cost table of five benches for 14 000 zł. */
export async function priceBenches(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/koszty`)
  await page.getByLabel('Co', { exact: true }).first().fill('Ławka z oparciem')
  await page.getByLabel('Ile', { exact: true }).first().fill('5')
  await page.getByLabel('Jednostka').first().fill('szt.')
  await page.getByLabel('Cena za jednostkę').first().fill('2 800')
  await press(page, 'Zapisz kosztorys')
}

/** Somebody of the cast is invited by e-mail. */
export async function invite(lead: Page, project: string, key: CastKey): Promise<void> {
  await lead.goto(`${project}/autorzy`)
  await lead.locator('input[name="email"]').fill(`${key}@demo.example`)
  await lead.locator('input[name="nazwa"]').fill(key)
  await press(lead, 'Wyślij zaproszenie')
}
/** Invited, and in. */
export async function bringIn(lead: Page, project: string, coauthor: Page, key: CastKey): Promise<void> {
  await invite(lead, project, key)
  await coauthor.goto(project)
  await press(coauthor, 'Dołączam')
}
