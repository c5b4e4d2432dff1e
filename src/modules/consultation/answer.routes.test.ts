import { afterAll, beforeAll, expect, test } from 'vitest'
import { criteria } from '#modules/consultation/advice.rules.ts'
import { loadAdvice } from '#modules/consultation/advice.store.ts'
import { type AdviceHouse, answer, openAdvice } from '#modules/consultation/testing-advice.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let city: AdviceHouse
beforeAll(async () => {
  city = await openAdvice()
})
afterAll(() => city.house.close())

const send = (id: string, fields: Record<string, string>) => city.as('ewa').post(url(paths.adviceAnswer, { id }), fields)
const page = async (id: string, query = '') => (await city.as('ewa').get(`${url(paths.advice, { id })}${query}`)).html
const verdictsOf = async (id: string) => (await loadAdvice(city.house.ctx(), id)).answers.map(({ criterion, verdict }) => `${criterion}: ${verdict}`)
/** The heads of criteria that stand open. */
const openIn = (html: string) => [...html.matchAll(/<details class="fold" open[^>]*><summary>([^<]*)/g)].map(([, head]) => head)

test('all else is fine by one mark, beside what is judged; without the mark it stays empty', async () => {
  const [marked, plain] = [await city.assigned(), await city.assigned()]
  expectDone(await send(marked, { ...answer, 'ocena-plan': 'not', 'uwagi-plan': 'Plan przewiduje drogę.', reszta: 'tak' }))
  expectDone(await send(plain, answer))
  expect(await verdictsOf(marked)).toEqual(criteria.filter(one => one !== 'other').map(one => `${one}: ${one === 'plan' ? 'not' : 'fine'}`))
  expect(await verdictsOf(plain)).toEqual(['land: fine', 'cost: fine'])
})

test('untouched criteria are folded; what is wrong opens, and nothing typed is lost', async () => {
  const id = await city.assigned()
  const fresh = await page(id)
  expect(openIn(fresh)).toEqual([])
  for (const criterion of criteria) expect(fresh).toContain(`name="ocena-${criterion}"`)
  const { ocena: _, ...incomplete } = { ...answer, 'ocena-law': 'not', reszta: 'tak' }
  const back = await send(id, incomplete)
  expect([back.status, openIn(back.html)]).toEqual([422, []])
  const wrong = await send(id, { ...answer, 'ocena-law': 'not', reszta: 'tak' })
  expect([wrong.status, openIn(wrong.html)]).toEqual([422, ['Prawo']])
  for (const words of ['Własność terenu<span class="muted" data-verdict="true">: można</span>', 'Działka gminna.', 'value="tak" checked'])
    expect(wrong.html).toContain(words)
})

test('the same as an earlier answer by one press, and one press takes it back', async () => {
  const first = await city.assigned()
  expectDone(await send(first, answer))
  const id = await city.assigned()
  const filled = await page(id, `?wzor=${first}`)
  for (const words of ['Formularz zaczyna się od tej odpowiedzi', 'Zachowajcie 2 m od gazociągu.', 'data-verdict="true">: można<'])
    expect(filled).toContain(words)
  expect(filled).toContain(`href="${url(paths.advice, { id })}#odpowiedz"`)
  expect(await page(id)).not.toContain('data-verdict="true">: można<')
})
