import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPageBySlug, versionsOf } from '#modules/programme/pages/pages.store.ts'
import { programmeModule } from '#modules/programme/programme.module.ts'
import { paths, url } from '#paths'
import { filesOf } from '#platform/files.ts'
import { factsAbout } from '#platform/ledger.ts'
import { filesModule } from '#web/files.module.ts'
import { expectDone, expectHeld, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ modules: [filesModule, programmeModule], now: new Date('2026-03-12T11:00:00Z') })
})
afterAll(() => house.close())

const edyta = somebody('Edyta Pióro', 'editor')
const kornelia = somebody('Kornelia Maj', 'coordinator')
const written = {
  titlePl: 'Ambasadorzy',
  summaryPl: 'Ambasador pomaga sąsiadom zacząć.',
  bodyPl: '## Kto to jest\n\nSąsiad, który **zaprasza** do rozmowy.',
  morePl: 'Zasady | /zasady',
  author: 'Redakcja',
  publishingBody: 'Wydział Dialogu',
}
let count = 0
async function newPage(fields: Record<string, string> = {}) {
  count += 1
  const slug = `strona-${count}`
  const location = expectDone(
    await house.as(edyta).post(paths.officePages, { ...written, slug, key: `key_test_${slug}`, ...fields }),
    /^\/urzad\/strony\/page_/,
  )
  return { slug, edit: location, id: location.split('/').at(-1) ?? '' }
}
const publish = (id: string, version: number, fields: Record<string, string> = { when: 'now' }) =>
  house.as(edyta).post(url(paths.officePagePublication, { id }), { version: String(version), ...fields })

test('a page is written, published, read by everybody with its label, changed, and its history is public', async () => {
  const { slug, id, edit } = await newPage()
  expect((await house.stranger.get(url(paths.page, { slug }))).status).toBe(404)
  expectDone(await publish(id, 1))
  const seen = await house.stranger.get(url(paths.page, { slug }))
  expect(seen.status).toBe(200)
  for (const words of [
    '<h1>Ambasadorzy</h1>',
    '<h2>Kto to jest</h2>',
    '<strong>zaprasza</strong>',
    'Wydział Dialogu',
    'Edyta Pióro',
    'href="/zasady"',
  ])
    expect(seen.html).toContain(words)
  house.now = new Date('2026-03-13T11:00:00Z')
  expectDone(
    await house
      .as(kornelia)
      .post(edit, { ...written, base: '1', bodyPl: '## Kto to jest\n\nSąsiadka, która zaprasza do rozmowy.', note: 'Prostszy język' }),
    edit,
  )
  expect((await house.stranger.get(url(paths.page, { slug }))).html).not.toContain('Sąsiadka')
  expect((await house.stranger.get(url(paths.pageVersion, { slug, version: 2 }))).status).toBe(404)
  expect((await house.as(edyta).get(url(paths.pageVersion, { slug, version: 2 }))).html).toContain('Tej wersji jeszcze nie opublikowano')
  expectDone(await publish(id, 2))
  expect((await house.stranger.get(url(paths.pageHistory, { slug }))).html).toContain('Prostszy język')
  const compared = (await house.stranger.get(url(paths.pageVersion, { slug, version: 2 }))).html
  expect(compared).toMatch(/<del>.*Sąsiad.*<\/del>/s)
  expect(compared).toMatch(/<ins>.*Sąsiadka.*<\/ins>/s)
  await house.settle()
  expect((await factsAbout(house.ctx(), [id])).map(fact => fact.fact)).toEqual(['page.written', 'page.published', 'page.written', 'page.published'])
  house.now = new Date('2026-03-12T11:00:00Z')
})

test('strangers and residents do not enter the office', async () => {
  const { id, edit } = await newPage()
  expect((await house.stranger.get(edit)).location).toContain('/logowanie')
  expect((await house.as(somebody('Marta')).get(edit)).status).toBe(403)
  expect((await house.as(somebody('Celina', 'clerk')).post(url(paths.officePagePublication, { id }), { version: '1', when: 'now' })).status).toBe(403)
})

test('two editors never overwrite each other: the second sees both texts, and nothing typed is lost', async () => {
  const { edit, id } = await newPage()
  expectDone(await house.as(kornelia).post(edit, { ...written, base: '1', bodyPl: 'Tekst Kornelii.' }), edit)
  const clash = await house.as(edyta).post(edit, { ...written, base: '1', bodyPl: 'Tekst Edyty.' })
  expect(clash.status).toBe(409)
  expect(clash.html).toContain('w tym czasie powstała wersja 2 (Kornelia Maj)')
  expect(clash.html).toMatch(/<textarea[^>]*name="bodyPl"[^>]*>\s*Tekst Edyty\./)
  expect(clash.html).toMatch(/<del>.*Kornelii/s)
  expect(clash.html).toContain('name="base" value="2"')
  expect((await versionsOf(house.ctx(), id)).map(one => one.pl.body)).toEqual(['Tekst Kornelii.', written.bodyPl])
  expectDone(await house.as(edyta).post(edit, { ...written, base: '2', bodyPl: 'Tekst obu.' }), edit)
})

