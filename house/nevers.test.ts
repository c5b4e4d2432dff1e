import { expect, test } from 'vitest'
import { floorOf } from './floors.ts'
import { productCode, type Source, sourcesIn } from './source.ts'

type Never = { readonly what: string; readonly where: (path: string) => boolean; readonly sign: RegExp; readonly planted: string }
const inFloor =
  (...floors: string[]) =>
  (path: string) =>
    floors.includes(floorOf(path))

/** Those of the ten nevers that a line of code betrays. The others have tests of their own: floors, routes, procedures, ledger. */
const nevers: readonly Never[] = [
  { what: '1 a clock in rules', where: inFloor('rules'), sign: /\bDate\.now\(|\bnew Date\(\)|performance\.now/, planted: 'const t = Date.now()' },
  { what: '1 randomness in rules', where: inFloor('rules'), sign: /Math\.random|randomBytes|randomUUID|newId\(/, planted: 'const r = Math.random()' },
  {
    what: '4 a permission written by hand in a page',
    where: inFloor('pages', 'parts'),
    sign: /\.grants\b|\bhas\(\s*\w*[aA]ctor/,
    planted: 'actor.grants.some(x)',
  },
  {
    what: '7 SQL outside store and migrations',
    where: path =>
      !['store', 'platform', 'seed', 'seeds', 'top'].includes(floorOf(path)) &&
      !path.endsWith('house.routes.tsx') &&
      !path.endsWith('parked.ts') &&
      !path.endsWith('testing.ts') &&
      !path.endsWith('live.ts'),
    sign: /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/,
    planted: "db.selectFrom('needs')",
  },
  {
    what: 'the wall clock of the programme: ctx.now says when',
    where: inFloor('store', 'actions', 'pages', 'parts'),
    sign: /\bnew Date\(\)|Date\.now\(/,
    planted: 'const now = new Date()',
  },
  {
    what: 'inline script or style: the policy refuses it',
    where: inFloor('pages', 'parts', 'ui', 'routes', 'web', 'mail'),
    sign: /<script(?![^>]*\bsrc=)|\bon(click|change|submit)=|dangerouslySetInnerHTML={{ __html: (?!safe)/,
    planted: '<button onclick="x()">',
  },
  {
    what: 'inline style in a page: the policy refuses it',
    where: inFloor('pages', 'parts', 'ui', 'routes', 'web'),
    sign: /\sstyle=/,
    planted: '<p style="color:red">',
  },
  {
    what: 'the same form twice at one moment: an id made of its key clashes too, so no one column may be named',
    where: inFloor('store', 'platform'),
    sign: /column\('key'\)\.doNothing\(\)/,
    planted: "onConflict(clash => clash.column('key').doNothing())",
  },
  {
    what: 'a text area of its own: TextArea counts the letters, and cuts none',
    where: path => ['pages', 'parts', 'ui', 'routes', 'web'].includes(floorOf(path)) && path !== 'src/ui/forms.tsx',
    sign: /<textarea/,
    planted: '<textarea name="text" maxlength={500} />',
  },
  { what: 'classes', where: path => !path.startsWith('src/ui/islands/'), sign: /^(export )?(abstract )?class \w/m, planted: 'export class Need {}' },
  { what: 'default exports', where: () => true, sign: /^export default /m, planted: 'export default 1' },
]

const found = ({ where, sign }: Never, sources: readonly Source[]) =>
  sources.filter(({ path, text }) => where(path) && sign.test(text)).map(({ path }) => path)

for (const never of nevers) {
  test(`never: ${never.what}`, () => {
    expect(found(never, productCode())).toEqual([])
    const rooms = ['a.rules.ts', 'a.pages.tsx', 'a.routes.tsx', 'a.store.ts', 'a.actions.ts'].map(name => ({
      path: `src/modules/ideas/${name}`,
      text: never.planted,
    }))
    expect(found(never, rooms).length).toBeGreaterThan(0)
  })
}

const timed = /performance\.now\(|process\.hrtime|console\.time\(/
const greenwich = /toISOString\(\)\.(slice|substring|split|startsWith)/
const written = ['src', 'journeys', 'house', 'bench']
  .flatMap(folder => sourcesIn(folder, ['.ts', '.tsx']))
  .filter(({ path }) => path !== 'house/nevers.test.ts')

test('never: a test that measures time (speed is measured in bench/, as a ratio)', () => {
  expect(written.filter(({ path, text }) => /\.test\.tsx?$/.test(path) && timed.test(text)).map(({ path }) => path)).toEqual([])
  expect(timed.test('expect(performance.now() - started).toBeLessThan(1_000)')).toBe(true)
})

/** In these a day has no hour, so it is the same everywhere. */
const daysAlone = ['src/kit/dates.ts', 'src/modules/counting/pabulib/check-meta.rules.ts', 'src/modules/programme/registers/price-list.rules.ts']
test("never: a day of Greenwich (a day is Warsaw's: dayOf, and inDays in a story)", () => {
  expect(written.filter(({ path, text }) => !daysAlone.includes(path) && greenwich.test(text)).map(({ path }) => path)).toEqual([])
  expect(greenwich.test('new Date().toISOString().slice(0, 10)')).toBe(true)
})
