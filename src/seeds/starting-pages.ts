import { installPage } from '#modules/programme/pages/pages.actions.ts'
import type { PageText } from '#modules/programme/pages/pages.rules.ts'
import { listAllPages } from '#modules/programme/pages/pages.store.ts'
import type { Ctx } from '#platform/context.ts'
import { drawingFile, type PageDrawing } from '#seeds/drawings.ts'
import { pagesInEnglish } from '#seeds/starting-pages-english.ts'
import { pagesInPolish } from '#seeds/starting-pages-polish.ts'

/** Address of each page a city starts with; other pages link to them by these. */
export const startingSlugs = {
  about: 'czym-sa-wspolne-projekty',
  district: 'sciezka-dzielnicowa',
  city: 'sciezka-miejska',
  ambassadors: 'ambasadorzy',
  online: 'formula-internetowa',
  alone: 'na-wlasna-reke',
} as const satisfies Record<PageDrawing, string>

type Words = PageText & { readonly alt: string; readonly caption: string }
const withPicture = ({ title, summary, body, more, alt, caption }: Words, address: string): PageText => ({
  title,
  summary,
  body: body.replace('{obraz}', `![${alt}](${address} "${caption}")`),
  more,
})

/** A real city finds these pages written at its first start, and never again: from then on they are its own. */
export async function installStartingPagesOnce(ctx: Ctx): Promise<void> {
  if ((await listAllPages(ctx)).length === 0) await installStartingPages(ctx)
}

/** Writes and shows them, never over a page that is there already. Answers their ids. */
export async function installStartingPages(ctx: Ctx): Promise<Map<PageDrawing, string>> {
  const ids = new Map<PageDrawing, string>()
  const { author, publishingBody, note, pages } = pagesInPolish
  for (const [key, slug] of Object.entries(startingSlugs) as [PageDrawing, string][]) {
    const words = pages[key]
    const picture = { file: await drawingFile(key), alt: words.alt, caption: words.caption }
    const content = (address: string) => ({
      author,
      publishingBody,
      note,
      pl: withPicture(words, address),
      en: withPicture(pagesInEnglish.pages[key], address),
    })
    ids.set(key, await installPage(ctx, slug, picture, content))
  }
  return ids
}
