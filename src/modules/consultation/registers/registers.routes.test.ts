import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAdvice } from '#modules/consultation/advice.store.ts'
import { listCompetences } from '#modules/consultation/registers/competences.store.ts'
import { importCompetences, importPlots } from '#modules/consultation/registers/registers.actions.ts'
import { type AdviceHouse, idOf, openAdvice } from '#modules/consultation/testing-advice.ts'
import { paths, url } from '#paths'
import { factsAbout } from '#platform/ledger.ts'
import { expectDone } from '#web/testing.ts'

let city: AdviceHouse
beforeAll(async () => {
  city = await openAdvice()
})
afterAll(() => city.house.close())

const head = 'temat;miejsce;zarzadca;jednostka'
const table = `${head}\ndrzewa, zieleń;;;ZZM\nlampy, oświetlenie;13;;ZDMK\n;;Spółdzielnia Mieszkaniowa;ZBK`
const lands = 'numer;obreb;zarzadca;stan;lon;lat\n214/7;14 Podgórze;Spółdzielnia Mieszkaniowa;własność spółdzielni;;\n9;3;ZZM;gmina;19,96;50,03'

test('the coordinator alone keeps the table; it is shown before it is saved, and the same again changes nothing', async () => {
  const kornelia = city.as('kornelia')
  for (const path of [paths.competences, paths.competencesImport, paths.plotsImport]) expect((await city.as('roman').get(path)).status).toBe(403)
  expect((await city.as('roman').post(paths.competencesImport, { tabela: table, krok: 'zapis' })).status).toBe(403)
  expect(await importCompetences(city.house.ctx(city.who('roman')), table)).toEqual({ ok: false, why: 'not-yours' })
  expect(await importPlots(city.house.ctx(city.who('roman')), lands, false)).toEqual({ ok: false, why: 'not-yours' })
  const preview = await kornelia.post(paths.competencesImport, { tabela: table })
  expect([preview.status, preview.html.includes('Nowe: 3 wiersze'), await listCompetences(city.house.ctx())]).toEqual([200, true, []])
  expectDone(await kornelia.post(paths.competencesImport, { tabela: table, krok: 'zapis' }), paths.competences)
  expect((await kornelia.post(paths.competencesImport, { tabela: table })).html).toContain('Nie ma czego zapisywać')
  const shorter = table.split('\n').slice(0, 3).join('\n')
  expect((await kornelia.post(paths.competencesImport, { tabela: shorter })).html).toContain('Znikną: 1 wiersz')
  expect((await kornelia.get(paths.competences)).html).toContain('Spółdzielnia Mieszkaniowa')
})
test('each fault of a table is told with its line', async () => {
  const broken = `${head}\ndrzewa;99;;ZZM\nławki;;;NIKT\n;;;ZZM\na;b`
  const sent = await city.as('kornelia').post(paths.competencesImport, { tabela: broken, krok: 'zapis' })
  expect(sent.status).toBe(422)
  for (const words of ['Wiersz 2: nie ma takiej dzielnicy', 'Wiersz 3: nie ma jednostki', 'Wiersz 4: temat, miejsce albo', 'Wiersz 5: liczba pól'])
    expect(sent.html).toContain(words)
})
test('one line is added and removed on the page; a line that holds for everything is refused', async () => {
  const kornelia = city.as('kornelia')
  const open = await kornelia.post(paths.competences, { jednostka: city.unit('WE') })
  expect([open.status, open.html.includes('Podaj temat, dzielnicę albo zarządcę')]).toEqual([422, true])
  expectDone(await kornelia.post(paths.competences, { temat: 'szkoła, przedszkole', miejsce: city.district(1), jednostka: city.unit('WE') }))
  const line = (await listCompetences(city.house.ctx())).find(({ topics }) => topics.includes('szkoła'))
  expectDone(await kornelia.post(url(paths.competenceRemoval, { id: line?.id ?? '' })))
  expectDone(await kornelia.post(url(paths.competenceRemoval, { id: line?.id ?? '' })))
  expect(await listCompetences(city.house.ctx())).toHaveLength(3)
})

