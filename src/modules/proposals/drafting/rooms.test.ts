import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { openShared, settleForgotten } from '#modules/proposals/drafting/together.actions.ts'
import { appendTyped } from '#modules/proposals/drafting/together.store.ts'
import { sectionsOf } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { openRelay, openWriter, type Relay, until, type Writer, writerAt } from '#modules/proposals/testing-writers.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { sessionCookie } from '#web/session.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
let relay: Relay
const sessions = new Map<string, Actor>()
const writers: Writer[] = []
beforeAll(async () => {
  at = await openDraftingHouse()
  for (const key of ['marta', 'olga', 'tadeusz'] as const) sessions.set(at.who(key).id, at.who(key))
  relay = await openRelay(at.house.db, sessions, { rest: 60_000, now: at.house.now })
})
afterEach(() => {
  for (const writer of writers.splice(0)) writer.close()
})
afterAll(async () => {
  await relay.stop()
  await at.house.close()
})

const enter = async (id: string, key: CastKey, section = 'opis') => {
  const writer = writerAt(() => relay, at.who(key), { id, section })
  writers.push(writer)
  await writer.opened
  return writer
}
const allKept = (...all: Writer[]) => until('all is kept', () => all.every(writer => writer.state() === 'kept'))
const sameText = (...all: Writer[]) => until('the same text', () => new Set(all.map(writer => writer.words())).size === 1)
const together = async () => {
  const id = await at.aDraft()
  await at.join(id, 'olga')
  expectDone(await at.write(id, 'opis', 'Sześć ławek. Dziewięć drzew.', 0))
  return id
}
const storedUpdates = async (id: string) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from project_text_updates where project_id = ${id}`.execute(at.house.db)
  return rows[0]?.n
}

test('two people in one section see each other type, and their names', async () => {
  const id = await together()
  const [marta, olga] = [await enter(id, 'marta'), await enter(id, 'olga')]
  expect(marta.words()).toBe('Sześć ławek. Dziewięć drzew.')
  marta.text.insert(0, 'Razem: ')
  olga.text.insert(olga.text.length, ' Poidełko.')
  await sameText(marta, olga)
  expect(marta.words()).toBe('Razem: Sześć ławek. Dziewięć drzew. Poidełko.')
  olga.caret({ from: 1, to: 2 })
  await until('the caret of the other', () => marta.people().some(({ name, caret }) => name === at.who('olga').name && caret !== null))
})

test('what was typed becomes the text of the section, one change for each who typed, and freezing takes the last letter', async () => {
  const id = await together()
  const [marta, olga] = [await enter(id, 'marta'), await enter(id, 'olga')]
  marta.text.insert(0, 'Oto ')
  olga.text.insert(olga.text.length, ' Kran.')
  await sameText(marta, olga)
  await allKept(marta, olga)
  for (const section of ['streszczenie', 'miejsce', 'uzasadnienie', 'odbiorcy'])
    expectDone(await at.write(id, section, 'Zapomniany skwer między blokami ma stać się miejscem z cieniem i wodą.', 0))
  expectDone(
    await at
      .as('marta')
      .post(url(paths.projectCosts, { id }), { rewizja: '0', 'co-0': 'Ławka', 'ile-0': '6', 'jednostka-0': 'szt.', 'cena-0': '2 800' }),
  )
  expectDone(await at.as('marta').post(url(paths.projectFreeze, { id })))
  const version = await at.house.stranger.get(url(paths.projectVersion, { id, version: 1 }))
  expect(version.html).toContain('Oto Sześć ławek. Dziewięć drzew. Kran.')
  const { rows } = await sql<{ person: string }>`select person_id as person from project_revisions
    where project_id = ${id} and section = 'description' order by revision`.execute(at.house.db)
  expect(rows.map(({ person }) => person).sort()).toEqual([at.who('marta').id, at.who('marta').id, at.who('olga').id].sort())
  // a key pressed after it reopens nothing
  olga.text.insert(0, 'X')
  await until('olga is stopped', () => olga.seen.some(state => typeof state === 'object' && state.stop === 'waits'))
  expect(olga.unsent()).toBeDefined()
  expect((await sectionsOf(at.ctx('marta'), id)).description).toBe('Oto Sześć ławek. Dziewięć drzew. Kran.')
})

test('a removed co-author and an ended session are stopped at once, idle or typing, and hear nothing more', async () => {
  const id = await together()
  const [marta, olga] = [await enter(id, 'marta'), await enter(id, 'olga')]
  const before = olga.words()
  await sql`update project_authors set state = 'left' where project_id = ${id} and person_id = ${at.who('olga').id}`.execute(at.house.db)
  olga.text.insert(0, 'Dopisek obcej osoby. ')
  marta.text.insert(0, 'Tajne. ')
  await until('olga is stopped', () => olga.seen.some(state => typeof state === 'object' && state.stop === 'not-author'))
  await allKept(marta)
  expect(marta.words()).toBe(`Tajne. ${before}`)
  expect(olga.words()).not.toContain('Tajne')
  sessions.delete(at.who('marta').id)
  marta.text.insert(0, 'Po wylogowaniu. ')
  await until('marta is signed out', () => marta.seen.some(state => typeof state === 'object' && state.stop === 'signed-out'))
  sessions.set(at.who('marta').id, at.who('marta'))
  const again = await enter(id, 'marta')
  expect(again.words()).toBe(`Tajne. ${before}`)
})

test('an idle tab of a removed co-author is stopped without a word of anybody', async () => {
  const id = await together()
  const olga = await enter(id, 'olga')
  await sql`update project_authors set state = 'left' where project_id = ${id} and person_id = ${at.who('olga').id}`.execute(at.house.db)
  await until('olga is stopped', () => olga.seen.some(state => typeof state === 'object' && state.stop === 'not-author'))
})

test('strangers, other houses and nobody get no line', async () => {
  const id = await together()
  const tadeusz = writerAt(() => relay, at.who('tadeusz'), { id, section: 'opis' })
  writers.push(tadeusz)
  await until('the stranger is stopped', () => tadeusz.seen.some(state => typeof state === 'object' && state.stop === 'not-author'))
  expect(tadeusz.words()).toBe('')
  const { WebSocket } = await import('ws')
  const answerTo = (headers: Record<string, string>) =>
    new Promise(resolve => {
      const socket = new WebSocket(`ws://127.0.0.1:${relay.port}${url(paths.projectSectionLine, { id, section: 'opis' })}`, { headers })
      socket
        .on('error', () => {})
        .on('unexpected-response', (_, { statusCode }) => resolve(statusCode))
        .on('open', () => {
          socket.close()
          resolve('open')
        })
    })
  const mine = `sesja=${at.who('marta').id}`
  expect(await answerTo({ Cookie: mine, Origin: 'https://elsewhere.example' })).toBe(403)
  expect(await answerTo({ Cookie: mine })).toBe(403)
  expect(await answerTo({ Origin: `http://127.0.0.1:${relay.port}` })).toBe(401)
  expect(await answerTo({ Cookie: mine, Origin: `http://127.0.0.1:${relay.port}` })).toBe('open')
})

