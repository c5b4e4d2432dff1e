import { dateAndTime, shortDate } from '#kit/dates.ts'
import type { Thing } from '#kit/things.ts'
import { shortSpan } from '#modules/city/days.parts.tsx'
import { capital } from '#modules/city/news.parts.tsx'
import { addressOfThing, type PlaceNames } from '#modules/city/places.parts.tsx'
import { aheadOf, isNamed, type LifeFact, type Milestone } from '#modules/city/project/life.rules.ts'
import { lifeTextsEn } from '#modules/city/project/life.texts.en.ts'
import { lifeTexts } from '#modules/city/project/life.texts.ts'
import type { Phase } from '#modules/programme/calendar.rules.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Fold, LifeLine, type LifeStep } from '#ui/parts.tsx'

const texts = { pl: lifeTexts, en: lifeTextsEn }

export type Life = {
  readonly milestones: readonly Milestone[]
  readonly facts: readonly (LifeFact & { readonly sentence: string })[]
  readonly names: PlaceNames
  readonly backings: ReadonlyMap<string, number>
  readonly phases: readonly Phase[]
  /** Where it was said first: lines of minutes, voices, comments that everybody may read. */
  readonly sources: readonly Pick<Thing, 'id' | 'title' | 'path'>[]
  /** Questions to units that this visitor may open: one without an answer is not for everybody. */
  readonly readable: ReadonlySet<string>
}
type Props = { frame: Frame; project: Project; life: Life }

/** Every step back to the first need: what, when, who, why; then what is still to come. */
export const ProjectLife = ({ frame, project, life }: Props) => {
  const t = texts[frame.locale]
  const now = project.path === 'individual' ? t.nowAlone[project.state] : t.now[project.state]
  const steps: LifeStep[] = [
    ...life.sources.map(({ id, title, path }) => ({ title: t.said(title), note: t.saidIn[sourceKind(id)], href: path, state: 'done' as const })),
    ...life.milestones.map(milestone => ({ ...stepOf(frame, milestone, life), state: 'done' as const })),
    ...(now === '' ? [] : [{ title: now, state: 'now' as const }]),
    ...aheadOf(project.state, life.phases).map(({ kind, phase }) => ({
      title: t.ahead[kind],
      note: phase && shortSpan(phase, frame.locale),
      state: 'ahead' as const,
    })),
  ]
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <LifeLine steps={steps} />
    </section>
  )
}

const sourceKind = (id: string): keyof typeof lifeTexts.saidIn =>
  (/^(voice|comment|card|workshop)_/.exec(id)?.[1] ?? 'line') as keyof typeof lifeTexts.saidIn

function stepOf(frame: Frame, milestone: Milestone, life: Life): Omit<LifeStep, 'state'> {
  const who = isNamed(milestone.fact) && milestone.kind !== 'joined' ? life.names.get(milestone.actorId) : undefined
  const note = [shortDate(milestone.at, frame.locale), who, ...whyOf(frame, milestone, life)].filter(Boolean).join(', ')
  return { title: titleOf(frame, milestone), note, href: hrefOf(milestone, life) }
}

function titleOf(frame: Frame, { kind, payload, peopleIds }: Milestone): string {
  const t = texts[frame.locale]
  switch (kind) {
    case 'need':
    case 'idea':
      return `${t[kind]} ${t.quoted(String(payload.title ?? ''))}`
    case 'frozen':
      return t.frozen(Number(payload.version))
    case 'answered':
    case 'asked':
      return [t[kind], payload.unit].filter(Boolean).join(' ')
    case 'joined':
      return t.joined(peopleIds.length)
    default:
      return t[kind]
  }
}

function whyOf(frame: Frame, { kind, subject, payload, peopleIds }: Milestone, { milestones, backings, names }: Life): string[] {
  const t = texts[frame.locale]
  if (kind === 'need') return [t.backed(backings.get(subject) ?? 0)]
  if (kind === 'idea') {
    const needs = milestones.filter(one => one.kind === 'need').length
    return needs > 0 ? [t.grewFrom(needs), t.backed(backings.get(subject) ?? 0)] : [t.backed(backings.get(subject) ?? 0)]
  }
  if (kind === 'submitted') return [t.number(String(payload.publicNo ?? ''))]
  if ((kind === 'reopened' || kind === 'withdrawn') && payload.reason) return [t.reason(String(payload.reason))]
  const people = peopleIds.map(id => names.get(id)).filter(Boolean)
  if (people.length === 0) return []
  return kind === 'joined' ? [people.join(', ')] : [t.acceptedBy(people.join(', '))]
}

function hrefOf({ kind, subject, payload }: Milestone, { readable }: Life): string | undefined {
  if (kind === 'need' || kind === 'idea') return addressOfThing(subject)
  if (kind === 'frozen') return url(paths.projectVersion, { id: subject, version: Number(payload.version) })
  const adviceId = String(payload.adviceId)
  return kind === 'answered' || (kind === 'asked' && readable.has(adviceId)) ? url(paths.advice, { id: adviceId }) : undefined
}

/** The whole record, fact by fact, each with its number in the public register. */
export const AllFacts = ({ frame, life }: Omit<Props, 'project'>) => {
  const t = texts[frame.locale].facts
  return (
    <Fold summary={t.open(life.facts.length)}>
      <ul class="tight small">
        {life.facts.map(fact => (
          <li>
            {capital(fact.sentence)}
            {isNamed(fact.fact) && life.names.get(fact.actorId) ? ` · ${life.names.get(fact.actorId)}` : ''}
            <span class="muted">
              {' '}
              · {dateAndTime(fact.at, frame.locale)} ·{' '}
              <a href={`${url(paths.register, undefined, { przed: fact.seq + 1 })}#nr-${fact.seq}`}>{t.no(fact.seq)}</a>
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
