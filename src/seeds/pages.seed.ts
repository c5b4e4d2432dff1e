import { addDays } from '#kit/dates.ts'
import { assert } from '#kit/refusal.ts'
import { publishPage, writePage } from '#modules/programme/pages/pages.actions.ts'
import { loadPageVersion } from '#modules/programme/pages/pages.store.ts'
import { declareAccessibility } from '#modules/programme/statements/accessibility.actions.ts'
import { nameController } from '#modules/programme/statements/privacy.actions.ts'
import { installStartingPages } from '#seeds/starting-pages.ts'
import type { SeedPart } from '#seeds/world.ts'

const lines = (...words: readonly string[]) => words.join('\n')

/** The statement of the demo city: complete, so that every heading of the ministry's form has something under it. */
const statementSeed: SeedPart = async world => {
  const declared = await declareAccessibility(world.ctx('kornelia', 34, '11:00'), 0, {
    ...{ subject: 'Urząd Miasta Krakowa (miasto pokazowe)', siteName: 'Wspólne Projekty', siteUrl: 'http://localhost:3000' },
    ...{ publishedOn: addDays(world.today, -40), updatedOn: addDays(world.today, -34), state: 'partial' as const },
    inaccessible: lines(
      'Skany załączników od mieszkańców. Na prośbę podajemy ich treść przez telefon lub e-mailem.',
      'Mapa w powiększeniu. Obok niej jest lista z tymi samymi informacjami.',
    ),
    inaccessibleEn: lines(
      'Scans attached by residents. On request we give their content by telephone or e-mail.',
      'The zoomed map. Beside it there is a list with the same information.',
    ),
    ...{ notCovered: '', notCoveredEn: '', burdenUrl: '', assessment: 'self' as const, auditor: '' },
    ...{ preparedOn: addDays(world.today, -36), reviewedOn: addDays(world.today, -34) },
    amenities: 'Stronę można obsłużyć samą klawiaturą i bez skryptów. Tekst można powiększyć czterokrotnie.',
    amenitiesEn: 'The website works with the keyboard alone and without scripts. Text can be enlarged four times.',
    ...{ contact: 'Kornelia Maj, koordynatorka dostępności', email: 'dostepnosc@demo.example', phone: '12 000 00 00' },
    ...{ apps: 'Strona nie ma aplikacji mobilnej.', appsEn: 'The website has no mobile application.' },
    architecture: 'Spotkania odbywają się w salach bez progów, z windą i dostępną toaletą. Można wejść z psem asystującym.',
    architectureEn: 'Meetings take place in rooms without steps, with a lift and an accessible toilet. Assistance dogs are welcome.',
    communication: 'Tłumacza języka migowego i pętlę indukcyjną zapewniamy po zgłoszeniu trzy dni wcześniej.',
    communicationEn: 'A sign language interpreter and an induction loop are provided if asked for three days ahead.',
  })
  assert(declared.ok, 'the accessibility statement of the demo city')
}

/** "page.about" and the others: the starting pages, one of them corrected since by the editor, so that a history can be read. */
export const pagesSeed: SeedPart = async world => {
  for (const [key, id] of await installStartingPages(world.ctx('edyta', 35, '09:00'))) world.ids.set(`page.${key}`, id)
  const id = world.ids.get('page.online') ?? ''
  const content = await loadPageVersion(world.ctx('edyta'), id, 1)
  const body = content.pl.body.replace(
    'Adresu e-mail. Nie ma hasła: za każdym razem przysyłamy kod.',
    'Adresu e-mail. Nie ma hasła: za każdym razem przysyłamy kod, ważny 15 minut.',
  )
  const written = await writePage(world.ctx('edyta', 6, '10:00'), id, 1, {
    ...content,
    note: 'Dopisaliśmy, jak długo ważny jest kod.',
    pl: { ...content.pl, body },
  })
  assert(written.ok, 'the page about talking online is corrected')
  const shown = await publishPage(world.ctx('edyta', 6, '10:05'), id, 2)
  assert(shown.ok, 'the corrected page is published')
  await statementSeed(world)
  const named = await nameController(world.ctx('kornelia', 34, '11:10'), {
    ...{ name: 'Prezydent Miasta Krakowa (miasto pokazowe)', address: 'pl. Wszystkich Świętych 3-4, Kraków', email: 'bo@demo.example' },
    ...{ dpo: 'Inspektor ochrony danych', dpoEmail: 'iod@demo.example' },
  })
  assert(named.ok, 'the controller of the demo city')
}
