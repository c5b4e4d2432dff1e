import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { paths } from '#paths'
import { openDatabase } from '#platform/db.ts'
import { ownerUrlOf, startProduct } from '../journeys/product.ts'
import { measureBacking } from './backing.ts'
import { fillCity } from './city.ts'
import { measureCounting } from './counting.ts'
import { measureDrafting } from './drafting.ts'
import { measureGrowth } from './growth.ts'
import { measureHome } from './home.ts'
import { measureInstallation } from './installation.ts'
import { measureLaboratory } from './laboratory.ts'
import { measurePage } from './pages.ts'
import { measureReaders } from './readers.ts'
import { measureRelay } from './relay.ts'
import { measureSimilarity } from './similarity.ts'
import { measureStart } from './start.ts'
import { measureSubmission } from './submission.ts'
import { line, say } from './words.ts'

const folder = mkdtempSync(join(tmpdir(), 'wspolne-bench-'))
chmodSync(folder, 0o755)
const dataDir = join(folder, 'data')
// as a city runs it, but for the sentences that production asks for: no demo, limits on, a proxy in front that tells the visitor's address
const asCity = { DATA_DIR: dataDir, DEMO: 'off', TRUST_PROXY: 'on', LOG_LEVEL: 'warn' }
// npm run bench -- --profile: where the time of the measured server goes, for the tools of a browser
const profile = process.argv.includes('--profile') ? ['--cpu-prof', `--cpu-prof-dir=${fileURLToPath(new URL('./profile', import.meta.url))}`] : []
// npm run bench -- lists backing: only these
const figures = [
  'counting',
  'home',
  'laboratory',
  'start',
  'lists',
  'backing',
  'readers',
  'relay',
  'drafting',
  'submission',
  'growth',
  'similarity',
  'installation',
] as const
// these need no city filled for all
const alone: ReadonlySet<string> = new Set(['counting', 'growth', 'similarity', 'installation'])
const chosen = figures.filter(figure => process.argv.includes(figure))
const asked = (figure: (typeof figures)[number]) => chosen.length === 0 || chosen.includes(figure)

async function measureLists(product: Awaited<ReturnType<typeof startProduct>>, token: string): Promise<void> {
  const cached = await measurePage(product, `${paths.ideas}?ile=300`, '')
  say(line(`anonymous list of 300 ideas, cached (${Math.round(cached.bytes / 1024)} kB)`, cached, 0.35))
  const first = await measurePage(product, paths.ideas, token)
  say(line(`first 20 ideas, signed in, page drawn anew, rows kept until the next fact (${Math.round(first.bytes / 1024)} kB)`, first, 0.05))
  const fresh = await measurePage(product, `${paths.ideas}?po=0~9999999999999~x`, token)
  say(line(`20 ideas further down, signed in, nothing kept (${Math.round(fresh.bytes / 1024)} kB)`, fresh, 0.05))
}

async function run(): Promise<void> {
  if (asked('counting')) say(...measureCounting())
  if (asked('growth')) say(...(await measureGrowth(asCity, folder)))
  if (asked('similarity')) say(...(await measureSimilarity({ ...asCity, DATA_DIR: join(folder, 'similarity') })))
  if (asked('installation')) say(...measureInstallation())
  if (chosen.length === 0 || chosen.some(figure => !alone.has(figure))) await measureInCity()
}

async function measureInCity(): Promise<void> {
  const first = await startProduct({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
  if (asked('home')) say(...(await measureHome(first.address)))
  if (asked('laboratory')) say(...(await measureLaboratory(first.address)))
  await first.stop()
  if (asked('start')) say(...(await measureStart(dataDir, asCity)))
  let product = await startProduct(asCity, profile)
  try {
    const databaseUrl = ownerUrlOf(dataDir)
    const database = openDatabase(databaseUrl)
    const city = await fillCity(database, 32, 6_000)
    await database.close()
    if (asked('lists')) await measureLists(product, city.residents[0]?.token ?? '')
    if (asked('backing'))
      say(line('backing a need, 32 clients, all checks and the sequencer', await measureBacking(product, city, databaseUrl), 0.25))
    if (asked('readers')) say(...(await measureReaders(product, city)))
    if (asked('relay')) say(...(await measureRelay(product, city, dataDir)))
    if (asked('drafting')) product = await measureDrafting(product, city, [asCity, profile], dataDir)
  } finally {
    await product.stop()
  }
  if (asked('submission')) say(...(await measureSubmission(asCity, dataDir)))
}

try {
  say(
    'The floor of each ratio is measured by turns with the product, in the same run: bare node:http sending the same bytes; raw pg on the same database.',
  )
  await run()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
