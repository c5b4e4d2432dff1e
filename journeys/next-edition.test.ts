import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editionsTexts } from '#modules/programme/editions/editions.texts.ts'
import { rulesFormTexts } from '#modules/programme/editions/rules-form.texts.ts'
import { paths } from '#paths'
import { textOf } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

const { create, tabs, overview, lint, save, reason } = editionsTexts
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const tab = (page: Page, name: string) => page.getByRole('navigation', { name: tabs.label }).getByRole('link', { name }).click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const seen = (page: Page, words: string | RegExp) => page.locator('main').getByText(words).first().waitFor()

for (const js of [true, false]) {
  test(`Kornelia writes next year's edition, corrects it, and publishes it (${js ? 'with' : 'without'} JavaScript)`, async () => {
    const page = await stage.enter('kornelia', { js })
    await page.goto(paths.editions)
    await page.getByRole('link', { name: editionsTexts.list.create }).click()
    const title = `Budżet Obywatelski na próbę ${js ? 'ze skryptem' : 'bez skryptu'}`
    await page.getByLabel(create.name).fill(title)
    await press(page, create.save)
    await seen(page, 'Zasady byłyby niezgodne z prawem')

    await tab(page, tabs.rules)
    await page.getByLabel(rulesFormTexts.fields.retentionUntil).fill('2035-01-01')
    await page.getByLabel(rulesFormTexts.fields.points).fill('3, dwa, 1')
    await press(page, save)
    await page.getByRole('alert').getByText(editionsTexts.errors['points-wrong']).waitFor()
    expect(await page.getByLabel(rulesFormTexts.fields.retentionUntil).inputValue()).toBe('2035-01-01')
    await page.getByLabel(rulesFormTexts.fields.points).fill('4, 2, 1')
    await press(page, save)
    await page.getByRole('status').getByText(editionsTexts.saved).waitFor()

    await tab(page, tabs.parts)
    await page.getByLabel(editionsTexts.part('workshops')).uncheck()
    await press(page, save)
    await tab(page, tabs.lint)
    for (const field of await page.locator('main textarea').all()) await field.fill('Tak stanowi uchwała rady miasta.')
    await press(page, lint.save)
    await tab(page, tabs.overview)
    await seen(page, 'Za kolejne miejsca projekt dostaje: 4 punkty, 2 punkty i 1 punkt.')
    expect(await textOf(page)).not.toMatch(/warsztaty/i)
    await press(page, overview.steps.publish)
    await page.getByRole('status').getByText(overview.stepDone.publish).waitFor()
    await seen(page, editionsTexts.why['another-runs'])

    await tab(page, tabs.rules)
    await page.getByLabel(rulesFormTexts.fields.titleMax).fill('90')
    await press(page, save)
    await page.getByRole('alert').getByText(editionsTexts.errors['reason-missing']).waitFor()
    await page.getByLabel(reason.label).fill('Tytuły były za krótkie.')
    await press(page, save)
    await page.getByRole('status').getByText(editionsTexts.saved).waitFor()
    await page.context().close()
  })
}
