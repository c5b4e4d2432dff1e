import { shortDate, startOfDay } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { type MinuteLine, type Minutes, minutesLimits, minutesStates } from '#modules/meetings/minutes/minutes.rules.ts'
import { minutesTextsEn } from '#modules/meetings/minutes/minutes.texts.en.ts'
import { minutesTexts } from '#modules/meetings/minutes/minutes.texts.ts'
import type { Fate } from '#modules/meetings/voices/voices.rules.ts'
import { harshness } from '#modules/moderation/harshness.rules.ts'
import { KindPrompt } from '#modules/moderation/moderation.parts.tsx'
import { paths, url } from '#paths'
import { Button, Field, Form, Hidden, Radios, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Empty, LifeLine, Tag } from '#ui/parts.tsx'

export const minutesWords = (frame: Pick<Frame, 'locale'>): typeof minutesTexts => ({ pl: minutesTexts, en: minutesTextsEn })[frame.locale]
export const keyIn = (form: FormState) => <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />

/** What is said at a meeting, what is written down of it, and what becomes of it. */
export const RecordDoors = ({ frame, meetingId: id }: { frame: Frame; meetingId: string }) => {
  const t = minutesWords(frame)
  return (
    <ul class="tight">
      <li>
        <a href={url(paths.meetingVoices, { id })}>{t.voices}</a>
      </li>
      <li>
        <a href={url(paths.minutes, { id })}>{t.title}</a>
      </li>
      <li>
        <a href={url(paths.meetingFates, { id })}>{t.fates}</a>
      </li>
      <li>
        <a href={url(paths.meetingIdeas, { id })}>{t.ideas}</a>
      </li>
    </ul>
  )
}

/** The four stages, and the one it stands at. */
export const Stages = ({ frame, kept }: { frame: Frame; kept: Minutes | undefined }) => {
  const t = minutesWords(frame)
  const now = minutesStates.indexOf(kept?.state ?? 'live')
  const noteOf = (state: (typeof minutesStates)[number]) => {
    if (state === 'corrections' && kept?.correctionsUntil) return t.until(shortDate(startOfDay(kept.correctionsUntil), frame.locale))
    if (state === 'frozen' && kept?.frozenAt) return t.since(shortDate(kept.frozenAt, frame.locale))
    return t.stageNotes[state]
  }
  return (
    <section class="stack" aria-label={t.stages}>
      <LifeLine
        steps={minutesStates.map((state, at) => ({
          title: t.stage[state],
          note: noteOf(state),
          state: at < now || (at === now && state === 'frozen') ? 'done' : at === now ? 'now' : 'ahead',
        }))}
      />
    </section>
  )
}

