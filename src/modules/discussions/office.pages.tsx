import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { runningWords } from '#modules/discussions/running/running.parts.tsx'
import type { TalkLine } from '#modules/discussions/talks.parts.tsx'
import { talkLimits, talkTitle } from '#modules/discussions/talks.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, Row, Rows, Why } from '#ui/parts.tsx'

export type OfficeTalksView = {
  readonly talks: readonly TalkLine[]
  /** How many want a smaller talk, by place. */
  readonly wishes: ReadonlyMap<string, number>
  readonly hasEdition: boolean
  readonly form?: FormState | undefined
}

/** All talks for whoever runs the programme: what was said, who wants one nearer by, what is missing. */
export const OfficeTalksPage = ({ frame, view }: { frame: Frame; view: OfficeTalksView }) => {
  const { office: t } = runningWords(frame)
  const { form = emptyForm, talks, wishes } = view
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {!view.hasEdition ? (
        <Why>{t.noEdition}</Why>
      ) : (
        <>
          <ActButton action={paths.officeTalksOpening} label={t.openAll} quiet={talks.length > 0} />
          <Form action={paths.officeThemes} form={form} class="form plain">
            <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
            <Field name="temat" label={t.theme} hint={t.themeHint} form={form} required maxlength={talkLimits.themeMax} autocomplete="off" />
            <Acts>
              <Button quiet>{t.addTheme}</Button>
            </Acts>
          </Form>
          {talks.length === 0 ? (
            <Empty title={t.none} />
          ) : (
            <Rows>
              {talks.map(talk => (
                <Row
                  level="h2"
                  lead={t.voices(talk.comments)}
                  title={talkTitle(talk)}
                  href={url(paths.talkRunning, { id: talk.id })}
                  note={(wishes.get(talk.territoryId) ?? 0) > 0 && talk.theme === '' ? t.wishes(wishes.get(talk.territoryId) ?? 0) : undefined}
                />
              ))}
            </Rows>
          )}
        </>
      )}
    </Layout>
  )
}