test('a preview in between does not hide that somebody else has saved', async () => {
  const { edit, id } = await newPage()
  expectDone(await house.as(kornelia).post(edit, { ...written, base: '1', bodyPl: 'Tekst Kornelii.' }), edit)
  const preview = await house
    .as(edyta)
    .post(url(paths.officePagePreview, { id }), { ...written, base: '1', bodyPl: '# Nagłówek\n\n<script>alert(1)</script>' })
  expect(preview.status).toBe(200)
  expect(preview.html).toContain('<h2>Nagłówek</h2>')
  expect(preview.html).not.toContain('<script>alert')
  expect(preview.html).toContain('name="base" value="1"')
  expect((await versionsOf(house.ctx(), id)).length).toBe(2)
})

test('sixteen saves of the same version at once: one wins', async () => {
  const { edit, id } = await newPage()
  const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => house.as(edyta).post(edit, { ...written, base: '1', bodyPl: `Tekst ${n}` })))
  expect(answers.map(answer => answer.status).sort()).toEqual([303, ...Array(15).fill(409)])
  expect((await versionsOf(house.ctx(), id)).length).toBe(2)
})

test('a form posted twice makes one page; a taken address is refused and the text stays', async () => {
  const fields = { ...written, slug: 'raz', key: 'key_once_only' }
  const [one, two] = await Promise.all([house.as(edyta).post(paths.officePages, fields), house.as(edyta).post(paths.officePages, fields)])
  expect(expectDone(one)).toBe(expectDone(two))
  const taken = await house.as(edyta).post(paths.officePages, { ...fields, key: 'key_another_one' })
  expect(taken.status).toBe(422)
  expect(taken.html).toContain('Pod tym adresem jest już inna strona')
  expect(taken.html).toContain('Sąsiad, który **zaprasza** do rozmowy.')
})

test.each([
  ['no title', { titlePl: '' }, 'Wpisz tytuł strony.'],
  ['a picture without words', { bodyPl: '![](/pliki/file_abc "Podpis")' }, 'Każdy obraz musi mieć opis i podpis'],
  ['a picture without a caption', { bodyPl: '![Ludzie](/pliki/file_abc)' }, 'Każdy obraz musi mieć opis i podpis'],
  ['somebody else’s picture', { bodyPl: '![Ludzie](https://evil.example/a.png "x")' }, 'W treści jest obraz spoza tej strony'],
  ['half of English', { titleEn: 'Ambassadors' }, 'Po angielsku wpisz i tytuł, i treść'],
  ['a link that is not one', { morePl: 'Zasady' }, 'Każdy wiersz musi mieć słowa'],
])('%s is refused with a sentence, and what was typed stays', async (_, fields, sentence) => {
  const { edit, id } = await newPage()
  const answer = await house.as(edyta).post(edit, { ...written, summaryPl: 'Wpisane i nie do zgubienia', base: '1', ...fields })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain(sentence)
  expect(answer.html).toContain('Wpisane i nie do zgubienia')
  expect((await versionsOf(house.ctx(), id)).length).toBe(1)
})

test('publication at a time to come is seen when the time comes, can be called off, and a page can be taken off', async () => {
  const { slug, id, edit } = await newPage()
  const at = (day: string, time: string) => ({ when: 'later', day, time })
  expect((await publish(id, 1, at('2026-03-12', '08:00'))).html).toContain('Ta chwila już minęła')
  expect((await publish(id, 1, at('', '08:00'))).html).toContain('Wybierz dzień publikacji')
  expectDone(await publish(id, 1, at('2026-03-20', '08:00')), edit)
  expect((await house.stranger.get(url(paths.page, { slug }))).status).toBe(404)
  house.now = new Date('2026-03-20T07:00:00Z')
  expect((await house.stranger.get(url(paths.page, { slug }))).status).toBe(200)
  expectDone(await house.as(edyta).post(edit, { ...written, base: '1', titlePl: 'Nowy tytuł' }))
  expectDone(await publish(id, 2, at('2026-03-25', '08:00')))
  expectDone(await house.as(edyta).post(url(paths.officePagePublicationEnd, { id })))
  house.now = new Date('2026-03-26T07:00:00Z')
  expect((await house.stranger.get(url(paths.page, { slug }))).html).toContain('<h1>Ambasadorzy</h1>')
  expectDone(await house.as(edyta).post(url(paths.officePageRemoval, { id })))
  expect((await house.stranger.get(url(paths.page, { slug }))).status).toBe(404)
  expect((await house.stranger.get(url(paths.pageHistory, { slug }))).html).toContain('Strona zdjęta')
  expect((await house.as(edyta).post(url(paths.officePageRemoval, { id }))).status).toBe(409)
  house.now = new Date('2026-03-12T11:00:00Z')
})

