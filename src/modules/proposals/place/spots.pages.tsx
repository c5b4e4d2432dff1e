import type { FormState } from '#kit/form.ts'
import { AddressEnter } from '#modules/programme/territories/addresses.parts.tsx'
import type { Addresses } from '#modules/programme/territories/addresses.rules.ts'
import { SpotFields } from '#modules/proposals/place/spot-fields.parts.tsx'
import { SpotShown } from '#modules/proposals/place/spots.parts.tsx'
import { isMarked, type Spot } from '#modules/proposals/place/spots.rules.ts'
import { spotsTextsEn } from '#modules/proposals/place/spots.texts.en.ts'
import { spotsTexts } from '#modules/proposals/place/spots.texts.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { slugs } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { Button, Field, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts } from '#ui/parts.tsx'

const texts = { pl: spotsTexts, en: spotsTextsEn }

type PageProps = {
  readonly frame: Frame
  readonly project: Project
  readonly spot: Spot
  readonly form: FormState
  readonly addresses: Addresses
  /** What the draft says of its place; where it says nothing yet, it can be said here. */
  readonly said: string
}
export const SpotPage = ({ frame, project, spot, form, addresses, said }: PageProps) => {
  const t = texts[frame.locale]
  const action = url(paths.projectSpot, { id: project.id })
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={t.kicker(project.title)}>
      <Form action={action} form={form} class="stack">
        <AddressEnter frame={frame} addresses={addresses} />
        <SpotFields {...{ frame, form, addresses, action, spot }} />
        {said === '' && <Field name="words" label={t.words} hint={t.wordsHint} form={form} maxlength={200} autocomplete="off" />}
        <Acts>
          <Button>{t.save}</Button>
          {said !== '' && <a href={url(paths.projectSection, { id: project.id, section: slugs.place })}>{t.words}</a>}
        </Acts>
      </Form>
    </Layout>
  )
}

/** On the project's page: where it lies, in numbers and on a map that comes when asked for. */
type BesideProps = {
  readonly frame: Frame
  readonly id: string
  readonly title: string
  readonly spot: Spot
  /** The address nearest to its point. */
  readonly near?: { readonly words: string; readonly metres: number } | undefined
  readonly editing: boolean
}
export const SpotBeside = ({ frame, id, title, spot, near, editing }: BesideProps) => {
  const t = texts[frame.locale]
  if (!isMarked(spot) && !editing) return null
  return (
    <section class="tight">
      <h2>{t.title}</h2>
      {near && <p>{t.near({ words: near.words, metres: String(near.metres) })}</p>}
      <SpotShown frame={frame} title={title} spot={spot} />
      {editing && (
        <p>
          <a href={url(paths.projectSpot, { id })}>{t.edit}</a>
        </p>
      )}
    </section>
  )
}
