import { shortDate } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { followingWords } from '#modules/following/following.parts.tsx'
import { type Follow, themes } from '#modules/following/follows.rules.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { type Territory, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, LinkButton, Now, Row, Rows } from '#ui/parts.tsx'

/** A follow with what it is called, in the reader's language; without a path it cannot be seen publicly now. */
export type ListedFollow = { readonly follow: Follow; readonly title: string; readonly path: string | undefined }
export type FormName = 'place' | 'theme' | 'search'
export type FollowsView = {
  readonly follows: readonly ListedFollow[]
  readonly places: readonly Territory[]
  readonly ambassadors: boolean
  readonly forms: Readonly<Record<FormName, FormState>>
}

export const placeName = (frame: Pick<Frame, 'locale'>, place: Territory): string =>
  place.kind === 'city' ? followingWords(frame).wholeCity : territoryTitle(place, frame.locale)

export const FollowsPage = ({ frame, view }: { frame: Frame; view: FollowsView }) => {
  const t = followingWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} aside={<Feeds frame={frame} view={view} />}>
      <Acts>
        <LinkButton href={paths.inbox}>{t.news}</LinkButton>
        <a href={paths.profile}>{t.wish}</a>
      </Acts>
      {view.follows.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneHelp}</p>
        </Empty>
      ) : (
        <section class="tight">
          <h2>{t.sum(view.follows.length)}</h2>
          <Rows plain>
            {view.follows.map(({ follow, title, path }) => (
              <Row title={title} href={path} note={`${t.kinds[follow.kind]} · ${t.since(shortDate(follow.createdAt, frame.locale))}`}>
                {path === undefined && <p class="small muted">{t.gone}</p>}
                <Acts>
                  <ActButton
                    action={url(paths.followEnd, { id: follow.id })}
                    label={
                      <>
                        {t.button.end}
                        <span class="visually-hidden">: {title}</span>
                      </>
                    }
                    quiet
                    small
                  />
                </Acts>
              </Row>
            ))}
          </Rows>
        </section>
      )}
      <More frame={frame} view={view} />
      <ProcessingNote of="follows" />
    </Layout>
  )
}

const More = ({ frame, view }: { frame: Frame; view: FollowsView }) => {
  const { more: t, themes: names } = followingWords(frame)
  const places = view.places.map(place => ({ value: whereOf(place), label: placeName(frame, place) }))
  const { place, theme, search } = view.forms
  return (
    <section class="part stack">
      <h2>{t.title}</h2>
      <Form action={paths.follows} form={place} class="form plain">
        <h3>{t.placeTitle}</h3>
        <Select name="cel" id="miejsce" label={t.place} form={place} required empty={t.choose} options={places} />
        {view.ambassadors ? (
          <Select
            name="co"
            label={t.placeWhat}
            form={place}
            required
            value="place"
            options={[
              { value: 'place', label: t.placeAll },
              { value: 'role', label: t.ambassador },
            ]}
          />
        ) : (
          <Hidden name="co" value="place" />
        )}
        <Acts>
          <Button quiet>{t.goPlace}</Button>
        </Acts>
      </Form>
      <Form action={paths.follows} form={theme} class="form plain">
        <h3>{t.themeTitle}</h3>
        <Hidden name="co" value="theme" />
        <Select
          name="cel"
          id="temat"
          label={t.theme}
          form={theme}
          required
          empty={t.choose}
          options={(Object.keys(themes) as (keyof typeof themes)[]).map(value => ({ value, label: names[value] }))}
        />
        <Acts>
          <Button quiet>{t.goTheme}</Button>
        </Acts>
      </Form>
      <Form action={paths.follows} form={search} class="form plain">
        <h3>{t.searchTitle}</h3>
        <Hidden name="co" value="search" />
        <Field name="slowa" label={t.words} hint={t.wordsHint} form={search} required maxlength={100} />
        <Select name="gdzie" label={t.where} form={search} required options={[{ value: '', label: t.everywhere }, ...places]} />
        <Acts>
          <Button quiet>{t.goSearch}</Button>
        </Acts>
      </Form>
    </section>
  )
}

const Feeds = ({ frame, view }: { frame: Frame; view: FollowsView }) => {
  const { feeds: t, themes: names } = followingWords(frame)
  const link = (href: string, title: string) => (
    <li>
      <a href={href} type="application/atom+xml">
        {title}
      </a>
    </li>
  )
  return (
    <>
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <ul>
        {link(paths.feed, t.city)}
        {view.places.map(place => link(url(paths.feed, undefined, { gdzie: whereOf(place) }), placeName(frame, place)))}
        {(Object.keys(themes) as (keyof typeof themes)[]).map(theme => link(url(paths.feed, undefined, { temat: theme }), names[theme]))}
      </ul>
    </>
  )
}

/** From a letter, without signing in: asks once, so that a mail program that opens links ends nothing. */
export const EndingPage = ({ frame, title, id, token }: { frame: Frame; title: string | undefined; id: string; token: string }) => {
  const { ending: t } = followingWords(frame)
  return (
    <Layout frame={frame} title={title === undefined ? t.already : t.title} lead={title === undefined ? undefined : t.lead}>
      {title === undefined ? (
        <Now title={t.already}>
          <p>{t.alreadyHelp}</p>
        </Now>
      ) : (
        <Form action={paths.followEnding} class="form plain">
          <p>
            {t.what}: <b>{title}</b>
          </p>
          <Hidden name="o" value={id} />
          <Hidden name="kod" value={token} />
          <Acts>
            <Button>{t.go}</Button>
          </Acts>
        </Form>
      )}
    </Layout>
  )
}
