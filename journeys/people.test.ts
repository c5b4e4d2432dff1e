import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { press } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** The demo shows the code of the letter and has typed it in already. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/logowanie?powrot=/profil')
  await page.getByLabel('E-mail').first().fill(email)
  await press(page, /^Wyślij kod$/)
  await press(page, 'Zaloguj się')
}

for (const js of [true, false]) {
  test(`somebody new comes in by a code, gives an address, changes their e-mail and leaves for good (JavaScript: ${js})`, async () => {
    const page = await stage.enter(undefined, { js })
    const email = `wanda-${js}@example.com`
    await signIn(page, email)
    await page.getByLabel('Nazwa publiczna').fill('Wanda z Bieńczyc')
    await page.getByLabel('Podam teraz adres w mieście').check()
    await press(page, 'Załóż konto')

    await page.getByLabel('Ulica albo osiedle').fill('os. Kalinowe')
    await page.getByLabel('Numer domu i mieszkania').fill('4/12')
    await page.getByLabel('Kod pocztowy').fill('31-815')
    await page.getByLabel('Dzielnica').selectOption({ label: 'XVI Bieńczyce' })
    await press(page, 'Zapisz adres')
    await page.getByText('Zaznacz oświadczenie').first().waitFor()
    expect(await page.getByLabel('Ulica albo osiedle').inputValue()).toBe('os. Kalinowe')
    await page.getByLabel('Oświadczam').check()
    await press(page, 'Zapisz adres')
    await page.getByText('XVI Bieńczyce. To poziom 1').waitFor()

    await page.goto('/profil/e-mail')
    await page.getByLabel('Nowy e-mail').fill(`nowa-${email}`)
    await press(page, 'Wyślij kod')
    await press(page, 'Potwierdź')
    await page.getByText(`nowa-${email}`).waitFor()

    await page.goto('/profil/usuniecie')
    await page.getByLabel('Przepisz słowo USUWAM').fill('USUWAM')
    await press(page, 'Usuń konto na zawsze')
    await page.getByText('Konto i dane zostały usunięte').waitFor()
    await page.goto('/profil')
    expect(page.url()).toContain('/logowanie')
    await page.context().close()
  })

  test(`a clerk enters somebody without e-mail, who later takes the account over with the printed code (JavaScript: ${js})`, async () => {
    const desk = await stage.enter('celina', { js })
    await desk.goto('/urzad/osoby/nowa')
    const name = `Genowefa ${js ? 'Pierwsza' : 'Druga'}`
    await desk.getByLabel('Nazwa publiczna').fill(name)
    await desk.getByLabel('Telefon').fill('600 300 200')
    await desk.getByLabel('zgadza się na wpisanie').check()
    await press(desk, 'Wpisz osobę')
    await desk.getByRole('heading', { level: 1, name }).waitFor()
    expect(await desk.content()).not.toContain('600300200')
    await press(desk, 'Pokaż e-mail i telefon')
    await desk.getByText('+48600300200').waitFor()
    await press(desk, 'Wydrukuj kod do przejęcia konta')
    const code = (await desk.locator('.display').textContent()) ?? ''
    await desk.context().close()

    const home = await stage.enter(undefined, { js })
    await home.goto('/logowanie/przejecie')
    await home.getByLabel('Kod z wydruku').fill(code.toLowerCase())
    await home.getByLabel('Twój e-mail').fill(`genowefa-${js}@example.com`)
    await press(home, 'Wyślij kod')
    await press(home, 'Przejmij konto')
    await home.getByText('To konto jest już Twoje').waitFor()
    await home.goto('/profil')
    expect(await home.getByLabel('Nazwa publiczna').inputValue()).toBe(name)
    await home.context().close()
  })
}

test('a coordinator adds a passkey and signs in with it, without a letter', async () => {
  const page = await stage.enter()
  await signIn(page, 'kornelia@demo.example')
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto('/profil/klucze')
  await page.getByLabel('Nazwa klucza').fill('Laptop w urzędzie')
  await press(page, 'Dodaj klucz')
  await page.getByRole('heading', { name: 'Laptop w urzędzie' }).waitFor()
  await page.goto('/profil')
  await press(page, 'Wyloguj się')
  await page.goto('/logowanie?powrot=/profil')
  await press(page, 'Zaloguj kluczem dostępu')
  await page.waitForURL('**/profil')
  expect(await page.getByLabel('Nazwa publiczna').inputValue()).toBe('Kornelia Maj')
  await page.context().close()
})

test('the coordinator gives a role and it counts at once; nobody gives one to themself', async () => {
  const office = await stage.enter('kornelia')
  await office.goto('/urzad/osoby?szukaj=olga')
  await office.getByRole('link', { name: 'Olga Jeleń' }).click()
  await office.getByLabel('Rola').selectOption({ label: 'redakcja stron' })
  await press(office, 'Nadaj rolę')
  await office.getByText('Nadano rolę').waitFor()
  const olga = await stage.enter('olga')
  expect((await olga.goto('/urzad/strony'))?.status()).toBe(200)
  await press(office, 'Odbierz rolę: redakcja stron')
  await office.getByText('Odebrano rolę').waitFor()
  expect((await olga.goto('/urzad/strony'))?.status()).toBe(403)
  await office.goto('/urzad/osoby?szukaj=kornelia')
  await office.locator('#tresc').getByRole('link', { name: 'Kornelia Maj' }).click()
  await office.getByText('Nikt nie rozstrzyga własnych spraw').waitFor()
  await Promise.all([office.context().close(), olga.context().close()])
})
