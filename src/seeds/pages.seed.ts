import { assert } from '#kit/refusal.ts'
import { publishPage, writePage } from '#modules/programme/pages.actions.ts'
import { loadPageVersion } from '#modules/programme/pages.store.ts'
import { installStartingPages } from '#seeds/starting-pages.ts'
import type { SeedPart } from '#seeds/world.ts'

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
}
