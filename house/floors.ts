import { importsOf, type Source } from './source.ts'

/** Which kind of file may import which: down only. `builtin`, `package`, `jsx` and `http` stand for what is not ours. */
const may: Readonly<Record<string, readonly string[]>> = {
  kit: ['kit', 'builtin'],
  paths: [],
  platform: ['kit', 'platform', 'package', 'builtin'],
  things: ['kit', 'platform', 'rules', 'store', 'texts', 'paths'],
  // rules for their types only: a state or a why without its sentence is a compile error
  texts: ['kit', 'texts', 'rules'],
  rules: ['kit', 'rules'],
  ui: ['jsx', 'kit', 'ui', 'texts', 'paths', 'package', 'builtin'],
  islands: ['islands', 'kit', 'rules', 'paths', 'package', 'ui'],
  store: ['kit', 'platform', 'rules', 'store', 'package', 'builtin'],
  actions: ['kit', 'platform', 'rules', 'store', 'actions', 'mail', 'package', 'builtin', 'paths'],
  mail: ['jsx', 'kit', 'platform', 'ui', 'rules', 'store', 'texts', 'paths', 'mail', 'package'],
  jobs: ['kit', 'ui', 'platform', 'rules', 'store', 'actions', 'mail', 'texts', 'paths', 'package', 'builtin'],
  parts: ['jsx', 'kit', 'ui', 'rules', 'texts', 'parts', 'paths', 'package'],
  pages: ['jsx', 'kit', 'ui', 'rules', 'texts', 'parts', 'pages', 'paths', 'package'],
  web: ['http', 'jsx', 'kit', 'platform', 'ui', 'texts', 'paths', 'web', 'package', 'builtin'],
  routes: [
    'http',
    'jsx',
    'kit',
    'platform',
    'ui',
    'rules',
    'store',
    'actions',
    'parts',
    'pages',
    'texts',
    'paths',
    'web',
    'mail',
    'routes',
    'package',
    'builtin',
  ],
  module: ['kit', 'platform', 'rules', 'store', 'actions', 'routes', 'texts', 'things', 'jobs', 'web', 'module'],
  seed: ['kit', 'platform', 'rules', 'store', 'actions', 'things', 'seeds', 'seed', 'package', 'builtin'],
  seeds: ['kit', 'platform', 'rules', 'store', 'actions', 'seeds', 'seed', 'package', 'builtin', 'paths'],
  top: [
    'kit',
    'platform',
    'rules',
    'store',
    'actions',
    'routes',
    'module',
    'jobs',
    'texts',
    'seed',
    'seeds',
    'web',
    'top',
    'paths',
    'package',
    'builtin',
  ],
}

/** A module uses lower ranks; in its own rank only the pairs below. */
export const ranks: readonly (readonly string[])[] = [
  ['people', 'programme'],
  ['moderation', 'following'],
  ['ambassadors', 'meetings', 'discussions', 'ideas'],
  ['proposals', 'consultation'],
  ['support'],
  ['renewals', 'readiness'],
  ['merging'],
  ['submission'],
  ['verification', 'appeals'],
  ['ballots', 'counting'],
  ['implementation'],
  ['notifications', 'opendata', 'audit'],
  ['city'],
  ['demo'],
]
const sideways = new Set([
  'people>programme',
  'meetings>ambassadors',
  'ideas>meetings',
  'ideas>discussions',
  'ideas>ambassadors',
  'consultation>proposals',
  'appeals>verification',
  'counting>ballots',
])
/** From another module: its rules, its store's reads, its actions and the components it exports. Seeds and the top may use what they need. */
const exported = new Set(['rules', 'store', 'actions', 'parts'])

export const moduleOf = (path: string): string | undefined => /^src\/modules\/([\w-]+)\//.exec(path)?.[1]
const rankOf = (name: string) => ranks.findIndex(row => row.includes(name))

export function floorOf(path: string): string {
  if (path.startsWith('node:')) return 'builtin'
  if (/^hono\/(jsx|html)/.test(path)) return 'jsx'
  if (/^@?hono(\/|$)/.test(path)) return 'http'
  if (!path.startsWith('src/')) return 'package'
  if (path.startsWith('src/ui/islands/')) return 'islands'
  const suffix = /\.(\w+)\.(tsx?|en\.ts)$/.exec(path.replace(/\.en\.ts$/, '.ts'))?.[1]
  if (suffix === 'texts') return 'texts'
  if (path.startsWith('src/seeds/')) return suffix === 'seed' ? 'seed' : 'seeds'
  if (path === 'src/paths.ts') return 'paths'
  const folder = /^src\/(kit|platform|ui|web)\//.exec(path)?.[1]
  if (folder) return folder
  if (moduleOf(path)) return suffix ?? 'rules'
  return 'top'
}

/** Every import that goes up, sideways without leave, or takes what is not exported. */
export function floorViolations(sources: readonly Source[]): string[] {
  return sources.flatMap(source => importsOf(source).flatMap(target => wrongImport(source.path, target) ?? []))
}

function wrongImport(from: string, to: string): string | undefined {
  const [low, high] = [floorOf(from), floorOf(to)]
  if (!(may[low] ?? []).includes(high)) return `${from}: ${low} may not use ${high} (${to})`
  const [mine, theirs] = [moduleOf(from), moduleOf(to)]
  if (!theirs || !mine || mine === theirs) return undefined
  if (rankOf(mine) < 0) return `${from}: the module ${mine} has no rank`
  if (rankOf(theirs) > rankOf(mine)) return `${from}: ${mine} may not reach up to ${theirs}`
  if (rankOf(theirs) === rankOf(mine) && !sideways.has(`${mine}>${theirs}`)) return `${from}: ${mine} may not use ${theirs} of its own rank`
  return exported.has(high) ? undefined : `${from}: ${high} of ${theirs} is not exported (${to})`
}

/** Never 6: counting must not reach people, straight or through others. Answers the way it does, or nothing. */
export function wayBetween(sources: readonly Source[], fromModule: string, toModule: string): string[] | undefined {
  const byPath = new Map(sources.map(source => [source.path, source]))
  const starts = sources.filter(({ path }) => moduleOf(path) === fromModule && floorOf(path) !== 'module').map(({ path }) => [path])
  const seen = new Set(starts.map(([path]) => path))
  for (const way of starts) {
    const here = byPath.get(way.at(-1) ?? '')
    for (const next of here ? importsOf(here) : []) {
      if (moduleOf(next) === toModule) return [...way, next]
      if (!seen.has(next) && byPath.has(next)) {
        seen.add(next)
        starts.push([...way, next])
      }
    }
  }
  return undefined
}
