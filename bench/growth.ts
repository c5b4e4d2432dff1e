import { join } from 'node:path'
import { paths, url } from '#paths'
import { openDatabase } from '#platform/db.ts'
import { ownerUrlOf, startProduct } from '../journeys/product.ts'
import { fillCity } from './city.ts'
import { growCity, titleOf } from './growing-city.ts'
import { middle, openLine } from './load.ts'
import { cookie, portOf, request } from './requests.ts'
import { most } from './words.ts'

const [few, many] = [300, 30_000]
const [warming, measured] = [40, 120]

type Page = { readonly what: string; readonly pathOf: (turn: number) => string }
/** The pages that list, find or show proposals, asked by somebody signed in: whole pages kept for strangers cost the same however many there are. */
const pages: readonly Page[] = [
  { what: 'list of projects', pathOf: () => paths.projects },
  { what: 'list of projects of a district', pathOf: turn => url(paths.projects, undefined, { gdzie: String(1 + (turn % 18)) }) },
  { what: 'list of ideas', pathOf: () => paths.ideas },
  {
    what: 'list of ideas of a district, most backed first',
    pathOf: turn => url(paths.ideas, undefined, { gdzie: String(1 + (turn % 18)), kolejnosc: 'backed' }),
  },
  { what: 'search by the words of a title', pathOf: turn => url(paths.search, undefined, { q: titleOf(turn % few) }) },
  { what: 'search by one common word', pathOf: turn => url(paths.search, undefined, { q: titleOf(turn % few).split(' ')[0] }) },
  { what: 'page of a project', pathOf: turn => url(paths.project, { id: `project_growth${turn % few}` }) },
  { what: 'page of an idea', pathOf: turn => url(paths.idea, { id: `idea_growth${turn % few}` }) },
]

/** Two cities beside each other, one with three hundred proposals and one with thirty thousand, asked by turns: whatever else the machine does falls on both. */
export async function measureGrowth(asCity: Readonly<Record<string, string>>, folder: string): Promise<readonly string[]> {
  const small = await openCity({ ...asCity, DATA_DIR: join(folder, 'few') }, few)
  const large = await openCity({ ...asCity, DATA_DIR: join(folder, 'many') }, many)
  try {
    const told: string[] = []
    for (const page of pages) told.push(flat(page.what, await measurePage(page, [small, large])))
    return told
  } finally {
    for (const city of [small, large]) await city.close()
  }
}

type City = { readonly ask: (path: string) => Promise<number>; readonly close: () => Promise<void> }

async function openCity(env: Readonly<Record<string, string>> & { readonly DATA_DIR: string }, proposals: number): Promise<City> {
  await (await startProduct({ DATA_DIR: env.DATA_DIR, LOG_LEVEL: 'warn' })).stop()
  const product = await startProduct(env)
  const database = openDatabase(ownerUrlOf(env.DATA_DIR))
  const { residents } = await fillCity(database, 1, 300)
  await growCity(database, 0, proposals)
  await database.close()
  const line = await openLine(portOf(product))
  return {
    ask: path => line.ask(request('GET', path, cookie(residents[0]?.token ?? ''))),
    async close() {
      line.close()
      await product.stop()
    },
  }
}

const flat = (what: string, [small, large]: readonly [number, number]) =>
  `${most(`${what}, from ${few} to ${many} proposals`, large / small, 1.5, 'times')} (p50 ${small.toFixed(1)} ms, then ${large.toFixed(1)} ms)`

async function measurePage({ what, pathOf }: Page, cities: readonly [City, City]): Promise<readonly [number, number]> {
  const times: readonly [number[], number[]] = [[], []]
  for (let turn = 0; turn < warming + measured; turn++)
    for (const which of [0, 1] as const) {
      const began = performance.now()
      const status = await cities[which].ask(pathOf(turn))
      if (status !== 200) throw new Error(`${what} answered ${status}`)
      if (turn >= warming) times[which].push(performance.now() - began)
    }
  return [middle(times[0]), middle(times[1])]
}
