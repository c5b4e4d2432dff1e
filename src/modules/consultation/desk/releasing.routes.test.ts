import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { loadAdvice } from '#modules/consultation/advice.store.ts'
import { type AdviceHouse, answer, openAdvice } from '#modules/consultation/testing-advice.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

let city: AdviceHouse
beforeAll(async () => {
  city = await openAdvice()
  expectDone(await city.as('roman').post(url(paths.desk, { id: city.unit('ZZM') }), { version: '0', wydaje: 'tak' }))
})
afterAll(() => city.house.close())

const desk = () => url(paths.deskRelease, { id: city.unit('ZZM') })
const release = (ids: readonly string[], by: CastKey = 'roman') => city.as(by).post(desk(), { 'opinie[]': ids })
const stateOf = async (id: string) => (await loadAdvice(city.house.ctx(), id)).state
async function drafted(words = 'Zachowajcie 2 m od gazociągu.') {
  const id = await city.assigned()
  expectDone(await city.as('ewa').post(url(paths.adviceAnswer, { id }), { ...answer, uwagi: words }))
  return id
}

test('the head reads what is ready and releases several at once; the queue leads there', async () => {
  const [one, two, three] = [await drafted('Pierwsza opinia.'), await drafted('Druga opinia.'), await drafted()]
  expect((await city.as('roman').get(paths.adviceQueue)).html).toContain(desk())
  expect((await city.as('ewa').get(paths.adviceQueue)).html).not.toContain(desk())
  const { html } = await city.as('roman').get(desk())
  for (const words of ['Pierwsza opinia.', 'Druga opinia.', 'Działka gminna.']) expect(html).toContain(words)
  const none = await release([])
  expect([none.status, none.html.includes('Zaznacz co najmniej jedną opinię')]).toEqual([422, true])
  expectDone(await release([one, two]), paths.adviceQueue)
  expect([await stateOf(one), await stateOf(two), await stateOf(three)]).toEqual(['answered', 'answered', 'drafted'])
})

test('what may not go out holds nothing back, and each refusal says why', async () => {
  const [fine, over, joint] = [await drafted(), await drafted(), await city.assigned()]
  const part = { key: newId('key'), wspolnie: city.unit('ZDMK'), czesc: 'Czy droga to zniesie?' }
  expectDone(await city.as('ewa').post(url(paths.advicePart, { id: joint }), part))
  await city.house.db.updateTable('advice').set({ state: 'drafted', overall: 'fine', remark: 'Wspólna opinia.' }).where('id', '=', joint).execute()
  expect((await city.as('roman').get(desk())).html).toContain('Inne jednostki nie skończyły swojej części')
  expectDone(await city.as('roman').post(url(paths.adviceRelease, { id: over })))
  const sent = await release([fine, over, joint])
  expect(sent.status).toBe(409)
  for (const words of ['Wydane', 'Nie wydano', 'Na to pytanie jest już odpowiedź', 'Inne jednostki nie skończyły swojej części'])
    expect(sent.html).toContain(words)
  expect([await stateOf(fine), await stateOf(over), await stateOf(joint)]).toEqual(['answered', 'answered', 'drafted'])
})

test('only the head of that very unit releases, never an expert, another head or an author', async () => {
  const [id, own] = [await drafted(), await drafted()]
  for (const key of ['ewa', 'adam', 'irena', 'kornelia', 'marta'] as const) expect([403, 409], key).toContain((await release([id], key)).status)
  expect((await city.as('adam').get(desk())).status).toBe(403)
  const { subjectId } = await loadAdvice(city.house.ctx(), own)
  const romans = { project_id: subjectId, person_id: city.who('roman').id }
  await city.house.db.updateTable('project_authors').set(romans).where('project_id', '=', subjectId).execute()
  expect((await release([own])).html).toContain('Nie można odpowiadać we własnej sprawie')
  expect([await stateOf(id), await stateOf(own)]).toEqual(['drafted', 'drafted'])
})
