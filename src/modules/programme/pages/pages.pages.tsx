import { dateAndTime, longDate } from '#kit/dates.ts'
import { type PageContent, type PageText, type Publication, readMore, textFor } from '#modules/programme/pages/pages.rules.ts'
import { pagesTextsEn } from '#modules/programme/pages/pages.texts.en.ts'
import { pagesTexts } from '#modules/programme/pages/pages.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Diff, DocumentLabel, Empty, type Entry, LinkButton, Row, Rows, Why } from '#ui/parts.tsx'
import { Prose } from '#ui/prose.tsx'

const texts = { pl: pagesTexts, en: pagesTextsEn }
type FieldDiff = { readonly field: keyof typeof pagesTexts.field; readonly parts: Parameters<typeof Diff>[0]['parts'] }
export type Listed = { readonly slug: string; readonly content: PageContent }

export const PagesPage = ({ frame, pages }: { frame: Frame; pages: readonly Listed[] }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.list.title} lead={t.list.lead}>
      {pages.length === 0 ? (
        <Empty title={t.list.empty}>
          <p>{t.list.emptyNext}</p>
          <p>
            <a href={paths.rules}>{t.list.rules}</a>
          </p>
        </Empty>
      ) : (
        <Rows plain>
          {pages.map(({ slug, content }) => {
            const { title, summary } = textFor(content, frame.locale)
            return <Row level="h2" title={title} href={url(paths.page, { slug })} note={summary} />
          })}
        </Rows>
      )}
      <p>
        <a href={paths.adviceTimes}>{t.list.adviceTimes}</a>
      </p>
    </Layout>
  )
}

/** The body of a page as everybody reads it; the preview and the history show it the same way. */
export const Article = ({ frame, text, html, lang }: { frame: Frame; text: PageText; html: string; lang?: string | undefined }) => {
  const t = texts[frame.locale]
  const { links } = readMore(text.more)
  return (
    <>
      <p class="summary-box" lang={lang}>
        {text.summary}
      </p>
      <Prose html={html} lang={lang} />
      {links.length > 0 && (
        <nav aria-labelledby="czytaj-dalej" class="tight">
          <h2 id="czytaj-dalej">{t.page.more}</h2>
          <ul>
            {links.map(({ label, href }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

type Shown = {
  readonly slug: string
  readonly content: PageContent
  readonly html: string
  readonly published: Publication
  readonly updated: Publication
  readonly versions: number
}
type PageProps = { frame: Frame; page: Shown; others: readonly Listed[]; edit: string | undefined }

export const ProgrammePage = ({ frame, page, others, edit }: PageProps) => {
  const t = texts[frame.locale]
  const text = textFor(page.content, frame.locale)
  const lang = text.language === frame.locale ? undefined : text.language
  return (
    <Layout
      frame={frame}
      title={text.title}
      kicker={<a href={paths.pages}>{t.page.kicker}</a>}
      description={text.summary}
      aside={<Others frame={frame} slug={page.slug} others={others} />}
    >
      {lang && <Why>{t.page.onlyPolish}</Why>}
      <Article frame={frame} text={text} html={page.html} lang={lang} />
      {edit && (
        <p>
          <LinkButton href={edit} quiet small>
            {t.page.edit}
          </LinkButton>
        </p>
      )}
      <DocumentLabel entries={labelOf(frame, page)} />
    </Layout>
  )
}

function labelOf({ locale }: Frame, { slug, content, published, updated, versions }: Shown): Entry[] {
  const t = texts[locale].label
  return [
    { term: t.author, value: content.author },
    { term: t.publisher, value: updated.publisherName || content.publishingBody },
    { term: t.body, value: content.publishingBody },
    { term: t.published, value: dateAndTime(published.publishAt, locale) },
    { term: t.updated, value: dateAndTime(updated.publishAt, locale) },
    { term: t.history, value: t.historyLink(versions), href: url(paths.pageHistory, { slug }) },
  ]
}

const Others = ({ frame, slug, others }: { frame: Frame; slug: string; others: readonly Listed[] }) => (
  <nav aria-label={texts[frame.locale].page.others} class="tight">
    <h2 class="what">{texts[frame.locale].page.others}</h2>
    <ul class="tight">
      {others.map(other => (
        <li>
          <a href={url(paths.page, { slug: other.slug })} aria-current={other.slug === slug ? 'page' : undefined}>
            {textFor(other.content, frame.locale).title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export type PastPublication = { readonly publication: Publication; readonly note: string }
export const PageHistoryPage = ({ frame, slug, title, past }: { frame: Frame; slug: string; title: string; past: readonly PastPublication[] }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.history.title(title)} kicker={<a href={url(paths.page, { slug })}>{title}</a>} lead={t.history.lead}>
      <Rows plain>
        {past.map(({ publication, note }) => (
          <Row
            level="h2"
            title={publication.version === undefined ? t.history.takenOff : t.history.version(publication.version)}
            href={publication.version === undefined ? undefined : url(paths.pageVersion, { slug, version: publication.version })}
            note={t.history.by(publication.publisherName || t.label.publisher, dateAndTime(publication.publishAt, frame.locale))}
          >
            {note && <p>{note}</p>}
          </Row>
        ))}
      </Rows>
    </Layout>
  )
}

type VersionProps = {
  frame: Frame
  slug: string
  version: number
  content: PageContent
  html: string
  state: 'shown' | 'old' | 'draft'
  before: { readonly version: number; readonly changes: readonly FieldDiff[] } | undefined
  at: Date
}
export const PageVersionPage = ({ frame, slug, version, content, html, state, before, at }: VersionProps) => {
  const t = texts[frame.locale]
  const text = textFor(content, frame.locale)
  return (
    <Layout
      frame={frame}
      title={t.version.title(text.title, version)}
      kicker={<a href={url(paths.pageHistory, { slug })}>{t.version.history}</a>}
      lead={longDate(at, frame.locale)}
    >
      {state !== 'shown' && <Why>{state === 'old' ? t.version.notCurrent : t.version.draft}</Why>}
      {before ? (
        <section class="stack" aria-labelledby="zmiany">
          <h2 id="zmiany">{t.version.changes(before.version)}</h2>
          <Changes frame={frame} changes={before.changes} none={t.version.none} />
        </section>
      ) : (
        <p>{t.version.first}</p>
      )}
      <hr />
      <Article frame={frame} text={text} html={html} lang={text.language === frame.locale ? undefined : text.language} />
    </Layout>
  )
}

/** Field by field, what was taken out and what was put in. */
export const Changes = ({ frame, changes, none }: { frame: Frame; changes: readonly FieldDiff[]; none: string }) =>
  changes.length === 0 ? (
    <p>{none}</p>
  ) : (
    changes.map(({ field, parts }) => (
      <div class="tight">
        <h3>{texts[frame.locale].field[field]}</h3>
        <Diff parts={parts} />
      </div>
    ))
  )
export type { FieldDiff }
