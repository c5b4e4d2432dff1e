import { emptyForm } from '#kit/form.ts'
import { runningTextsEn } from '#modules/discussions/running/running.texts.en.ts'
import { runningTexts } from '#modules/discussions/running/running.texts.ts'
import { type Talk, talkTitle } from '#modules/discussions/talks.rules.ts'
import { paths, url } from '#paths'
import { Button, Form, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold } from '#ui/parts.tsx'

export const runningWords = (frame: Pick<Frame, 'locale'>): typeof runningTexts => ({ pl: runningTexts, en: runningTextsEn })[frame.locale]

export type PlaceOfTalk = {
  /** Undefined in the whole city before its author has chosen a theme. */
  readonly talk: Talk | undefined
  readonly chosen: boolean
  /** Where its author may put it; empty for everybody else. */
  readonly choices: readonly Talk[]
}

/** On the page of a need, an idea or a draft: where it is talked over, and for its author the way to say otherwise. */
export const TalkOfThing = ({ frame, subjectId, place }: { frame: Frame; subjectId: string; place: PlaceOfTalk | undefined }) => {
  const { place: t } = runningWords(frame)
  if (!place || (!place.talk && place.choices.length === 0)) return null
  const { talk } = place
  return (
    <section class="tight" id="rozmowa-okolicy">
      <p>
        {t.belongs} {talk ? <a href={url(paths.talk, { id: talk.id })}>{talkTitle(talk)}</a> : t.none}
        <br />
        {talk && <span class="small muted">{place.chosen ? t.byAuthor : t.byRule}</span>}
      </p>
      {(place.choices.length > 1 || !talk) && (
        <Fold summary={t.change}>
          <Form action={url(paths.talkPlace, { id: subjectId })} class="form plain">
            <Select
              name="rozmowa"
              label={t.select}
              form={emptyForm}
              required
              value={place.chosen && talk ? talk.id : ''}
              options={[{ value: '', label: t.rule }, ...place.choices.map(talk => ({ value: talk.id, label: talkTitle(talk) }))]}
            />
            <Acts>
              <Button quiet small>
                {t.send}
              </Button>
            </Acts>
          </Form>
        </Fold>
      )}
    </section>
  )
}
