import { dateAndTime } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { type ExpertState, expertLimits, type Invitation } from '#modules/meetings/experts/experts.rules.ts'
import { expertsTextsEn } from '#modules/meetings/experts/experts.texts.en.ts'
import { expertsTexts } from '#modules/meetings/experts/experts.texts.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { paths, url } from '#paths'
import { Button, Field, Form, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold, Row, Rows, Tag, type Tone } from '#ui/parts.tsx'

export const expertsWords = (frame: Pick<Frame, 'locale'>): typeof expertsTexts => ({ pl: expertsTexts, en: expertsTextsEn })[frame.locale]

const tones: Record<ExpertState, Tone> = { asked: 'wait', accepted: 'good', declined: 'no', 'other-date': 'wait' }
export const ExpertTag = ({ frame, state }: { frame: Frame; state: ExpertState }) => (
  <Tag kind={tones[state]}>{expertsWords(frame).states[state]}</Tag>
)

export type ExpertsView = {
  readonly invitations: readonly Invitation[]
  readonly may: Verdict<string>
  readonly units: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  readonly form?: FormState | undefined
}
type Props = { frame: Frame; meeting: Meeting; view: ExpertsView }

/** For everybody: whose experts will be there. They speak for their unit. */
export const ComingExperts = ({ frame, view }: Props) => {
  const coming = view.invitations.filter(({ state }) => state === 'accepted')
  if (coming.length === 0) return null
  return (
    <>
      <h2>{expertsWords(frame).panel.coming}</h2>
      <ul class="tight">
        {coming.map(({ unitName, topic }) => (
          <li>
            {unitName}: {topic}
          </li>
        ))}
      </ul>
    </>
  )
}

/** For hosts: whom they asked and what came back. */
export const ExpertsPanel = ({ frame, meeting, view }: Props) => {
  const { panel: t } = expertsWords(frame)
  const { invitations, may, units, form = emptyForm } = view
  if (!may.ok && invitations.length === 0) return null
  return (
    <section class="stack" id="eksperci">
      <h2>{t.title}</h2>
      {invitations.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Rows plain>
          {invitations.map(one => (
            <Row title={one.unitName} note={one.topic}>
              <p>
                <ExpertTag frame={frame} state={one.state} />
              </p>
              {one.proposedAt && <p>{t.proposed(dateAndTime(one.proposedAt, frame.locale))}</p>}
              {one.remark && <p>{one.remark}</p>}
            </Row>
          ))}
        </Rows>
      )}
      {may.ok && (
        <Fold summary={t.send} open={view.form !== undefined}>
          <p>{t.lead}</p>
          <Form action={url(paths.meetingExperts, { id: meeting.id })} form={form}>
            <Select
              name="unit"
              label={t.unit}
              form={form}
              required
              empty={t.choose}
              options={units.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
            />
            <Field name="topic" label={t.topic} hint={t.topicHint} form={form} required maxlength={expertLimits.topicMax} autocomplete="off" />
            <Acts>
              <Button quiet>{t.send}</Button>
            </Acts>
          </Form>
        </Fold>
      )}
    </section>
  )
}
