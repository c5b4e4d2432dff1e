import { z } from 'zod'
import { isDay } from '#kit/dates.ts'
import { type FormState, typedOne } from '#kit/form.ts'
import type { Preview } from '#modules/programme/pages/page-editor.pages.tsx'
import type { FieldDiff } from '#modules/programme/pages/pages.pages.tsx'
import { isSlug, type PageContent, type PageText, pageLimits, readMore } from '#modules/programme/pages/pages.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { wordDiff } from '#platform/diff.ts'
import { filesOf } from '#platform/files.ts'
import { picturesIn, renderMarkdown } from '#platform/markdown.ts'

/** What the editor's forms hold, and how it becomes a page and comes back. */
const needed = (message: string, max: number) => z.string(message).max(max, 'too-long')
const maybe = (max: number) => z.string().max(max, 'too-long').default('')
const more = maybe(pageLimits.more).refine(typed => readMore(typed).mistakes.length === 0, 'more-wrong')

const fields = z.object({
  titlePl: needed('title-missing', pageLimits.title),
  summaryPl: needed('summary-missing', pageLimits.summary),
  bodyPl: needed('body-missing', pageLimits.body),
  morePl: more,
  titleEn: maybe(pageLimits.title),
  summaryEn: maybe(pageLimits.summary),
  bodyEn: maybe(pageLimits.body),
  moreEn: more,
  author: needed('author-missing', pageLimits.author),
  publishingBody: needed('publishing-body-missing', pageLimits.author),
  note: maybe(pageLimits.note),
})
type Fields = z.infer<typeof fields>
const englishIsWhole = (typed: Fields) => (typed.titleEn === '') === (typed.bodyEn === '')
const half = { message: 'english-half', path: ['titleEn'] }

export const contentSchema = fields.extend({ base: z.coerce.number().int().min(1) }).refine(englishIsWhole, half)
export const newPageSchema = fields
  .extend({ slug: z.string('slug-wrong').refine(isSlug, 'slug-wrong'), key: z.string().min(8).max(80) })
  .refine(englishIsWhole, half)
export const publicationSchema = z
  .object({ version: z.coerce.number().int(), when: z.enum(['now', 'later']), day: z.string().optional(), time: z.string().optional() })
  .refine(typed => typed.when === 'now' || isDay(typed.day ?? ''), { message: 'day-wrong', path: ['day'] })
  .refine(typed => typed.when === 'now' || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed.time ?? ''), { message: 'time-wrong', path: ['time'] })

export const contentIn = (typed: Fields): PageContent => ({
  author: typed.author,
  publishingBody: typed.publishingBody,
  note: typed.note,
  pl: { title: typed.titlePl, summary: typed.summaryPl, body: typed.bodyPl, more: typed.morePl },
  en: { title: typed.titleEn, summary: typed.summaryEn, body: typed.bodyEn, more: typed.moreEn },
})
export const typedOf = ({ author, publishingBody, note, pl, en }: PageContent): Record<keyof Fields, string> => ({
  ...{ titlePl: pl.title, summaryPl: pl.summary, bodyPl: pl.body, morePl: pl.more },
  ...{ titleEn: en.title, summaryEn: en.summary, bodyEn: en.body, moreEn: en.more },
  ...{ author, publishingBody, note },
})

/** The text as HTML, with the sizes of its pictures so that the page does not jump. */
export async function pageHtml(ctx: Ctx, pageId: string, body: string): Promise<string> {
  const files = await filesOf(ctx, pageId)
  return renderMarkdown(body, new Map(files.map(({ id, width, height }) => [id, { width, height }])))
}

export async function previewOf(ctx: Ctx, pageId: string, form: FormState): Promise<Preview> {
  const text = (language: 'Pl' | 'En'): PageText => ({
    title: typedOne(form, `title${language}`),
    summary: typedOne(form, `summary${language}`),
    body: typedOne(form, `body${language}`),
    more: typedOne(form, `more${language}`),
  })
  const [pl, en] = [text('Pl'), text('En')]
  return { pl, en, htmlPl: await pageHtml(ctx, pageId, pl.body), htmlEn: await pageHtml(ctx, pageId, en.body) }
}

/** Field by field, only what differs. */
export function changesBetween(before: PageContent, after: PageContent): FieldDiff[] {
  const [old, now] = [typedOf(before), typedOf(after)]
  const shown = ['titlePl', 'summaryPl', 'bodyPl', 'morePl', 'titleEn', 'summaryEn', 'bodyEn', 'moreEn', 'author', 'publishingBody'] as const
  return shown.filter(field => old[field] !== now[field]).map(field => ({ field, parts: wordDiff(old[field], now[field]) }))
}

/** Which of the two texts holds the picture that cannot stay. */
export const fieldOfPicture = (form: FormState): 'bodyPl' | 'bodyEn' => {
  const bad = picturesIn(typedOne(form, 'bodyPl')).some(({ fileId, alt, caption }) => !fileId || !alt || !caption)
  return bad ? 'bodyPl' : 'bodyEn'
}
