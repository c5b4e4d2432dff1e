import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#paths'
import { get, post } from '#web/http.ts'
import { parkedMost } from '#web/parked.ts'
import { openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
const doors = {
  name: 'doors',
  facts: {},
  factTexts: { pl: {}, en: {} },
  routes: [
    get(paths.home, 'everyone', c => c.text(`home ${c.var.ctx.actor.name}`)),
    get(paths.profile, 'signed-in', c => c.text('mine')),
    get(paths.editions, ['coordinator'], c => c.text('office')),
    get(paths.needs, 'everyone', () => {
      throw new Error('secret detail')
    }),
    post(paths.needs, 'signed-in', { noFact: 'test' }, async c => c.text(JSON.stringify(await c.req.parseBody()))),
  ],
}
beforeAll(async () => {
  house = await openHouse({ modules: [doors] })
})
afterAll(() => house.close())
const anna = somebody('Anna')

test('a stranger is led to sign in and back, a resident has no business in the office, the coordinator has', async () => {
  expect(await house.stranger.get('/profil?x=1')).toMatchObject({ status: 303, location: '/logowanie?powrot=%2Fprofil%3Fx%3D1' })
  expect((await house.as(anna).get('/urzad/edycje')).status).toBe(403)
  expect((await house.as(somebody('Kornelia', 'coordinator')).get('/urzad/edycje')).html).toBe('office')
})

test('what was typed before a session ended waits for the same browser only', async () => {
  const sent = await house.stranger.post('/potrzeby', { title: 'Cień na placu', text: 'Latem nie ma gdzie usiąść.\nNaprawdę.' })
  const parked = new URL(sent.location ?? '', 'http://x').searchParams.get('powrot') ?? ''
  expect(parked).toMatch(/^\/odlozone\/parked_/)
  expect((await house.as(anna).get(parked)).status).toBe(404)
})

test('the longest form waits too, in any script; of one that is longer its page is kept, and why it does not wait is said', async () => {
  const send = (letters: number) => house.stranger.post('/potrzeby', { text: 'ж'.repeat(letters) })
  expect((await send(parkedMost - 10)).location).toMatch(/powrot=%2Fodlozone%2Fparked_/)
  const long = await send(parkedMost)
  expect(long.location).toBe('/logowanie?powrot=%2F')
  expect(decodeURIComponent(long.headers.get('set-cookie') ?? '')).toContain('za długi, żeby mógł tu poczekać')
  const bare = await house.stranger.post('/potrzeby')
  expect([bare.location, bare.headers.get('set-cookie')]).toEqual(['/logowanie?powrot=%2F', null])
  expect((await house.stranger.post('/potrzeby', { photo: new File(['x'], 'plac.jpg') })).location).toMatch(/parked_/)
})

test('a fault tells nobody what it was', async () => {
  const fault = await house.stranger.get('/potrzeby')
  expect(fault.status).toBe(500)
  expect(fault.html).not.toContain('secret detail')
  expect(fault.html).toContain('Coś się u nas zepsuło')
})

test('every answer carries a strict policy and no third party', async () => {
  const { headers } = await house.stranger.get('/')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe|http:|https:/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('whoever switches the language stays on the same list, at the same place', async () => {
  const all = await openHouse()
  const { html } = await all.stranger.get('/o-programie?strona=2&x=%22%3E')
  const [, here = ''] = /name="powrot" value="([^"]*)"/.exec(html) ?? []
  expect(here).toBe('/o-programie?strona=2&amp;x=%22%3E')
  const switched = await all.stranger.post(paths.language, { jezyk: 'en', powrot: here.replace('&amp;', '&') })
  expect([switched.status, switched.location]).toEqual([303, '/o-programie?strona=2&x=%22%3E'])
  expect(switched.headers.get('set-cookie')).toContain('jezyk=en')
  await all.close()
})
