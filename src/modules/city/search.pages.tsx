import type { Child } from 'hono/jsx'
import { emptyForm } from '#kit/form.ts'
import { addressOfPlace, addressOfThing } from '#modules/city/places.parts.tsx'
import { type SearchKind, searchKinds } from '#modules/city/search.rules.ts'
import { searchTextsEn } from '#modules/city/search.texts.en.ts'
import { searchTexts } from '#modules/city/search.texts.ts'
import { FollowSearch } from '#modules/following/following.parts.tsx'
import { paths, url } from '#paths'
import { Button, Field, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, LinkButton, Row, Rows, Tag } from '#ui/parts.tsx'

const texts = { pl: searchTexts, en: searchTextsEn }

export type Hit = { readonly title: string; readonly href: string; readonly note?: string; readonly won?: boolean }
export type Hits = Readonly<Record<SearchKind, readonly Hit[]>>
type Props = { frame: Frame; q: string; hits: Hits | undefined; only: SearchKind | undefined; tooShort: boolean }

export const SearchPage = ({ frame, q, hits, only, tooShort }: Props) => {
  const t = texts[frame.locale]
  const form = { typed: { q }, errors: tooShort ? { q: t.short } : {} }
  return (
    <Layout frame={frame} title={q === '' ? t.title : `${t.title}: ${q}`} lead={q === '' ? t.lead : undefined}>
      <search>
        <Form action={paths.search} method="get" class="form plain">
          <Field name="q" label={t.label} hint={t.hint} form={form.typed.q === '' ? emptyForm : form} type="search" required />
          <Acts>
            <Button>{t.go}</Button>
          </Acts>
        </Form>
      </search>
      {q !== '' && !tooShort && <FollowSearch frame={frame} words={q} />}
      {hits && <Results frame={frame} q={q} hits={hits} only={only} />}
    </Layout>
  )
}

const Results = ({ frame, q, hits, only }: { frame: Frame; q: string; hits: Hits; only: SearchKind | undefined }) => {
  const t = texts[frame.locale]
  const total = searchKinds.reduce((sum, kind) => sum + hits[kind].length, 0)
  if (total === 0)
    return (
      <Empty title={t.none(q)}>
        <p>{t.noneHelp}</p>
        <Acts>
          <LinkButton href={paths.districts} quiet>
            {t.kinds.places}
          </LinkButton>
          <LinkButton href={paths.needNew} quiet>
            {t.addNeed}
          </LinkButton>
        </Acts>
      </Empty>
    )
  return (
    <>
      <p role="status">{t.found(total)}</p>
      {searchKinds
        .filter(kind => hits[kind].length > 0)
        .map(kind => (
          <Group
            title={t.kinds[kind]}
            more={!only && hits[kind].length >= 6 && kind !== 'places' ? url(paths.search, undefined, { q, co: kind }) : undefined}
            all={t.all}
          >
            {hits[kind].map(({ title, href, note, won }) => (
              <Row title={title} href={href} note={note}>
                {won && (
                  <p class="tags">
                    <Tag kind="good">{t.won}</Tag>
                  </p>
                )}
              </Row>
            ))}
          </Group>
        ))}
    </>
  )
}

const Group = ({ title, more, all, children }: { title: string; more: string | undefined; all: string; children?: Child }) => (
  <section class="part stack">
    <h2>{title}</h2>
    <Rows plain>{children}</Rows>
    {more && (
      <p>
        <a href={more}>
          {all}
          <span class="visually-hidden">: {title}</span>
        </a>
      </p>
    )}
  </section>
)

export const placeHit = (title: string, territory: Parameters<typeof addressOfPlace>[0]): Hit => ({ title, href: addressOfPlace(territory) })
export const thingHit = (id: string, title: string, note: string): Hit => ({ title, href: addressOfThing(id) ?? paths.home, note })
export const archiveNote = (frame: Frame, line: { year: number; place: string; votes: number }): string => texts[frame.locale].archived(line)
