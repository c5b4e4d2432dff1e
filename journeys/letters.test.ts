import { afterAll, beforeAll, expect, test } from 'vitest'
import { press } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const words = {
  pl: ['Zostało 2999 znaków.', 'Zostały 2 znaki.', 'Za długo o 1 znak.'],
  en: ['2,999 characters left.', '2 characters left.', '1 character too many.'],
}

for (const locale of ['pl', 'en'] as const)
  test(`letters are counted while one writes, said aloud near the limit, and none is cut (${locale}, 375 px)`, async () => {
    const olga = await stage.enter('olga', { width: 375, locale })
    await olga.goto('/potrzeby/nowa')
    const field = olga.locator('textarea[name="text"]')
    const counted = olga.locator('.field', { has: field }).locator('letters-left')
    const aloud = counted.locator('[aria-live="polite"]')
    const [first = '', near = '', over = ''] = words[locale]
    await field.fill('a')
    await counted.getByText(first).waitFor()
    await field.fill(`  ${'ż'.repeat(2998)}\n`)
    await counted.getByText(near).first().waitFor()
    await aloud.getByText(near).waitFor({ state: 'attached' })
    await field.fill('ż'.repeat(3001))
    await aloud.getByText(over).waitFor({ state: 'attached' })
    expect(await olga.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    // what is kept in the browser is counted when it comes back
    await olga.goto('/potrzeby/nowa')
    await counted.getByText(over).first().waitFor()
    await press(olga, locale === 'pl' ? 'Dodaj potrzebę' : /^Add/)
    await olga.locator('.errors').waitFor()
    expect((await field.inputValue()).length).toBe(3001)
    await counted.getByText(over).first().waitFor()
    await olga.context().close()
  })

test('without scripts nothing is counted, and nothing is cut', async () => {
  const olga = await stage.enter('olga', { js: false, width: 375 })
  await olga.goto('/potrzeby/nowa')
  const field = olga.locator('textarea[name="text"]')
  expect(await olga.locator('letters-left').first().textContent()).toBe('')
  await field.fill('ż'.repeat(3001))
  await press(olga, 'Dodaj potrzebę')
  expect((await field.inputValue()).length).toBe(3001)
  await olga.context().close()
})
