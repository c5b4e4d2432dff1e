import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const file = `META
key;value
description;Małe głosowanie
country;Poland
unit;Wymyślone
instance;2025
num_projects;3
num_votes;4
budget;1000
vote_type;approval
rule;greedy
date_begin;2025
date_end;2025
PROJECTS
project_id;cost;votes;name;selected
1;700;3;Park;1
2;300;2;Ławki;1
3;600;1;Most;0
VOTES
voter_id;vote
1;1,2
2;1,2
3;1
4;3
`

for (const js of [true, false])
  test(`an archived vote is counted by another rule, and the address repeats it (JavaScript: ${js})`, async () => {
    const visitor = await stage.enter(undefined, { js, width: 375 })
    await visitor.goto('/archiwum/pokaz-2025/13')
    await visitor.getByRole('link', { name: 'Co dostali głosujący' }).click()
    await visitor.getByRole('heading', { name: 'Czy jakaś grupa może się skarżyć' }).waitFor()
    await visitor.getByRole('link', { name: 'Wynik tej puli' }).click()
    await visitor.getByRole('link', { name: 'Te same karty, inne zasady' }).click()
    await visitor.getByText('przy innej zasadzie ludzie głosowaliby inaczej').waitFor()
    await visitor.getByRole('link', { name: 'Wynik tej puli' }).click()
    await visitor.getByRole('link', { name: 'Laboratorium liczenia' }).click()
    await visitor.getByLabel('Zasada').selectOption('greedy-no-skip')
    if (!js) await visitor.getByRole('button', { name: 'Policz' }).click()
    const skip = visitor.locator('tbody td b')
    await skip.first().waitFor()
    await visitor.waitForURL(/zasada=greedy-no-skip/)
    const winners = async () => (await visitor.locator('tbody tr', { has: visitor.locator('b') }).allTextContents()).join('|')
    const before = await winners()
    await visitor.goto(visitor.url())
    await skip.first().waitFor()
    expect(await winners()).toBe(before)
    await visitor.context().close()
  })

for (const js of [true, false])
  test(`projects that exclude one another: the one that loses says to whom, and what cannot be asked says why (JavaScript: ${js})`, async () => {
    const visitor = await stage.enter(undefined, { js, width: 375 })
    await visitor.goto('/laboratorium/pokaz-2025/13?zasada=greedy')
    const ask = async () => {
      if (!js) await visitor.getByRole('button', { name: 'Policz' }).click()
    }
    if (!(await visitor.getByLabel('Projekty, które się wykluczają').isVisible())) await visitor.getByText('Więcej ustawień').click()
    await visitor.getByLabel('Projekty, które się wykluczają').fill('2+999')
    await ask()
    await visitor.getByText('W tej puli nie ma projektu o takim numerze').first().waitFor()
    await visitor.getByLabel('Projekty, które się wykluczają').fill('2+4')
    await ask()
    const row = visitor.getByRole('row', { name: /Plac zabaw z piaskiem.*wyklucza się z projektem.*Bezpieczne przejście/ })
    await row.waitFor()
    await visitor.waitForURL(/wykluczenia=2%2B4/)
    await row.getByRole('link').click()
    await visitor.getByText('Wyklucza się z projektem, który stoi wyżej na liście i wygrał').waitFor()
    await visitor.getByRole('link', { name: 'Bezpieczne przejście do szkoły na Płaszowie' }).click()
    await visitor.getByText('Przy tych ustawieniach wygrywa.').waitFor()
    await visitor.getByRole('link', { name: 'Zmień ustawienia' }).click()
    expect(await visitor.getByLabel('Projekty, które się wykluczają').inputValue()).toBe('2+4')
    await visitor.context().close()
  })

test('a file is read in the browser and goes nowhere; a broken one is refused with its line', async () => {
  const visitor = await stage.enter(undefined, { width: 375 })
  const sent: string[] = []
  visitor.on('request', request => {
    if (request.method() !== 'GET') sent.push(request.url())
  })
  await visitor.goto('/laboratorium')
  const drop = (content: string) =>
    visitor.getByLabel('Plik .pb').setInputFiles({ name: 'male.pb', mimeType: 'text/plain', buffer: Buffer.from(content) })
  await drop(file.replace('3;1\n4;3', '3;9\n4;3'))
  await visitor.getByText('Wiersz 23: głos wskazuje projekt, którego nie ma w pliku (9).').waitFor()
  await drop(file)
  await visitor.getByLabel('Zasada').selectOption('greedy')
  await visitor.getByRole('row', { name: /Park.*wygrywa.*wygrywa/ }).waitFor()
  expect(await visitor.getByRole('row', { name: /Most/ }).textContent()).toContain('nie')
  await visitor.getByRole('link', { name: 'Pobierz tabelę (CSV)' }).waitFor()
  const save = () => visitor.getByRole('button', { name: 'Pobierz plik .pb bez danych osób' }).click()
  const isRefused = async () => {
    await save()
    return visitor.getByText('Tak niewielu kart nie zapisujemy pojedynczo').isVisible()
  }
  // the count that the changed rule began may end meanwhile and take the sentence away
  await expect.poll(isRefused).toBe(true)
  await drop(file.replace('num_votes;4', 'num_votes;5').replace('3;600;1;', '3;600;2;').replace('4;3\n', '4;3\n5;3\n'))
  await visitor.getByRole('row', { name: /Most/ }).waitFor()
  const saved = visitor.waitForEvent('download')
  await save()
  expect((await saved).suggestedFilename()).toBe('male-bez-osob.pb')
  const pictured = visitor.waitForEvent('download')
  await visitor.getByRole('button', { name: 'Pobierz obraz (PNG)' }).click()
  expect((await pictured).suggestedFilename()).toBe('laboratorium.png')
  // the address keeps the settings for whoever has the same file, and money is in the file's own currency
  expect(visitor.url()).toContain('/laboratorium?zasada=greedy')
  await visitor.goto(visitor.url())
  await drop(file.replace('budget;', 'currency;EUR\nbudget;'))
  await visitor.getByRole('row', { name: /Park.*wygrywa.*wygrywa.*€/ }).waitFor()
  // what stood there was of another file
  await drop('META')
  await visitor.getByText('Wiersz 1: brakuje części META, PROJECTS lub VOTES').waitFor()
  expect(await visitor.getByRole('row', { name: /Park/ }).count()).toBe(0)
  expect(sent).toEqual([])
  await visitor.context().close()
})
