import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inDays, press } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const scan = { name: 'podpisane.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }

/** The way to an acceptance is a story of its own (ambassadors.test.ts); here it is walked as shortly as it can be. */
async function openCall(): Promise<void> {
  const kornelia = await stage.enter('kornelia', { js: false })
  await kornelia.goto('/urzad')
  await kornelia.getByRole('link', { name: 'Nabory i zgłoszenia' }).click()
  await kornelia.getByRole('link', { name: 'Ogłoś nabór' }).click()
  await kornelia.getByLabel('Pierwszy dzień').fill(inDays(-1))
  await kornelia.getByLabel('Ostatni dzień').fill(inDays(20))
  await kornelia.getByLabel('Regulamin', { exact: true }).fill('Każdy, kto mieszka w Krakowie.')
  await press(kornelia, 'Ogłoś nabór')
  await kornelia.getByText('Nabór jest ogłoszony.').waitFor()
  await kornelia.context().close()
}
async function apply(page: Page): Promise<void> {
  await page.goto('/ambasadorzy/nabor')
  await press(page, 'Wypełnij zgłoszenie')
  await page.getByLabel('Tak', { exact: true }).check()
  await press(page, 'Zapisz i dalej')
  await page.getByLabel(/^XVIII/).check()
  await page.getByLabel('Obszar słowami').fill('Osiedle Zgody')
  await press(page, 'Zapisz i dalej')
  await page.getByLabel('budżet obywatelski').check()
  await page.getByLabel('Doświadczenie').fill('Festyn na podwórku.')
  await page.getByLabel('Dlaczego chcesz zostać ambasadorem').fill('Chcę, żeby sąsiedzi się poznali.')
  await page.getByLabel('Kiedy masz czas').fill('wtorki po 17')
  await press(page, 'Zapisz i dalej')
  await heading(page, 'Oświadczenia')
  for (const words of ['To, co tu piszę', 'Znam regulamin', 'Wiem, że to praca', 'Po przyjęciu']) await page.getByLabel(words).check()
  await page.getByLabel('Podpisany wydruk').setInputFiles(scan)
  await press(page, 'Zapisz i sprawdź całość')
  await press(page, 'Wyślij zgłoszenie')
  await page.getByText('Czeka na decyzję').waitFor()
}
async function accept(kornelia: Page, name: string): Promise<void> {
  await kornelia.goto('/moje-sprawy')
  await kornelia.getByRole('link', { name: 'Zgłoszenia ambasadorów czekają na decyzję' }).click()
  await kornelia.getByRole('link', { name, exact: true }).click()
  await kornelia.getByLabel('Przyjmij', { exact: true }).check()
  await press(kornelia, 'Zapisz decyzję')
  await kornelia.getByText('Decyzja zapadła').waitFor()
}

/** The first try of the first lesson is wrong, explained, and put right. */
async function takeCourse(page: Page): Promise<void> {
  await page.goto('/ambasador')
  await page.getByRole('link', { name: 'Kurs w swoim tempie' }).first().click()
  const right = { spotkanie: [1, 0, 2], 'budzet-obywatelski': [2, 1, 0], 'prosty-jezyk': [0, 2, 1], dostepnosc: [1, 2, 0] }
  const choose = async (answers: readonly number[]) => {
    for (const [i, answer] of answers.entries())
      await page
        .locator(`input[name="pytanie-${i + 1}"]`)
        .nth(answer)
        .check()
    await press(page, 'Sprawdź odpowiedzi')
  }
  await page.getByRole('link', { name: /^Idź dalej/ }).click()
  await choose([0, 0, 2])
  await page.getByText('To nie ta odpowiedź.').waitFor()
  for (const [slug, answers] of Object.entries(right)) {
    await page.goto(`/ambasador/kurs/${slug}`)
    await choose(answers)
    await page.getByText('Zapisano odpowiedzi.').waitFor()
  }
  await page.goto('/ambasador/kurs')
  await page.getByText('Kurs jest ukończony').waitFor()
}

test('the city opens a second call', openCall)

for (const { js, width, who, name } of [
  { js: true, width: 1280, who: 'olga', name: 'Olga Jeleń' },
  { js: false, width: 375, who: 'tadeusz', name: 'Tadeusz Baran' },
] as const) {
  test(`from a call to a certificate (JavaScript: ${js}, ${width} px)`, async () => {
    const page = await stage.enter(who, { js, width })
    const kornelia = await stage.enter('kornelia', { js, width })
    await apply(page)
    await accept(kornelia, name)
    await takeCourse(page)

    await kornelia.goto('/urzad/kadencje?stan=accepted')
    await kornelia.getByRole('link', { name, exact: true }).click()
    await press(kornelia, 'Wydaj upoważnienie')
    await press(kornelia, 'Rozpocznij kadencję')
    await kornelia.getByText('Kadencja trwa. Ambasador jest na liście').waitFor()
    const office = new URL(kornelia.url()).pathname

    const marta = await stage.enter('marta', { js, width })
    await marta.goto('/ambasadorzy')
    await marta.getByRole('link', { name, exact: true }).click()
    await marta.getByLabel('Twoja wiadomość').fill('Kiedy spotkanie na osiedlu Zgody?')
    await press(marta, 'Wyślij')
    await marta.getByText('Wiadomość poszła.').waitFor()
    await page.goto('/moje-sprawy')
    await page.getByRole('link', { name: /wiadomość od mieszkańców bez odpowiedzi/ }).click()
    await page.getByLabel('Twoja odpowiedź').fill('W czwartek o 18 w bibliotece.')
    await press(page, 'Wyślij odpowiedź')
    await page.getByText('Odpowiedź poszła.').waitFor()

    await page.goto('/ambasador/wsparcie')
    await page.getByLabel('O co prosisz').selectOption('room')
    await page.getByLabel('Napisz dokładniej').fill(`Sala na trzydzieści osób dla: ${name}`)
    await press(page, 'Wyślij prośbę')
    await kornelia.goto('/urzad/wsparcie')
    const row = kornelia.locator('li', { hasText: `dla: ${name}` }).first()
    await row.getByText('Obiecaj').first().click()
    await row.getByLabel('Co odpowiadasz').first().fill('Sala w bibliotece jest wolna.')
    await row.getByLabel('Do kiedy będzie gotowe').fill(inDays(5))
    await row.getByRole('button', { name: 'Obiecaj' }).click()
    await page.goto('/ambasador/wsparcie')
    await page.getByText('Sala w bibliotece jest wolna.').waitFor()

    await kornelia.goto(office)
    await press(kornelia, 'Zakończ kadencję')
    await kornelia.getByLabel('Ile godzin pracy').fill('12')
    await kornelia.getByLabel('Ile spotkań').fill('2')
    await press(kornelia, 'Wydaj certyfikat')
    await page.goto('/ambasador')
    await page.getByText('Kadencja jest zakończona.').first().waitFor()
    await page.getByRole('link', { name: 'Twój certyfikat' }).click()
    await press(page, 'Pokaż moją nazwę')
    const stranger = await stage.enter(undefined, { js, width })
    await stranger.goto(new URL(page.url()).pathname)
    await stranger.getByText('Ten certyfikat jest prawdziwy').waitFor()
    await stranger.getByText(name, { exact: true }).waitFor()
    await stranger.getByText('12 godzin, 2 spotkania').waitFor()
    await marta.goto('/ambasadorzy')
    expect(await marta.getByRole('link', { name, exact: true }).count()).toBe(0)
    for (const window of [page, kornelia, marta, stranger]) await window.context().close()
  })
}
