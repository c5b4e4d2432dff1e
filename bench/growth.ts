import { paths, url } from '#paths'
import { openDatabase } from '#platform/db.ts'
import { ownerUrlOf, type Product, startProduct } from '../journeys/product.ts'
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

/** From three hundred proposals to thirty thousand in one database of its own: what a page takes must hardly grow. */
export async function measureGrowth(env: Readonly<Record<string, string>> & { readonly DATA_DIR: string }): Promise<readonly string[]> {
  await (await startProduct({ DATA_DIR: env.DATA_DIR, LOG_LEVEL: 'warn' })).stop()
  const product = await startProduct(env)
  const database = openDatabase(ownerUrlOf(env.DATA_DIR))
  try {
    const { residents } = await fillCity(database, 1, 300)
    const token = residents[0]?.token ?? ''
    await growCity(database, 0, few)
    const small = await measureAll(product, token)
    await growCity(database, few, many)
    const large = await measureAll(product, token)
    return pages.map(({ what }, i) => flat(what, small[i] ?? 0, large[i] ?? 0))
  } finally {
    await database.close()
    await product.stop()
  }
}

const flat = (what: string, small: number, large: number) =>
  `${most(`${what}, from ${few} to ${many} proposals`, large / small, 1.5, 'times')} (p50 ${small.toFixed(1)} ms, then ${large.toFixed(1)} ms)`

async function measureAll(product: Product, token: string): Promise<number[]> {
  const line = await openLine(portOf(product))
  const middles: number[] = []
  for (const { what, pathOf } of pages) {
    const times: number[] = []
    for (let turn = 0; turn < warming + measured; turn++) {
      const began = performance.now()
      const status = await line.ask(request('GET', pathOf(turn), cookie(token)))
      if (status !== 200) throw new Error(`${what} answered ${status}`)
      if (turn >= warming) times.push(performance.now() - began)
    }
    middles.push(middle(times))
  }
  line.close()
  return middles
}