type LinesProps = {
  frame: Frame
  meeting: Pick<Meeting, 'id'>
  lines: readonly MinuteLine[]
  names: ReadonlyMap<string, string>
  fates: ReadonlyMap<string, readonly Fate[]>
  mayMake: boolean
  mayEdit: boolean
}
/** The lines with their numbers; each has its own lasting address, and what grew out of it stands under it. */
export const Lines = ({ frame, meeting, lines, names, fates, mayMake, mayEdit }: LinesProps) => {
  const t = minutesWords(frame)
  if (lines.length === 0)
    return (
      <Empty title={t.none}>
        <p>{t.noneHint}</p>
      </Empty>
    )
  return (
    <ol class="fill">
      {lines.map((line, at) => {
        const here = url(paths.minutesLine, { id: meeting.id, line: line.id })
        return (
          <li id={line.id}>
            <a class="place" href={here} aria-label={t.number(at + 1)}>
              {at + 1}
            </a>
            <div class="tight">
              <p>
                {line.kind !== 'note' && <Tag kind={line.kind === 'agreed' ? 'good' : 'plain'}>{t.kinds[line.kind]}</Tag>} {line.text}
              </p>
              <Grown frame={frame} fates={fates.get(line.id) ?? []} />
              <p class="small muted">
                {names.get(line.authorId) && t.writtenBy(names.get(line.authorId) ?? '')}
                {mayEdit && (
                  <>
                    {' '}
                    <a href={here}>{t.edit}</a>
                  </>
                )}
              </p>
              {mayMake && <MakeLinks frame={frame} line={line} meetingId={meeting.id} />}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** What came of a line or a voice. */
export const Grown = ({ frame, fates }: { frame: Frame; fates: readonly Fate[] }) => {
  const t = minutesWords(frame)
  if (fates.length === 0) return null
  return (
    <p class="small">
      {t.became}{' '}
      {fates.map(({ path, title, kind }, at) => (
        <>
          {at > 0 && ', '}
          {t.grown.kinds[kind as keyof typeof t.grown.kinds]} <a href={path}>{title}</a>
        </>
      ))}
    </p>
  )
}

/** One act: the form of the upper module opens with the words of this line, and cites it. */
export const MakeLinks = ({ frame, line, meetingId }: { frame: Frame; line: Pick<MinuteLine, 'id'>; meetingId: string }) => {
  const { make: t } = minutesWords(frame)
  const links: readonly (readonly [string, string])[] = [
    [t.need, url(paths.needNew, undefined, { z: line.id })],
    [t.idea, url(paths.ideaNew, undefined, { z: line.id })],
    [t.question, url(paths.adviceNew, undefined, { o: line.id })],
    [t.task, `${url(paths.minutesLine, { id: meetingId, line: line.id })}#zadanie`],
  ]
  return (
    <p class="small">
      {t.open}:{' '}
      {links.map(([label, href], at) => (
        <>
          {at > 0 && ' · '}
          <a href={href}>{label}</a>
        </>
      ))}
    </p>
  )
}

/** The words of a line, new or mended. */
export const LineText = (props: { label: string; hint?: string; form: FormState; rows: number; value?: string }) => (
  <TextArea name="text" {...props} required max={minutesLimits.lineMax} />
)

export const NoteForm = ({ frame, meetingId, form = emptyForm }: { frame: Frame; meetingId: string; form?: FormState | undefined }) => {
  const { note: t, kinds } = minutesWords(frame)
  return (
    <Form action={url(paths.minutesLines, { id: meetingId })} form={form} class="form plain" id="nowy-zapis">
      {keyIn(form)}
      <LineText label={t.text} hint={t.textHint} form={form} rows={3} />
      <Select
        name="kind"
        label={t.kind}
        form={form}
        required
        options={(['note', 'agreed'] as const).map(value => ({ value, label: kinds[value] }))}
      />
      <Acts>
        <Button>{t.send}</Button>
      </Acts>
    </Form>
  )
}

/** One stage further, or why not yet. */
export const DaysField = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const { step: t } = minutesWords(frame)
  return (
    <Field name="days" label={t.days} hint={t.daysHint} form={form} value={String(minutesLimits.days.usual)} inputmode="numeric" short required />
  )
}
export const KindRadios = ({ frame, form, line }: { frame: Frame; form: FormState; line: MinuteLine }) => {
  const { note: t, kinds } = minutesWords(frame)
  if (line.kind === 'voice') return null
  return (
    <Radios
      name="kind"
      label={t.kind}
      form={form}
      value={line.kind}
      required
      options={(['note', 'agreed'] as const).map(value => ({ value, label: kinds[value] }))}
    />
  )
}

/** Which lines the kind question is about. */
export const KindLines = ({ frame, lines, form }: { frame: Frame; lines: readonly MinuteLine[]; form: FormState }) => {
  const t = minutesWords(frame)
  const harsh = lines.flatMap((line, at) => (harshness(line.text).length > 0 ? [{ id: line.id, number: at + 1 }] : []))
  const [first] = harsh
  if (!typedOne(form, 'harsh') || !first) return null
  return (
    <>
      <KindPrompt frame={frame} form={form} field={first.id} button={false} />
      <ul class="tight">
        {harsh.map(({ id, number }) => (
          <li>
            <a href={`#${id}`}>{t.number(number)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