test('an old version comes back as the newest', async () => {
  const { id, edit } = await newPage()
  expectDone(await house.as(edyta).post(edit, { ...written, base: '1', bodyPl: 'Gorszy tekst.' }))
  const restore = url(paths.officePageRestoration, { id, version: 1 })
  expectDone(await house.as(edyta).post(restore, { base: '2' }), edit)
  expect((await versionsOf(house.ctx(), id))[0]).toMatchObject({ version: 3, restoredFrom: 1, pl: { body: written.bodyPl } })
  expect((await house.as(edyta).post(restore, { base: '2' })).status).toBe(409)
})

const picture = (content: Uint8Array | string, name = 'warsztat.jpg') => new File([content as string], name, { type: 'image/jpeg' })
const photo = () =>
  sharp({ create: { width: 900, height: 500, channels: 3, background: '#274060' } })
    .jpeg()
    .toBuffer()
const words = { altPl: 'Sześć osób przy stole', captionPl: 'Warsztat w bibliotece' }

test('a picture joins the text, stays in the office until its page is published, and nothing typed is lost', async () => {
  const { id, edit, slug } = await newPage()
  const add = url(paths.officePagePictures, { id })
  const typed = { ...written, base: '1', key: 'key_pic', bodyPl: 'Niezapisany tekst.', ...words }
  const look = await house.as(edyta).post(url(paths.officePagePreview, { id }), { ...typed, picture: picture(await photo()) })
  const held = expectHeld(await house.as(edyta).post(add, { ...typed, altPl: '', ...expectHeld(look, 'picture') }), 'picture')
  const added = await house.as(edyta).post(add, { ...typed, ...held })
  expect(added.status).toBe(200)
  const [file] = await filesOf(house.ctx(), id)
  const line = `![Sześć osób przy stole](/pliki/${file?.id} "Warsztat w bibliotece")`
  expect([added.html.includes('Niezapisany tekst.'), added.html.includes('picture-waiting')]).toEqual([true, false])
  expect(added.html.replaceAll('&quot;', '"')).toContain(line)
  expectDone(await house.as(edyta).post(edit, { ...written, base: '1', bodyPl: line }))
  expect((await house.stranger.get(`/pliki/${file?.id}`)).status).toBe(404)
  expectDone(await publish(id, 2))
  expect((await house.stranger.get(`/pliki/${file?.id}`)).status).toBe(200)
  const html = (await house.stranger.get(url(paths.page, { slug }))).html
  expect(html).toMatch(
    /<figure><img [^>]*alt="Sześć osób przy stole" width="900" height="500"[^>]*><figcaption>Warsztat w bibliotece<\/figcaption><\/figure>/,
  )
})

test.each([
  ['an archive called a photo', async () => picture(Buffer.from('504b0304140000000800', 'hex')), words, 'Tego pliku nie przyjmujemy'],
  [
    'a drawing with a script',
    async () => picture('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'a.svg'),
    words,
    'Tego pliku nie przyjmujemy',
  ],
  ['fifty megabytes', async () => picture(new Uint8Array(50_000_000)), words, 'ma więcej niż 12 MB'],
  ['a document', async () => picture('%PDF-1.7\n%%EOF', 'a.pdf'), words, 'tylko zdjęcie'],
  ['a photo without words', async () => picture(await photo()), { captionPl: 'Podpis' }, 'Opisz, co jest na obrazie'],
  ['a photo without a caption', async () => picture(await photo()), { altPl: 'Opis' }, 'Napisz podpis'],
])('%s is refused with a clear sentence, and nothing typed is lost', async (_, make, given, sentence) => {
  const { id } = await newPage()
  const typed = { ...written, base: '1', key: 'key_bad', bodyPl: 'Niezapisany tekst.', ...given }
  const answer = await house.as(edyta).post(url(paths.officePagePictures, { id }), { ...typed, picture: await make() })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain(sentence)
  expect(answer.html).toContain('Niezapisany tekst.')
  expect(await filesOf(house.ctx(), id)).toEqual([])
})

test('the list shows what is published, in order, and asks the database once', async () => {
  const { slug, id } = await newPage({ titlePl: 'Formuła internetowa' })
  expectDone(await publish(id, 1))
  house.queries.length = 0
  const list = await house.stranger.get(paths.pages)
  expect(list.html).toContain(`href="/o-programie/${slug}"`)
  expect(house.queries.filter(sql => sql.includes('page')).length).toBe(1)
  expect(await findPageBySlug(house.ctx(), 'nie-ma')).toBeUndefined()
})
