import type { PropsWithChildren } from 'hono/jsx'
import { longDate, weekdayDate } from '#kit/dates.ts'
import { formatMoney } from '#kit/money.ts'
import type { Locale } from '#kit/texts.ts'
import { opennessWords } from '#modules/programme/calendar.parts.tsx'
import { aloneWords } from '#modules/proposals/alone/alone.parts.tsx'
import { AskToJoin, Helping } from '#modules/proposals/authors/requests.parts.tsx'
import type { Problem } from '#modules/proposals/drafting/drafting.rules.ts'
import { isPublic } from '#modules/proposals/proposals.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { TwinNote } from '#modules/proposals/twins/twins.parts.tsx'
import { type ProjectView, slugs, waitingAuthors } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, LinkButton, Now, Why } from '#ui/parts.tsx'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }
type Props = { readonly frame: Frame; readonly view: ProjectView }

/** A problem as a sentence that says what to do. */
export function problemWords(problem: Problem, locale: Locale): string {
  const t = texts[locale]
  const money = (grosze: number) => formatMoney(grosze, locale)
  switch (problem.what) {
    case 'missing':
      return t.problems.missing(t.sections[problem.section].name)
    case 'too-long':
      return t.problems['too-long']({ ...problem, section: t.sections[problem.section].name })
    case 'too-short':
      return t.problems['too-short']({ ...problem, section: t.sections[problem.section].name })
    case 'no-costs':
      return t.problems['no-costs']
    case 'too-cheap':
      return t.problems['too-cheap']({ min: money(problem.min), is: money(problem.is) })
    case 'too-dear':
      return t.problems['too-dear']({ max: money(problem.max), is: money(problem.is) })
  }
}

/** Whoever may write goes straight to the part; everybody else only reads what is missing. */
export const ProblemList = ({ frame, view }: Props) => (
  <ul class="prose">
    {view.problems.map(problem => (
      <li>{view.may.write.ok ? <a href={partOf(view, problem)}>{problemWords(problem, frame.locale)}</a> : problemWords(problem, frame.locale)}</li>
    ))}
  </ul>
)
const partOf = ({ project: { id } }: ProjectView, problem: Problem): string =>
  'section' in problem ? url(paths.projectSection, { id, section: slugs[problem.section] }) : url(paths.projectCosts, { id })

/** Where the project stands, until when, and what this person can do about it now. */
export const ProjectNow = ({ frame, view }: Props) => {
  const { state } = view.project
  if (view.own?.state === 'invited' && (state === 'draft' || state === 'agreeing')) return <Invited frame={frame} view={view} />
  const Panel = { draft: Draft, agreeing: Agreeing, submitted: Submitted, withdrawn: Withdrawn, continued: Continued }[state]
  return (
    <>
      <Panel frame={frame} view={view} />
      <TwinNote frame={frame} twin={view.twin} />
    </>
  )
}

/** What it goes on as is said by whoever joined it. */
const Continued = ({ frame }: Props) => <Why>{texts[frame.locale].why.withdrawn}</Why>

const Invited = ({ frame, view }: Props) => {
  const t = texts[frame.locale].now
  const until = view.own?.expiresAt
  const address = url(paths.projectInvitationAnswer, { id: view.project.id, invitation: view.own?.id ?? '' })
  return (
    <Now tone="wait" title={t.invited} kicker={until && t.invitedUntil(weekdayDate(lastMoment(until), frame.locale))}>
      <p>{view.own?.role === 'helper' ? t.invitedHelper : t.invitedLead}</p>
      <Acts>
        <ActButton action={address} label={t.join} fields={{ odpowiedz: 'tak' }} />
        <ActButton action={address} label={t.decline} quiet fields={{ odpowiedz: 'nie' }} />
      </Acts>
    </Now>
  )
}
/** The end is a midnight; people read the day before it. */
const lastMoment = (end: Date) => new Date(end.getTime() - 1)

const Draft = ({ frame, view }: Props) => {
  const { now: t, why, page } = texts[frame.locale]
  const { project, may } = view
  const alone = project.path === 'individual'
  return (
    <Now tone="plain" title={alone ? t.draftAlone : t.draft} kicker={opennessOfSubmission({ frame, view })}>
      {may.edit.ok ? (
        <>
          <p>{t.draftLead(view.problems.length)}</p>
          {view.problems.length > 0 && <ProblemList frame={frame} view={view} />}
          <Acts>
            <WriteOn frame={frame} view={view} />
            {may.freeze.ok && <ActButton action={url(paths.projectFreeze, { id: project.id })} label={alone ? t.freezeAlone : t.freeze} />}
            {may.share.ok && <ActButton quiet action={url(paths.projectVisibility, { id: project.id })} label={page.share} />}
            {alone && (
              <>
                <LinkButton quiet={may.freeze.ok} href={url(paths.projectForm, { id: project.id })}>
                  {aloneWords(frame).whole}
                </LinkButton>
                {view.own?.leads && <ActButton quiet action={url(paths.projectJoint, { id: project.id })} label={aloneWords(frame).joint} />}
              </>
            )}
            {!alone && (
              <LinkButton quiet href={url(paths.projectAuthors, { id: project.id })}>
                {page.people}
              </LinkButton>
            )}
          </Acts>
          {!may.freeze.ok && <NotYet act={alone ? t.freezeAlone : t.freeze}>{why[may.freeze.why]}</NotYet>}
        </>
      ) : (
        <Outside frame={frame} view={view} />
      )}
    </Now>
  )
}

