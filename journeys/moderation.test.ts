import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { press, textOf } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const leave = (...pages: readonly Page[]) => Promise.all(pages.map(page => page.context().close()))

async function report(page: Page, voice: string, rule: RegExp): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`Zgłoś moderacji: ${voice}`) }).click()
  await page.getByLabel(rule).check()
  await page.getByLabel('Co się stało?').fill('Obraża osobę, która napisała tę potrzebę.')
  await press(page, 'Wyślij zgłoszenie')
  await page.getByText('Dziękujemy. Moderacja to sprawdzi').waitFor()
}

for (const { js, width } of [
  { js: true, width: 1280 },
  { js: false, width: 375 },
]) {
  test(`a harsh voice is asked about, reported by three, hidden, decided, appealed from and brought back (JavaScript: ${js}, ${width} px)`, async () => {
    const view = { js, width }
    const title = `Za mało ławek przy ${js ? 'bibliotece' : 'aptece'}`
    const olga = await stage.enter('olga', view)
    await olga.goto('/potrzeby/nowa?gdzie=16')
    await olga.getByLabel('Czego brakuje, jednym zdaniem').fill(title)
    await olga.getByLabel('Opowiedz więcej').fill('Starsze osoby nie mają gdzie odpocząć po drodze do domu.')
    await press(olga, 'Dodaj potrzebę')
    await olga.getByRole('heading', { level: 1, name: title }).waitFor()
    const address = new URL(olga.url()).pathname

    // asked kindly, once; what was typed stays
    const voice = 'Ty baranie, tam nikt nie siada.'
    const jurij = await stage.enter('jurij', view)
    await jurij.goto(address)
    await jurij.getByLabel(/^Przeciw/).check()
    await jurij.getByLabel('Twoje słowa').fill(voice)
    await press(jurij, 'Dodaj głos')
    await jurij.getByText('Te słowa mogą zaboleć').waitFor()
    expect(await jurij.getByLabel('Twoje słowa').inputValue()).toBe(voice)
    await press(jurij, 'Wyślij tak, jak jest')
    await jurij.getByText('Twój głos jest w rozmowie.').waitFor()
    await jurij.getByText(voice).waitFor()

    for (const key of ['marta', 'tadeusz'] as const) {
      const reporter = await stage.enter(key, view)
      await reporter.goto(address)
      await report(reporter, 'Ty baranie', /^1\. Mów o sprawie/)
      await leave(reporter)
    }
    await olga.goto(address)
    await olga.getByText(voice).waitFor()
    await report(olga, 'Ty baranie', /^1\. Mów o sprawie/)
    await olga.goto(address)
    await olga.getByText('ukryte przez moderację').waitFor()
    expect(await olga.getByText(voice).count()).toBe(0)

    // a moderator decides, by keyboard
    const monika = await stage.enter('monika', view)
    await monika.goto('/urzad/moderacja')
    await monika.getByRole('link', { name: new RegExp(voice) }).focus()
    await monika.keyboard.press('Enter')
    await monika.getByText('Zgłoszenia: 3').waitFor()
    await monika.getByLabel('Ukryj', { exact: true }).focus()
    await monika.keyboard.press('Space')
    await monika.getByLabel('Która zasada?').selectOption({ index: 1 })
    await monika.getByLabel('Uzasadnienie dla autora').fill('Słowo „baran” obraża rozmówczynię. Napisz, dlaczego ławka jest niepotrzebna.')
    await monika.getByRole('button', { name: 'Zapisz decyzję' }).press('Enter')
    await monika.getByText('Decyzja zapisana').waitFor()

    await jurij.goto('/moje-sprawy')
    await jurij.getByText('Decyzja moderacji o Twoim wpisie').first().waitFor()
    await jurij.goto(address)
    await jurij
      .getByRole('link', { name: 'Zobacz decyzję' })
      .or(jurij.getByRole('link', { name: /odwołaj się/ }))
      .first()
      .click()
    await jurij.getByText('Zasada 1: Mów o sprawie, nie o osobie').waitFor()
    await jurij.getByLabel('Dlaczego decyzja jest zła?').fill('To żart z kolegi, który ma na nazwisko Baran.')
    await press(jurij, 'Wyślij odwołanie')
    await jurij.getByText('Odwołanie wysłane').waitFor()

    // the first decider is refused, the coordinator steps in where there is no other moderator
    await monika.goto('/urzad/moderacja')
    await monika.getByRole('link', { name: new RegExp(voice) }).click()
    await monika.getByText('Pierwsza decyzja była Twoja').waitFor()
    const kornelia = await stage.enter('kornelia', view)
    await kornelia.goto('/urzad/moderacja')
    await kornelia.getByRole('link', { name: new RegExp(voice) }).click()
    await kornelia.getByLabel('Cofnij decyzję').check()
    await kornelia.getByLabel('Odpowiedź dla autora').fill('Obie osoby znają się i potwierdzają żart. Wpis wraca.')
    await press(kornelia, 'Zapisz rozstrzygnięcie')
    await kornelia.getByText('Rozstrzygnięcie zapisane').waitFor()
    await olga.goto(address)
    await olga.getByText(voice).waitFor()

    const stranger = await stage.enter(undefined, view)
    await stranger.goto('/moderacja')
    await stranger.getByText('decyzja cofnięta').first().waitFor()
    expect(await textOf(stranger)).not.toMatch(/Jurij|Monika|Kornelia|baran/i)
    await leave(olga, jurij, monika, kornelia, stranger)
  })
}