test('an hour offline: both wrote on, both texts are there', async () => {
  const id = await together()
  const [marta, olga] = [await enter(id, 'marta'), await enter(id, 'olga')]
  olga.cut(true)
  await until('olga is away', () => olga.state() === 'away')
  olga.text.insert(olga.text.length, ' Dopisane w pociągu.')
  marta.text.insert(0, 'Dopisane w domu. ')
  expect(olga.unsent()).toBeDefined()
  olga.online()
  await sameText(marta, olga)
  expect(marta.words()).toBe('Dopisane w domu. Sześć ławek. Dziewięć drzew. Dopisane w pociągu.')
  await allKept(marta, olga)
  expect(olga.unsent()).toBeUndefined()
})

test('a line that is open and dead is told from a slow one: whoever types reads that the server is away, and nothing is lost', async () => {
  const id = await together()
  const tunnel = await openRelay(at.house.db, sessions, { now: at.house.now })
  const marta = openWriter(() => `http://127.0.0.1:${tunnel.port}`, `${sessionCookie}=${at.who('marta').id}`, { id, section: 'opis' }, 400)
  writers.push(marta)
  await marta.opened
  tunnel.mute()
  const before = marta.seen.length
  marta.text.insert(0, 'Z tunelu. ')
  await until('the silence is noticed', () => marta.seen.slice(before).includes('away'))
  await allKept(marta)
  expect((await enter(id, 'olga')).words()).toBe('Z tunelu. Sześć ławek. Dziewięć drzew.')
  marta.close()
  await tunnel.kill()
})

