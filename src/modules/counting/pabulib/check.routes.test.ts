import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#paths'
import { openHouse, type TestHouse } from '#web/testing.ts'

let home: TestHouse
beforeAll(async () => {
  home = await openHouse()
})
afterAll(() => home.close())

const upload = (content: string | undefined) =>
  home.stranger.post(paths.fileCheck, content === undefined ? {} : { plik: new File([content], 'głosy <b>.pb') })

test('a stranger sends a file and is told line by line what is wrong; nothing of it stays', async () => {
  expect((await home.stranger.get(paths.fileCheck)).html).toContain('Sprawdź plik')
  const { status, html } = await upload('META\nkey;value\nunit;X\nunit;Y\n')
  expect(status).toBe(200)
  expect(html).toContain('wiersz 4, błąd')
  expect(html).toContain('głosy &lt;b&gt;.pb: W tym pliku trzeba coś poprawić.')
  expect((await upload(undefined)).status).toBe(422)
  expect((await upload(undefined)).html).toContain('Wybierz plik.')
})

test('the verifier is handed out whole, and nothing else of the disk', async () => {
  const page = await home.stranger.get('/weryfikator/index.html')
  for (const [, file] of page.html.matchAll(/(?:src|href)="([^"]+)"/g))
    expect([file, (await home.stranger.get(`/weryfikator/${file}`)).status]).toEqual([file, 200])
  for (const file of ['recount.d.ts', '__proto__', '..%2Fpackage.json']) expect((await home.stranger.get(`/weryfikator/${file}`)).status).toBe(404)
})
