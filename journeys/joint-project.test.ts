import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CastKey } from '#seeds/cast.ts'
import { bringIn, follow, invite, press, priceBenches, textOf, writeSections } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const sections: Readonly<Record<string, string>> = {
  streszczenie: 'Pas drzew i pięć ławek między przystankiem a szkołą, żeby latem dało się przejść w cieniu i odpocząć.',
  opis: 'Miasto sadzi dwanaście drzew, stawia pięć ławek z oparciem i poprawia chodnik bez progów.',
  miejsce: 'os. Kalinowe, między przystankiem a szkołą podstawową, od strony południowej',
  uzasadnienie: 'Dziś nie ma tam cienia ani miejsca do siedzenia, a chodnik ma progi.',
  odbiorcy: 'Dzieci, starsze osoby i wszyscy, którzy idą z przystanku. Miejsce jest otwarte zawsze.',
}

/** From one sentence of one neighbour to the project of three, with an expert's answer and a number; every step as people take it, on a phone. */
async function story(js: boolean): Promise<void> {
  const enter = (as: CastKey) => stage.enter(as, { js, width: 375 })
  const title = js ? 'Cień na Kalinowym' : 'Ławki na Kalinowym'

  const olga = await enter('olga')
  await olga.goto('/potrzeby/nowa')
  await press(olga, 'Dodaj potrzebę')
  await olga.getByText('Popraw te pola').waitFor()
  await olga.getByLabel('Czego brakuje, jednym zdaniem').fill(`${title}: latem nie ma cienia`)
  await olga.getByLabel('Opowiedz więcej').fill('Dzieci wracają ze szkoły w pełnym słońcu, a starsi nie mają gdzie usiąść.')
  await olga.getByLabel('Dzielnica albo całe miasto').selectOption({ label: 'XVI Bieńczyce' })
  await press(olga, 'Dodaj potrzebę')
  await olga.getByText('Potrzeba jest dodana').waitFor()
  const need = olga.url()

  const marta = await enter('marta')
  await marta.goto(need)
  await press(marta, 'Popieram tę potrzebę')
  await marta.getByText('Popierasz tę potrzebę').waitFor()

  await olga.goto(need)
  await follow(olga, 'Zrób z tego pomysł')
  await olga.locator('input[name="title"]').fill(title)
  await olga.locator('textarea[name="text"]').fill('Posadźmy drzewa i postawmy ławki między przystankiem a szkołą.')
  await olga.locator('select[name="where"]').selectOption({ label: 'XVI Bieńczyce' })
  await press(olga, /^(Dodaj|Zgłoś|Zaproponuj) pomysł/)
  await olga.waitForURL(/\/pomysly\/idea_/)
  const idea = olga.url()

  await follow(olga, /szkic/i)
  await olga.getByLabel('Z sąsiadami z dzielnicy').check()
  await olga.getByLabel('Wszyscy').check()
  await press(olga, 'Zacznij pisać')
  await olga.waitForURL(/\/projekty\/project_/)
  const project = olga.url().split('?')[0] ?? ''

  await writeSections(olga, project, sections)
  await priceBenches(olga, project)
  await olga.goto(project)
  expect(await textOf(olga)).toMatch(/14\s000\szł/)

  // a stranger to the draft reads it and cannot change it
  const tadeusz = await enter('tadeusz')
  expect((await tadeusz.goto(project))?.status()).toBe(200)
  expect([403, 404, 409]).toContain((await tadeusz.goto(`${project}/czesci/opis`))?.status())

  await invite(olga, project, 'marta')
  await marta.goto('/moje-sprawy')
  await marta.getByText(title).first().waitFor()
  await marta.goto(project)
  await press(marta, 'Dołączam')
  const jurij = await enter('jurij')
  await bringIn(olga, project, jurij, 'jurij')
  await marta.goto(`${project}/czesci/opis`)
  await marta.locator('[name="tekst"]').fill(`${sections.opis} Przy ławkach stają kosze.`)
  await press(marta, 'Zapisz')

  // the city's unit is asked, the head gives it to an expert, the expert answers in public
  await olga.goto(`/opinie/nowa?o=${project.split('/').at(-1)}`)
  const unit = await olga.locator('select[name="jednostka"] option', { hasText: 'Zieleni Miejskiej' }).getAttribute('value')
  await olga.locator('select[name="jednostka"]').selectOption(unit)
  await olga.locator('textarea[name="pytanie"]').fill('Czy w tym miejscu można posadzić drzewa?')
  await olga.locator('main form button[type="submit"]').last().click()
  await olga.getByText('Pytanie wysłane').waitFor()
  const roman = await enter('roman')
  await roman.goto('/opinie')
  await roman
    .locator('main')
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await roman.locator('main select[name="osoba"]').selectOption({ label: 'Ewa Sosnowska' })
  await press(roman, 'Przydziel')
  await roman.getByText('Pytanie przydzielone').waitFor()
  const ewa = await enter('ewa')
  await ewa.goto('/opinie')
  await ewa
    .locator('main')
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await press(ewa, 'Opublikuj odpowiedź')
  await ewa.getByText('Popraw te pola').waitFor()
  await ewa.locator('input[name="ocena"]').first().check()
  await ewa.locator('summary', { hasText: 'Technicznie' }).first().click()
  await ewa.locator('input[name="ocena-technical"]').nth(1).check()
  await ewa.locator('textarea[name="uwagi-technical"]').fill('Pod chodnikiem biegnie gazociąg, zachowaj 2 metry.')
  await ewa.locator('textarea[name="uwagi"]').fill('Dobre miejsce na cień. Odsuńcie drzewa od gazociągu.')
  await press(ewa, 'Opublikuj odpowiedź')
  await ewa.getByText('Odpowiedź opublikowana').waitFor()
  await olga.goto(project)
  await olga.getByText('nie przesądza').first().waitFor()

  // everybody accepts the same version (whoever makes it accepts with it); one changes a word, and the acceptances fall
  await press(olga, 'Przygotuj wersję do przyjęcia')
  await olga.getByText('Wersję 1 przyjęto: 1 z 3').waitFor()
  await marta.goto(`${project}/czesci/odbiorcy`)
  await marta.locator('[name="tekst"]').fill(`${sections.odbiorcy} Także nocą.`)
  await press(marta, 'Zapisz')
  await olga.goto(project)
  await press(olga, 'Przygotuj wersję do przyjęcia')
  await marta.goto(project)
  await marta.getByRole('button', { name: 'Przyjmij wersję 2' }).dblclick()
  await marta.getByText('Brakuje zgody: 1 osoba').first().waitFor()
  await jurij.goto(project)
  await press(jurij, 'Przyjmij wersję 2')
  await jurij.getByText('Wszyscy przyjęli tę samą wersję').first().waitFor()

  // too early says from when; then the clock of the demo moves on
  await olga.goto(`${project}/zlozenie`)
  expect(await textOf(olga)).toMatch(/Otworzy się/)
  for (let moves = 0; moves < 6 && (await olga.getByRole('button', { name: 'Złóż projekt' }).count()) === 0; moves++) {
    await olga.locator('.demo-tools summary').click()
    await press(olga, /Przejdź do etapu/)
    await olga.goto(`${project}/zlozenie`)
  }
  await press(olga, 'Złóż projekt')
  await olga
    .getByText(/BO\.D16\.\d+\/\d\d/)
    .first()
    .waitFor()
  const life = await olga.locator('.life').textContent()
  for (const step of ['Potrzeba', 'Pomysł']) expect(life).toContain(step)
  expect((await olga.goto(idea))?.status()).toBe(200)
  // back to today, for the next story
  await olga.locator('.demo-tools summary').click()
  await press(olga, 'Wróć do dziś')
  for (const page of [olga, marta, jurij]) expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
  for (const page of [olga, marta, jurij, tadeusz, roman, ewa]) await page.context().close()
}

test('a need becomes a submitted project, without JavaScript', () => story(false))
test('a need becomes a submitted project, with JavaScript', () => story(true))
