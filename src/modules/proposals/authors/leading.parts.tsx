import { weekdayDate } from '#kit/dates.ts'
import { emptyForm } from '#kit/form.ts'
import { electors, type LeadStanding, mayElectFrom } from '#modules/proposals/authors/elections.rules.ts'
import { leadingTextsEn } from '#modules/proposals/authors/leading.texts.en.ts'
import { leadingTexts } from '#modules/proposals/authors/leading.texts.ts'
import type { LeadOffer } from '#modules/proposals/authors/offers.rules.ts'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Form, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Why } from '#ui/parts.tsx'

export const leadingWords = (frame: Pick<Frame, 'locale'>): typeof leadingTexts => ({ pl: leadingTexts, en: leadingTextsEn })[frame.locale]
const lastDay = (end: Date, locale: Frame['locale']) => weekdayDate(new Date(end.getTime() - 1), locale)

export type Leading = { readonly offer: LeadOffer | undefined; readonly standing: LeadStanding }
type Props = { readonly frame: Frame; readonly view: ProjectView; readonly leading: Leading }

/** For the authors and the office: an offer that waits, an election that runs or may begin. */
export const LeadSection = (props: Props) => {
  const { frame, view, leading } = props
  const t = leadingWords(frame)
  const electable = view.authors.filter(({ state }) => state === 'accepted').length > 1
  if (!leading.offer && !electable) return null
  return (
    <section class="stack" id="prowadzenie">
      <h2>{t.title}</h2>
      {leading.offer && <OfferNow {...props} offer={leading.offer} />}
      {leading.standing.open ? <ElectionNow {...props} /> : electable && view.own?.state === 'accepted' && <ElectionAhead {...props} />}
    </section>
  )
}

const OfferNow = ({ frame, view, offer }: Props & { offer: LeadOffer }) => {
  const t = leadingWords(frame).offer
  const where = { id: view.project.id, offer: offer.id }
  const answer = url(paths.projectLeadAnswer, where)
  const asked = view.authors.find(({ personId }) => personId === offer.personId)
  const day = lastDay(offer.expiresAt, frame.locale)
  const me = view.own?.personId
  const helping = view.may.help.ok && asked?.hasEmail === false
  return (
    <>
      <p>{me === offer.personId ? t.yours(day) : t.waits({ name: asked?.name ?? '', day })}</p>
      <Acts>
        {me === offer.personId && (
          <>
            <ActButton action={answer} label={t.accept} fields={{ odpowiedz: 'tak' }} />
            <ActButton quiet action={answer} label={t.decline} fields={{ odpowiedz: 'nie' }} />
          </>
        )}
        {me === offer.offeredBy && <ActButton quiet action={url(paths.projectLeadOfferEnd, where)} label={t.takeBack} />}
        {helping && (
          <>
            <ActButton small action={answer} label={t.saidYes} fields={{ odpowiedz: 'tak' }} />
            <ActButton small quiet action={answer} label={t.saidNo} fields={{ odpowiedz: 'nie' }} />
          </>
        )}
      </Acts>
    </>
  )
}

const ElectionAhead = ({ frame, view, leading: { standing } }: Props) => {
  const { election: t, why } = leadingWords(frame)
  const { may, silentSince, days } = standing
  return (
    <>
      <p>{t.lead(days)}</p>
      {may.ok ? (
        <ActButton quiet action={url(paths.projectElection, { id: view.project.id })} label={t.open} />
      ) : (
        <Why>{may.why === 'lead-present' ? t.from(weekdayDate(mayElectFrom(silentSince, days), frame.locale)) : why[may.why]}</Why>
      )}
    </>
  )
}

const ElectionNow = ({ frame, view, leading: { standing } }: Props) => {
  const { election: t } = leadingWords(frame)
  const { open } = standing
  if (!open) return null
  const where = { id: view.project.id, election: open.id }
  const able = electors(view.project, open)
  const me = view.own?.personId ?? ''
  const mine = open.votes.find(({ personId }) => personId === me)
  const options = view.authors.filter(({ personId }) => able.includes(personId)).map(({ personId, name }) => ({ value: personId, label: name }))
  return (
    <>
      <p>{t.running(lastDay(open.endsAt, frame.locale))}</p>
      <p class="small muted">{t.rule}</p>
      <p>{t.voted({ cast: open.votes.filter(({ personId }) => able.includes(personId)).length, all: able.length })}</p>
      {able.includes(me) && (
        <Form action={url(paths.projectElectionVote, where)} class="form plain">
          <Select
            id="kandydat"
            name="osoba"
            label={t.candidate}
            form={emptyForm}
            required
            options={options}
            {...(mine && { value: mine.candidateId })}
          />
          <Button quiet={mine !== undefined}>{mine ? t.again : t.vote}</Button>
        </Form>
      )}
      {me === open.absentId && (
        <>
          <p>{t.absent}</p>
          <ActButton action={url(paths.projectElectionObjection, where)} label={t.object} />
        </>
      )}
    </>
  )
}