test('whoever asks need not know the unit: the words of the question, the place and the manager of the land lead to it', async () => {
  expectDone(await city.as('kornelia').post(paths.plotsImport, { tabela: lands, krok: 'zapis' }), paths.plotsImport)
  const { aDraft, question, as, house } = city
  const form = await as('marta').get(url(paths.adviceNew, undefined, { o: await aDraft('shared', 'marta', 'Nowe drzewa') }))
  expect(form.html).toContain('Proponujemy: Zarząd Zieleni Miejskiej (temat: drzewa)')
  const ask = async (pytanie: string) => {
    const sent = await as('marta').post(paths.adviceNew, question(await aDraft('shared', 'marta', 'Projekt'), { jednostka: '', pytanie }))
    return sent.status === 303 ? (await loadAdvice(house.ctx(), idOf(sent.location ?? ''))).unitCode : sent
  }
  expect(await ask('Czy mogą tu stać nowe lampy?')).toBe('ZDMK')
  expect(await ask('Czy na działce 214/7 mogą stać lampy?')).toBe('ZBK')
  const unclear = await ask('Co o tym myślicie?')
  expect(unclear).toMatchObject({ status: 422, html: expect.stringContaining('Wybierz ją z listy') })
  expect(unclear).toMatchObject({ html: expect.stringContaining('Co o tym myślicie?') })
})

test('"not ours" in one click: the expert passes the question to the unit that the table names, with a reason that stays', async () => {
  const id = await city.assigned('marta', { pytanie: 'Czy działka 214/7 pomieści lampy?' })
  const page = await city.as('ewa').get(url(paths.advice, { id }))
  expect(page.html).toContain('własność spółdzielni')
  const [, reason = ''] = /name="powod" value="([^"]+)"/.exec(page.html) ?? []
  expect(page.html).toContain('Przekaż: Zarząd Budynków Komunalnych')
  expectDone(await city.as('ewa').post(url(paths.adviceReturn, { id }), { jednostka: city.unit('ZBK'), powod: reason }))
  const moved = await loadAdvice(city.house.ctx(), id)
  expect(moved).toMatchObject({ state: 'asked', unitCode: 'ZBK', expertId: undefined })
  expect((await city.as('marta').get(url(paths.advice, { id }))).html).toContain('zarządca terenu: Spółdzielnia Mieszkaniowa')
  expect((await city.as('ewa').get(url(paths.advice, { id }))).status).toBe(404)
  await city.house.settle()
  expect((await factsAbout(city.house.ctx(), [moved.subjectId])).map(({ fact }) => fact)).toContain('advice.returned')
})
test('the expert sees the land and, over it, what the authors have drawn, without a script; what is not drawn is not named', async () => {
  const land =
    'numer;obreb;zarzadca;stan;lon;lat;obrys\n61/2;14 Podgórze;ZZM;gmina;;;POLYGON ((20.010 50.040, 20.012 50.040, 20.012 50.041, 20.010 50.041, 20.010 50.040))'
  expectDone(await city.as('kornelia').post(paths.plotsImport, { tabela: land, krok: 'zapis' }))
  const project = await city.aDraft()
  const shapes = { lon: '20.011', lat: '50.0405', line: '20.0102, 50.0402\n20.0118, 50.0408' }
  expectDone(await city.as('marta').post(url(paths.projectSpot, { id: project }), shapes))
  const { html } = await city.as('marta').get(url(paths.advice, { id: await city.asked(project) }))
  for (const drawn of ['class="land"', '61/2</text>', 'class="own way"', 'class="own spot"', 'Działki: 61/2', 'Linia ma 132 m.'])
    expect(html, drawn).toContain(drawn)
  for (const absent of ['class="own"', 'Obszar ma']) expect(html, absent).not.toContain(absent)
})
test('an expert passes on only what is assigned to them', async () => {
  const id = await city.asked(await city.aDraft())
  const sent = await city.as('ewa').post(url(paths.adviceReturn, { id }), { jednostka: city.unit('ZBK'), powod: 'x' })
  expect([sent.status, sent.html.includes('Najpierw kierownictwo jednostki przydziela pytanie')]).toEqual([409, true])
})