test('the form without scripts goes into the live text, and one sentence changed by both is shown in both wordings', async () => {
  const id = await together()
  const marta = await enter(id, 'marta')
  marta.text.insert(marta.text.length, ' Poidełko.')
  await allKept(marta)
  expectDone(await at.write(id, 'opis', 'Osiem ławek. Dziewięć drzew.', 1, 'olga'))
  await until('marta sees it', () => marta.words() === 'Osiem ławek. Dziewięć drzew. Poidełko.')
  expect((await sectionsOf(at.ctx('marta'), id)).description).toBe('Osiem ławek. Dziewięć drzew. Poidełko.')
  marta.text.delete(0, 5)
  marta.text.insert(0, 'Dziesięć')
  await allKept(marta)
  const clash = await at.write(id, 'opis', 'Cztery ławki. Dziewięć drzew. Poidełko.', 3, 'olga')
  expect(clash.status).toBe(409)
  expect(clash.html).toContain('Cztery ławki.')
  expect(clash.html).toContain('Dziesięć ławek.')
  expect(clash.html).toContain('Ktoś zmienił to samo zdanie')
})

test('a text may not grow past its limit, whichever way it comes', async () => {
  const id = await together()
  const marta = await enter(id, 'marta', 'tytul')
  marta.text.insert(0, 'x'.repeat(500))
  await until('marta is told', () => marta.seen.some(state => typeof state === 'object' && state.stop === 'too-long'))
  expect((await at.write(id, 'tytul', 'x'.repeat(500), 1)).status).toBe(422)
  expect((await enter(id, 'marta', 'tytul')).words()).not.toContain('xxx')
})

test('bytes that are no text end the line and harm nobody', async () => {
  const id = await together()
  const [marta, olga] = [await enter(id, 'marta'), await enter(id, 'olga')]
  const bad = openWriter(() => `http://127.0.0.1:${relay.port}`, `sesja=${at.who('olga').id}`, { id, section: 'opis' })
  writers.push(bad)
  await bad.opened
  const Y = await import('yjs')
  const strange = new Y.Doc()
  strange.getMap('other').set('x', 'y')
  Y.applyUpdate(bad.doc, Y.encodeStateAsUpdate(strange), 'local')
  await until('the line ends', () => bad.seen.some(state => typeof state === 'object' && state.stop === 'unreadable'))
  marta.text.insert(0, 'Dalej: ')
  await until('the others write on', () => olga.words() === 'Dalej: Sześć ławek. Dziewięć drzew.')
})

test('20,000 characters in 10,000 updates open with a handful of statements, and lie in one piece once settled', async () => {
  const id = await together()
  const place = { projectId: id, section: 'description' } as const
  const opened = await openShared(at.ctx('marta'), place)
  if (!opened.ok) throw new Error(opened.why)
  const typed: { personId: string; update: Uint8Array }[] = []
  opened.text.on('update', (update: Uint8Array) => typed.push({ personId: at.who('marta').id, update }))
  const words = opened.text.getText('text')
  for (let i = 0; i < 10_000; i++) words.insert((i * 37) % (words.length + 1), 'ab')
  for (let i = 0; i < 10_000; i += 1_000) await appendTyped(at.house.ctx(), place, i, typed.slice(i, i + 1_000))
  at.house.queries.length = 0
  const unsettled = await enter(id, 'olga')
  expect(unsettled.words()).toBe(words.toString())
  expect(at.house.queries.filter(query => /project_(shared|text)/.test(query)).length).toBeLessThanOrEqual(6)
  await settleForgotten({ ...at.house.ctx(), now: new Date(at.house.now.getTime() + 120_000) })
  expect(await storedUpdates(id)).toBe(0)
  expect((await sectionsOf(at.ctx('marta'), id)).description).toBe(words.toString())
})

test('a room is closed when the last one leaves, and what was typed is in the section', async () => {
  const id = await together()
  const marta = await enter(id, 'marta')
  marta.text.insert(0, 'Na koniec. ')
  await allKept(marta)
  marta.close()
  await until('the section says it', async () => (await sectionsOf(at.ctx('marta'), id)).description.startsWith('Na koniec. '))
  await until('no room is open', () => relay.rooms.size() === 0)
  expect(await storedUpdates(id)).toBe(0)
})