test('an ambassador hosts the own district, but not what they co-author; slow mode is seen and ends', async () => {
  const bartek = await stage.enter('bartek', { width: 375 })
  await bartek.goto('/potrzeby?gdzie=13')
  await bartek.getByRole('link', { name: 'Przepełnione kosze na Bagrach' }).click()
  await bartek.getByRole('link', { name: /^Zgłoś moderacji: Przepełnione/ }).click()
  await bartek.getByText('Swojego wpisu się nie zgłasza').waitFor()
  expect(await bartek.getByText('Ukryj do sprawdzenia').count()).toBe(0)
  await bartek.goto(bartek.url().replace('zgloszenie', 'zwolnienie'))
  await bartek.getByText('współtworzysz tę rzecz').waitFor()

  await bartek.goto('/potrzeby?gdzie=13')
  await bartek.getByRole('link', { name: 'Latem nie ma gdzie napić się wody' }).click()
  const address = bartek.url()
  await bartek.getByRole('link', { name: /^Zgłoś moderacji: Latem/ }).click()
  await bartek.getByRole('link', { name: 'Zwolnij tę rozmowę' }).click()
  await bartek.getByLabel('Na ile godzin?').fill('30')
  await bartek.getByLabel('Powód').fill('Kilka osób pisze bez przerwy.')
  await press(bartek, 'Zwolnij')
  await bartek.getByText('To za długo dla Twojej roli').waitFor()
  expect(await bartek.getByLabel('Powód').inputValue()).toBe('Kilka osób pisze bez przerwy.')
  await bartek.getByLabel('Na ile godzin?').fill('3')
  await press(bartek, 'Zwolnij')
  await bartek.getByText('Rozmowa jest zwolniona.').first().waitFor()

  const olga = await stage.enter('olga', { js: false })
  await olga.goto(address)
  await olga.getByText('Między Twoimi wpisami musi minąć 10 min').waitFor()
  await bartek.getByRole('link', { name: /^Zgłoś moderacji: Latem/ }).click()
  await bartek.getByRole('link', { name: 'Zwolnij tę rozmowę' }).click()
  await press(bartek, 'Zakończ teraz')
  await olga.goto(address)
  expect(await olga.getByText('Między Twoimi wpisami musi minąć').count()).toBe(0)
  await leave(bartek, olga)
})
