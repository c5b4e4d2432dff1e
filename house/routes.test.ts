import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '#modules'
import { paths } from '#paths'
import type { Route } from '#web/http.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'
import { publicDoors } from './public-doors.ts'

const routes: readonly Route[] = modules.flatMap(module => module.routes)
const nameOf = ({ method, path }: Route) => `${method} ${path}`
const open = new Set(publicDoors)
const facts = new Set(modules.flatMap(module => Object.keys(module.facts)))

const notPublic = (doors: readonly Route[]) => doors.filter(door => door.access === 'everyone' && !open.has(nameOf(door))).map(nameOf)
const namelessFacts = (doors: readonly Route[]) =>
  doors.filter(door => door.method === 'post' && typeof door.changes === 'string' && !facts.has(door.changes)).map(nameOf)

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('every route is in paths.ts, once', () => {
  const known = new Set<string>(Object.values(paths))
  expect(routes.filter(({ path }) => !known.has(path)).map(nameOf)).toEqual([])
  expect(routes.map(nameOf).filter((name, index, all) => all.indexOf(name) !== index)).toEqual([])
})
test('every path has a route', () => {
  const sockets = modules.flatMap(module => module.sockets ?? []).map(({ path }) => path)
  const served = new Set<string>([...routes.map(({ path }) => path), ...sockets, paths.asset, paths.live])
  expect(Object.values(paths).filter(path => !served.has(path))).toEqual([])
})
test('what is open to everyone stands on the written list, and the list holds nothing else', () => {
  expect(notPublic(routes)).toEqual([])
  expect(publicDoors.filter(name => !routes.some(route => nameOf(route) === name))).toEqual([])
})
test('every POST names a known fact, or says why there is none', () => {
  expect(namelessFacts(routes)).toEqual([])
})
test('every other door refuses a stranger', async () => {
  for (const door of routes.filter(door => !open.has(nameOf(door)))) {
    const address = door.path.replace(/:\w+/g, '1')
    const answer = door.method === 'get' ? await house.stranger.get(address) : await house.stranger.post(address, { x: '1' })
    expect([nameOf(door), answer.status, answer.location?.startsWith('/logowanie')]).toEqual([nameOf(door), 303, true])
  }
})
test('each planted violation is found', () => {
  const handler = () => new Response()
  const planted: Route[] = [
    { method: 'get', path: paths.editions, access: 'everyone', handler },
    { method: 'post', path: paths.needs, access: 'signed-in', changes: 'need.vanished' as never, handler },
  ]
  expect(notPublic(planted)).toEqual(['get /urzad/edycje'])
  expect(namelessFacts(planted)).toEqual(['post /potrzeby'])
})