/** What is missing first, as the one thing to do next; who writes alone has all of it on one page. */
const WriteOn = ({ frame, view }: Props) => {
  const { now: t, sections } = texts[frame.locale]
  const next = view.problems.find(problem => 'section' in problem)
  if (!next || view.project.path === 'individual') return null
  return <LinkButton href={partOf(view, next)}>{t.writeOn(sections[next.section].name)}</LinkButton>
}

/** Why a button is not there: which one, and the reason. */
const NotYet = ({ act, children }: PropsWithChildren<{ act: string }>) => (
  <Why>
    <strong>{act}</strong>
    <br />
    {children}
  </Why>
)

/** Who writes along without being an author, and whoever only reads. */
const Outside = ({ frame, view }: Props) => {
  if (isHelper(view)) return <Helping frame={frame} view={view} />
  return (
    <>
      {!view.may.edit.ok && <Why>{texts[frame.locale].why[view.may.edit.why]}</Why>}
      <AskToJoin frame={frame} view={view} />
    </>
  )
}
const isHelper = ({ own }: ProjectView) => own?.state === 'helping'

const opennessOfSubmission = ({ frame, view }: Props) =>
  `${texts[frame.locale].now.submission} ${opennessWords(view.submission, frame.locale, frame.now)}`

const Agreeing = ({ frame, view }: Props) => {
  const { now: t, why, page } = texts[frame.locale]
  const { project, may } = view
  const waiting = waitingAuthors(view)
  const all = view.authors.filter(author => author.state === 'accepted').length
  const title = waiting.length > 0 ? t.agreeing : project.path === 'individual' ? t.agreedAlone : t.agreed
  const address = { id: project.id, version: project.version }
  return (
    <Now tone={waiting.length > 0 ? 'wait' : 'good'} title={title} kicker={opennessOfSubmission({ frame, view })}>
      {all > 1 && (
        <p>
          {t.accepted({ done: all - waiting.length, all, version: project.version })} {waiting.length > 0 && t.missing(waiting.length)}{' '}
          {waiting.length > 0 && (may.edit.ok || may.help.ok) && t.waitsFor(waiting.map(author => author.name).join(', '))}
        </p>
      )}
      <Acts>
        {may.accept.ok && <ActButton action={url(paths.projectAcceptance, address)} label={t.accept(project.version)} />}
        {may.submit.ok && <LinkButton href={url(paths.projectSubmission, { id: project.id })}>{t.submit}</LinkButton>}
        <LinkButton quiet href={url(paths.projectVersion, address, { od: project.version > 1 ? project.version - 1 : undefined })}>
          {project.version > 1 ? t.changes(project.version - 1) : t.seeVersion(project.version)}
        </LinkButton>
        {may.reopen.ok && (
          <LinkButton quiet href={url(paths.projectReopening, { id: project.id })}>
            {may.accept.ok ? t.reopen : t.reopenLead}
          </LinkButton>
        )}
        {may.help.ok && (
          <LinkButton quiet href={url(paths.projectAuthors, { id: project.id })}>
            {page.people}
          </LinkButton>
        )}
      </Acts>
      {isHelper(view) ? <Helping frame={frame} view={view} /> : !may.edit.ok && <AskToJoin frame={frame} view={view} />}
      {!may.submit.ok && may.edit.ok && (
        <NotYet act={t.submit}>
          {may.submit.why.startsWith('phase-') ? opennessWords(view.submission, frame.locale, frame.now) : why[may.submit.why]}
        </NotYet>
      )}
    </Now>
  )
}

const Submitted = ({ frame, view }: Props) => {
  const t = texts[frame.locale].now
  const { project } = view
  return (
    <Now title={t.submitted(project.publicNo ?? '')}>
      {project.submittedAt && <p>{t.submittedOn(longDate(project.submittedAt, frame.locale))}</p>}
      {view.own?.state === 'accepted' && !view.may.withdraw.ok && <Why>{t.onlyLeadWithdraws}</Why>}
      <p>
        <a href={url(paths.projectVersion, { id: project.id, version: project.version })}>{t.seeVersion(project.version)}</a>
      </p>
    </Now>
  )
}

const Withdrawn = ({ frame, view }: Props) => {
  const t = texts[frame.locale].now
  const { project } = view
  return (
    <Now tone="no" title={t.withdrawn} kicker={project.withdrawnAt && longDate(project.withdrawnAt, frame.locale)}>
      {project.withdrawalReason && <p>{t.reason(project.withdrawalReason)}</p>}
    </Now>
  )
}

/** For authors, beside the project: people, versions, the printed page, the way out. */
export const ProjectWork = ({ frame, view }: Props) => {
  const t = texts[frame.locale].page
  const { project, may } = view
  const links = [
    { label: t.people, href: url(paths.projectAuthors, { id: project.id }), shown: may.edit.ok || may.help.ok || isHelper(view) },
    { label: t.history, href: url(paths.projectHistory, { id: project.id }), shown: may.edit.ok || isHelper(view) },
    { label: t.versions, href: url(paths.projectVersions, { id: project.id }), shown: project.version > 0 },
    { label: t.printed, href: url(paths.projectVersionPrint, { id: project.id, version: project.version }), shown: project.state === 'agreeing' },
    { label: t.print, href: url(paths.projectPrint, { id: project.id }), shown: true },
    {
      label: t.poster,
      href: url(paths.projectPoster, { id: project.id }),
      shown: isPublic(project) && project.state !== 'withdrawn' && project.state !== 'continued',
    },
    { label: t.withdraw, href: url(paths.projectWithdrawal, { id: project.id }), shown: may.withdraw.ok },
  ].filter(link => link.shown)
  if (links.length === 0) return null
  return (
    <section class="said tight">
      <h2>{t.work}</h2>
      <ul>
        {links.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
