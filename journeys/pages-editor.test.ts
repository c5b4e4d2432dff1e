import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

for (const js of [true, false]) {
  test(`Edyta writes a page, sees it before anybody does, adds a picture and publishes it (${js ? 'with' : 'without'} scripts)`, async () => {
    const slug = js ? 'dyzury' : 'dyzury-bez-skryptow'
    const edyta = await stage.enter('edyta', { js })
    await edyta.goto('/urzad/strony')
    await edyta.getByRole('link', { name: 'Napisz nową stronę' }).click()
    await edyta.getByLabel('Adres strony').fill(slug)
    await edyta.getByLabel('Tytuł po polsku').fill('Dyżury ambasadorów')
    await edyta.getByLabel('W skrócie, po polsku').fill('Gdzie i kiedy można porozmawiać.')
    await edyta.getByLabel('Treść po polsku').fill('# Biblioteka\n\nWtorki, **17:00**.')
    await edyta.getByLabel('Autor tekstu').fill('Redakcja')
    await edyta.getByLabel('Podmiot publikujący').fill('Urząd Miasta')
    await edyta.getByRole('button', { name: 'Podgląd' }).click()
    await edyta.getByRole('heading', { name: 'Biblioteka', level: 2 }).waitFor()
    await edyta.getByRole('button', { name: 'Zapisz' }).click()
    await edyta.getByText('Zapisano wersję 1').waitFor()

    const drawing = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#2f7a52' } })
      .png()
      .toBuffer()
    await edyta.getByLabel('Treść po polsku').fill('# Biblioteka\n\nWtorki, **17:30**.')
    await edyta.getByLabel('Plik').setInputFiles({ name: 'biblioteka.png', mimeType: 'image/png', buffer: drawing })
    await edyta.getByRole('button', { name: 'Dodaj obraz do treści' }).click()
    await edyta.getByText('Opisz, co jest na obrazie').first().waitFor()
    expect(await edyta.getByLabel('Treść po polsku').inputValue()).toContain('17:30')
    await edyta.getByText('Plik, który już mamy: biblioteka.png.').waitFor()
    await edyta.getByLabel('Co jest na obrazie, po polsku').fill('Wejście do biblioteki')
    await edyta.getByLabel('Podpis po polsku').fill('Biblioteka przy rynku')
    await edyta.getByRole('button', { name: 'Dodaj obraz do treści' }).click()
    await edyta.getByRole('button', { name: 'Zapisz' }).click()
    await edyta.getByRole('button', { name: 'Opublikuj wersję 2 teraz' }).click()
    await edyta.getByText('Strona jest widoczna dla wszystkich').waitFor()

    const visitor = await stage.enter(undefined, { js })
    await visitor.goto(`/o-programie/${slug}`)
    expect(await visitor.getByRole('heading', { level: 1 }).textContent()).toBe('Dyżury ambasadorów')
    const picture = visitor.getByRole('img', { name: 'Wejście do biblioteki' })
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate(img => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    expect(await visitor.getByText('Podmiot publikujący').count()).toBe(1)
    await visitor.getByRole('link', { name: /wersj/ }).click()
    await visitor.getByRole('heading', { name: 'Wersja 2' }).waitFor()
    await edyta.context().close()
    await visitor.context().close()
  })
}
