import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '#modules'
import { paths } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { seedParts } from '#seeds/parts.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { parkedMost } from '#web/parked.ts'
import { openHouse, type TestHouse, type Visitor } from '#web/testing.ts'

let house: TestHouse
let world: World
beforeAll(async () => {
  house = await openHouse({ now: new Date() })
  world = await fillWorld(house.db, house.now, seedParts)
  await house.settle()
})
afterAll(() => house.close())

type Control = { readonly name: string; readonly type: string; readonly value: string; readonly accept?: string; readonly max?: number }
type FoundForm = { readonly action: string; readonly page: string; readonly controls: readonly Control[] }

const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
const attribute = (tag: string, name: string) => unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** The letters that are counted under a text area. */
const maxAfter = (html: string) => Number(/^<textarea[^>]*>[^<]*<\/textarea>(?:<letters-left max="(\d+)")?/.exec(html)?.[1]) || undefined

function controlsIn(form: string): Control[] {
  return [...form.matchAll(/<(input|textarea|select|button)\b[^>]*>/g)].flatMap(([tag, kind = '']) => {
    const name = attribute(tag, 'name')
    const first = kind === 'select' ? unescaped(/<option value="([^"]+)"/.exec(form.slice(form.indexOf(tag)))?.[1] ?? '') : attribute(tag, 'value')
    const type = kind === 'input' ? attribute(tag, 'type') || 'text' : kind
    const max = kind === 'textarea' ? maxAfter(form.slice(form.indexOf(tag))) : Number(attribute(tag, 'maxlength')) || undefined
    return name === '' ? [] : [{ name, type, value: first, ...(max && { max }), ...(type === 'file' && { accept: attribute(tag, 'accept') }) }]
  })
}
const formsIn = (page: string, html: string): FoundForm[] =>
  [...html.matchAll(/<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => ({
    page,
    action: attribute(form, 'action'),
    controls: controlsIn(form),
  }))
const linksIn = (html: string) => [...html.matchAll(/href="(\/[^"#?]*)/g)].map(([, href = '']) => href)

/** One address of each kind: ids and numbers stand for themselves. */
const patterns = Object.values(paths).map(path => [path, new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)] as const)
const kindOf = (address: string) =>
  patterns.find(([path]) => path === address)?.[0] ?? patterns.find(([, pattern]) => pattern.test(address))?.[0] ?? address

const left: readonly string[] = [paths.signOut, paths.signOutEverywhere, paths.language, paths.profileErasure, paths.personErasure]
const isOurs = (action: string) => !action.startsWith('/demo') && !left.includes(kindOf(action))

/** The forms that somebody meets on a walk: from the menus inwards, two pages of each kind. */
async function formsMet(visitor: Visitor, most = 220): Promise<FoundForm[]> {
  const [queue, seen, met] = [
    [paths.home as string, paths.myMatters, paths.office, paths.profile],
    new Map<string, number>(),
    new Map<string, FoundForm>(),
  ]
  const visited = new Set<string>()
  for (let at = 0; at < queue.length && visited.size < most; at += 1) {
    const address = queue[at] ?? ''
    const times = seen.get(kindOf(address)) ?? 0
    if (visited.has(address) || times >= 3) continue
    visited.add(address)
    seen.set(kindOf(address), times + 1)
    const { status, html, headers } = await visitor.get(address)
    expect(status, address).toBeLessThan(500)
    // a browser would cut what is pasted, without a word
    expect(html, address).not.toMatch(/<textarea[^>]*\smaxlength=/)
    if (status !== 200 || !headers.get('content-type')?.includes('html')) continue
    for (const form of formsIn(address, html).filter(({ action }) => isOurs(action))) {
      const key = `${kindOf(form.action)} ${form.controls.map(({ name }) => name.replace(/\d+/g, '')).join()}`
      if (!met.has(key)) met.set(key, form)
    }
    queue.push(...linksIn(html).filter(href => !/^\/(zasoby|pliki|mapa|jezyk)/.test(href)))
  }
  return [...met.values()]
}

const zalgo = `Z${'\u0336\u0322\u0489\u0353'.repeat(400)}algo`
const wordText = '•\tPunkt z\u00a0Worda\u000b„cytat” – \u202Eodwrócone\u202C שלום \u0000\u0007 <b>tag</b> & \ud800'
/** What people paste, mistype and try. */
const answers: Readonly<Record<string, (control: Control) => string>> = {
  nothing: () => '',
  'five thousand letters': () => 'Ż'.repeat(5000),
  'marks in piles': () => zalgo,
  'a word processor': () => wordText,
  'another language of machines': () => `'; drop table persons; -- \${7*7} {{7*7}} ../../etc/passwd %00 NaN 1e309 -1`,
}
const typed: readonly string[] = ['text', 'textarea', 'search', 'tel', 'url', 'number', 'date', 'time', 'datetime-local', 'email', 'select', 'radio']
/** Hidden fields and the pressed button stay as the page made them, as in a browser. */
function filledWith(form: FoundForm, answer: (control: Control) => string): Record<string, string> {
  const buttons = form.controls.filter(({ type }) => type === 'button').slice(0, 1)
  const kept = form.controls.filter(({ type }) => type === 'hidden')
  const written = form.controls.filter(({ type }) => typed.includes(type))
  return Object.fromEntries([
    ...[...kept, ...buttons].map(control => [control.name, control.value]),
    ...written.map(control => [control.name, answer(control)]),
  ])
}

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
/** Where a picture or a scan is sent with other fields. A table is read at once, or pasted. */
const keptIn = ({ controls }: FoundForm) => controls.filter(({ accept }) => accept?.includes('image/'))
const held = new Set<string>()
/** A file chosen in a form that comes back is not chosen once more. */
async function filesLost(visitor: Visitor, form: FoundForm): Promise<string[]> {
  const files = keptIn(form)
  if (files.length === 0) return []
  const chosen = Object.fromEntries(files.map(({ name }) => [name, new File([dot], `${name}.png`)]))
  const { status, html } = await visitor.post(form.action, { ...filledWith(form, () => ''), ...chosen })
  if (status !== 422) return []
  for (const { name } of files) held.add(`${kindOf(form.action)} ${name}`)
  return files.flatMap(({ name }) => (html.includes(`name="${name}-waiting"`) ? [] : `${form.page} -> ${form.action}: ${name} is lost`))
}

const uncounted = new Set<string>()
const unlike: string[] = []
let longest = 0
/** Lines of words and addresses. */
const lists = /^more|^linki$/
/** What is counted under a text area is what the server takes, and not a letter more. */
async function countsAsTheServer(visitor: Visitor, form: FoundForm): Promise<void> {
  longest = Math.max(
    longest,
    form.controls.reduce((sum, { name, max = 200 }) => sum + name.length + max, 0),
  )
  for (const { name, type, max } of form.controls) {
    if (type !== 'textarea') continue
    if (max === undefined) uncounted.add(`${kindOf(form.action)} ${name}`)
    else {
      const invalid = new RegExp(`<textarea[^>]* name="${name}"[^>]* aria-invalid="true"`)
      const send = async (letters: number) => visitor.post(form.action, { ...filledWith(form, () => ''), [name]: 'Ż'.repeat(letters) })
      const over = await send(max + 1)
      // 200: a form that is only drawn again, with its first button
      const refused = over.status === 200 || (over.status === 422 && invalid.test(over.html))
      // where something else is missing too, nothing is settled by a text of the full length
      const full = form.controls.filter(control => typed.includes(control.type)).length > 1 && !lists.test(name) ? await send(max) : undefined
      if (!refused || (full?.status === 422 && invalid.test(full.html))) unlike.push(`${form.page} -> ${form.action}: ${name} ${max}`)
    }
  }
}

const people: readonly CastKey[] = ['olga', 'bartek', 'celina', 'monika', 'edyta', 'roman', 'irena', 'kornelia']

test.each(people)(
  '%s: whatever is typed into a form, the answer is a page and never a fault',
  async key => {
    const visitor = house.as(world.actors.get(key) ?? expect.fail(key))
    const forms = await formsMet(visitor)
    expect(forms.length).toBeGreaterThan(5)
    const faults: string[] = []
    // before anything is settled
    for (const form of forms) await countsAsTheServer(visitor, form)
    for (const form of forms) {
      faults.push(...(await filesLost(visitor, form)))
      for (const [name, answer] of Object.entries(answers)) {
        const { status, html } = await visitor.post(form.action, filledWith(form, answer))
        if (status >= 500) faults.push(`${form.page} -> ${form.action}, ${name}: ${status}`)
        if (status === 422 && !/role="alert"|class="[^"]*\b(?:errors|bad|why)\b/.test(html))
          faults.push(`${form.page} -> ${form.action}, ${name}: no word why`)
        const raw = status === 422 && /Too (?:big|small)[^<]*|Invalid (?:input|string|option)[^<]*/.exec(html)
        if (raw) faults.push(`${form.page} -> ${form.action}, ${name}: the words of a library: ${raw[0]}`)
      }
    }
    expect(faults).toEqual([])
  },
  300_000,
)

test('letters are counted under every text area, as the server counts them, and the longest form waits for whoever signs in again', () => {
  expect(unlike).toEqual([])
  // rows, points and lists have limits of their own kind
  const ofRows = /(?:^\/spotkania(?:\/:id\/zmiana)? (?:agenda|questions)| tabela| streets| line| area|\/polaczenia\/:id\/tresc wlasne\d-\w+)$/
  expect([...uncounted].filter(name => !ofRows.test(name))).toEqual([])
  expect(longest).toBeGreaterThan(60_000)
  expect(longest).toBeLessThan(parkedMost)
})

test('the walk met the forms in which a file waits', () => {
  const known = [
    [paths.needs, 'photo'],
    [paths.practices, 'picture'],
    [paths.projectSupportScans, 'skan'],
    [paths.projectConsents, 'zgoda'],
    [paths.meetingPhotos, 'photo'],
    [paths.officeProposalNew, 'skan'],
    [paths.officePage, 'picture'],
    [paths.officeTrainingMaterials, 'plik'],
  ]
  expect([...held]).toEqual(expect.arrayContaining(known.map(form => form.join(' '))))
})

test('the walk finds a fault that was planted', async () => {
  const planted = '<form method="post" action="/potrzeby"><input type="hidden" name="key" value="k"/><textarea name="text"></textarea></form>'
  expect(formsIn('/x', planted)).toEqual([
    {
      page: '/x',
      action: '/potrzeby',
      controls: [
        { name: 'key', type: 'hidden', value: 'k' },
        { name: 'text', type: 'textarea', value: '' },
      ],
    },
  ])
  const posts = modules.flatMap(({ routes }) => routes).filter(({ method }) => method === 'post')
  expect(posts.some(({ path }) => path === kindOf('/potrzeby'))).toBe(true)
})
