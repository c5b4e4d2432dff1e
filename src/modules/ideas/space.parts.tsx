import type { Child } from 'hono/jsx'
import { shortDate } from '#kit/dates.ts'
import { emptyForm, type FormState, filled } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { ideasTextsEn } from '#modules/ideas/ideas.texts.en.ts'
import { ideasTexts } from '#modules/ideas/ideas.texts.ts'
import { limits, type SeasonWhy, type Sort } from '#modules/ideas/space.rules.ts'
import type { Posting } from '#modules/moderation/limits.rules.ts'
import { postingWords } from '#modules/moderation/moderation.parts.tsx'
import { opennessWords } from '#modules/programme/calendar.parts.tsx'
import type { Openness } from '#modules/programme/calendar.rules.ts'
import { type Territory, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Form, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold, LinkButton, Now, Row, Tag, Why } from '#ui/parts.tsx'

export const ideasWords = (frame: Pick<Frame, 'locale'>): typeof ideasTexts => ({ pl: ideasTexts, en: ideasTextsEn })[frame.locale]

/** "XIII Podgórze", or "Całe miasto" for the city-wide space. */
export const placeTitle = (place: Territory | undefined, frame: Pick<Frame, 'locale'>): string =>
  !place || place.kind === 'city' ? ideasWords(frame).wholeCity : territoryTitle(place, frame.locale)

export const placeOptions = (places: readonly Territory[], frame: Pick<Frame, 'locale'>) =>
  places.map(place => ({ value: whereOf(place), label: placeTitle(place, frame) }))

/** Why not now: since when it is closed or when it opens, said by the calendar; otherwise the reason itself. */
export function whyWords(why: string, open: Openness, frame: Frame): string {
  const t = ideasWords(frame)
  if (why.startsWith('phase-')) return opennessWords(open, frame.locale, frame.now)
  return t.why[why as keyof typeof t.why] ?? t.why['wrong-state']
}

/** Why nobody may speak here now, or where to sign in. */
export const closedTalk = (frame: Frame, { talking, posting, open }: { talking: Verdict<string>; posting: Posting; open: Openness }) => {
  if (talking.ok) return postingWords(frame, posting)
  return talking.why === 'sign-in' ? { signIn: url(paths.signIn, undefined, { powrot: frame.path }) } : { closed: whyWords(talking.why, open, frame) }
}

export type Line = {
  readonly id: string
  readonly title: string
  readonly territoryId: string
  readonly createdAt: Date
  readonly backings: number
  readonly comments: number
  readonly state: string
}
type LinesProps = {
  frame: Frame
  kind: 'need' | 'idea'
  lines: readonly Line[]
  places: readonly Territory[]
}

/** Needs or ideas as a ruled list: how many stand behind each, where, since when. */
export const SaidLines = ({ frame, kind, lines, places }: LinesProps) => {
  const t = ideasWords(frame)
  const placeOf = new Map(places.map(place => [place.id, placeTitle(place, frame)]))
  return (
    <>
      {lines.map(({ id, title, territoryId, createdAt, backings, comments, state }) => {
        const note = [placeOf.get(territoryId), t.addedOn({ date: shortDate(createdAt, frame.locale) }), comments > 0 && t.comments(comments)]
          .filter(Boolean)
          .join(' · ')
        return (
          <Row
            lead={
              <>
                <b>{backings}</b> {t.backersShort(backings)}
              </>
            }
            title={title}
            href={kind === 'need' ? url(paths.need, { id }) : url(paths.idea, { id })}
            note={note}
          >
            {state !== 'open' && state !== 'proposed' && <StateTag frame={frame} state={state} />}
          </Row>
        )
      })}
    </>
  )
}

export const StateTag = ({ frame, state }: { frame: Frame; state: string }) => {
  const t = ideasWords(frame)
  const words = { ...t.needStates, ...t.ideaStates }[state as keyof typeof t.needStates]
  return <Tag kind={state === 'in-idea' || state === 'drafting' ? 'good' : state === 'closed' || state === 'dropped' ? 'no' : 'wait'}>{words}</Tag>
}

export const ListBar = ({
  frame,
  action,
  places,
  where,
  sort,
  redirected,
}: {
  frame: Frame
  action: string
  places: readonly Territory[]
  where: string
  sort: Sort
  redirected: boolean
}) => {
  const { list: t, everywhere } = ideasWords(frame)
  const form = filled({ gdzie: where, kolejnosc: sort, stan: redirected ? 'przekazane' : '' })
  return (
    <Form action={action} method="get" class="toolbar">
      <Select name="gdzie" label={t.where} form={form} required options={[{ value: '', label: everywhere }, ...placeOptions(places, frame)]} />
      <Select
        name="kolejnosc"
        label={t.sort}
        form={form}
        required
        options={[
          { value: 'newest', label: t.newest },
          { value: 'backed', label: t.backed },
        ]}
      />
      <Select
        name="stan"
        label={t.state}
        form={form}
        required
        options={[
          { value: '', label: t.everyState },
          { value: 'przekazane', label: t.redirected },
        ]}
      />
      <Button quiet>{t.show}</Button>
    </Form>
  )
}

type BackingProps = {
  frame: Frame
  title: string
  lead: string
  label: string
  backedWords: string
  action: string
  end: string
  mine: boolean
  verdict: { readonly ok: true } | { readonly ok: false; readonly why: SeasonWhy | 'sign-in' | 'own' | 'ended' }
  open: Openness
  children?: Child
}

/** How many stand behind it, and the one button: back, withdraw, sign in, or the reason why not. */
export const BackingPanel = ({ frame, title, lead, label, backedWords, action, end, mine, verdict, open, children }: BackingProps) => {
  const t = ideasWords(frame)
  return (
    <Now title={title} tone={verdict.ok ? 'good' : 'plain'} kicker={open.state === 'open' ? opennessWords(open, frame.locale, frame.now) : undefined}>
      <p>{mine ? backedWords : lead}</p>
      {verdict.ok ? (
        <Acts>{mine ? <ActButton action={end} label={t.need.withdraw} quiet /> : <ActButton action={action} label={label} />}</Acts>
      ) : verdict.why === 'sign-in' ? (
        <Acts>
          <LinkButton href={url(paths.signIn, undefined, { powrot: frame.path })}>{t.signIn}</LinkButton>
        </Acts>
      ) : (
        <Why>{whyWords(verdict.why, open, frame)}</Why>
      )}
      {children}
    </Now>
  )
}

/** The end of a need or an idea: one reason, seen by all. */
export const EndForm = ({
  frame,
  action,
  label,
  lead,
  form = emptyForm,
}: {
  frame: Frame
  action: string
  label: string
  lead: string
  form?: FormState | undefined
}) => {
  const t = ideasWords(frame)
  return (
    <Fold summary={label} open={form.errors.reason !== undefined}>
      <p>{lead}</p>
      <Form action={action} form={form} class="form plain">
        <TextArea name="reason" label={t.reasonLabel} form={form} required rows={3} max={limits.reasonMax} />
        <Acts>
          <Button quiet>{label}</Button>
        </Acts>
      </Form>
    </Fold>
  )
}
