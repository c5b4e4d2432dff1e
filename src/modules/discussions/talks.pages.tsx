import type { Child } from 'hono/jsx'
import { shortDate, startOfDay } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import type { Thing } from '#kit/things.ts'
import type { Verdict } from '#kit/verdict.ts'
import type { CommentActs } from '#modules/discussions/comments/comment-acts.rules.ts'
import { Discussion } from '#modules/discussions/discussions.parts.tsx'
import type { Comment } from '#modules/discussions/discussions.rules.ts'
import { closedWords, openRoundsWords, type TalkLine, TalkRows, talksWords } from '#modules/discussions/talks.parts.tsx'
import {
  isRoundOpen,
  kindsIn,
  type Order,
  type RoundKind,
  roundClosesAt,
  type Standing,
  type Talk,
  type TalkRound,
  talkTitle,
} from '#modules/discussions/talks.rules.ts'
import { FollowButton } from '#modules/following/following.parts.tsx'
import type { Posting } from '#modules/moderation/limits.rules.ts'
import { postingWords } from '#modules/moderation/moderation.parts.tsx'
import { type Assisted, behalfIn } from '#modules/people/office/behalf.parts.tsx'
import { cityWhere } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LiveCount } from '#ui/live-note.tsx'
import { Acts, Empty, LifeLine, LinkButton, Now, Row, Rows } from '#ui/parts.tsx'

export const TalksPage = ({ frame, talks }: { frame: Frame; talks: readonly TalkLine[] }) => {
  const t = talksWords(frame).list
  const [city, places] = [talks.filter(talk => talk.territoryKind === 'city'), talks.filter(talk => talk.territoryKind !== 'city')]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {talks.length === 0 && (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      )}
      {places.length > 0 && (
        <section class="stack">
          <h2>{t.districts}</h2>
          <TalkRows frame={frame} talks={places} />
        </section>
      )}
      {city.length > 0 && (
        <section class="stack">
          <h2>{t.city}</h2>
          <TalkRows frame={frame} talks={city} />
        </section>
      )}
    </Layout>
  )
}

export type TalkView = {
  /** The visitor's own follow of it. */
  readonly followId: string | undefined
  readonly talk: Talk
  readonly rounds: readonly TalkRound[]
  readonly standing: Standing
  readonly talking: Verdict<string>
  readonly posting: Posting
  readonly comments: readonly Comment[]
  readonly names: ReadonlyMap<string, string>
  readonly things: readonly Thing[]
  readonly acts: (comment: Comment) => CommentActs
  /** People without e-mail whom the visitor may write for; undefined for everybody else. */
  readonly assisted: readonly Assisted[] | undefined
  readonly order: { readonly by: Order; readonly seed: string }
  /** The talk of the district above, and the smaller ones below. */
  readonly above: Talk | undefined
  readonly below: readonly TalkLine[]
  readonly form?: FormState | undefined
  /** What stands between the calendar and the comments: the summary. */
  readonly summary?: Child
  /** After the comments: interest in a talk nearer by. */
  readonly interest?: Child
  /** Doors for whoever runs the talk. */
  readonly running?: Child
}

export const TalkPage = ({ frame, view }: { frame: Frame; view: TalkView }) => {
  const { talk, order } = view
  const t = talksWords(frame)
  const here = url(paths.talk, { id: talk.id }, order.by === 'losowo' ? undefined : { kolejnosc: order.by })
  const kind = talk.territoryKind === 'city' || talk.territoryKind === 'district' ? talk.territoryKind : 'area'
  return (
    <Layout
      frame={frame}
      title={talkTitle(talk)}
      kicker={t.page.kicker[kind]}
      description={t.page.description({ title: talkTitle(talk) })}
      aside={<TalkAside frame={frame} view={view} />}
    >
      <LiveCount about={[talk.id]} here={here} words={t.page.newOnes} show={t.page.show} />
      {talk.areaWords && <p>{t.page.words({ words: talk.areaWords })}</p>}
      <TalkNow frame={frame} view={view} />
      <FollowButton frame={frame} kind="thing" target={talk.id} followId={view.followId} feed={url(paths.feed, undefined, { o: talk.id })} />
      {view.summary}
      <Discussion
        frame={frame}
        comments={view.comments}
        names={view.names}
        action={url(paths.talkComments, { id: talk.id })}
        kinds={kindsIn(view.standing.open)}
        acts={view.acts}
        {...behalfIn(frame, view.assisted)}
        order={{ ...order, href: by => `${url(paths.talk, { id: talk.id }, { kolejnosc: by })}#rozmowa` }}
        form={view.form}
        {...closedBy(frame, view)}
      />
      <TalkThings frame={frame} things={view.things} />
      {view.interest}
    </Layout>
  )
}

const closedBy = (frame: Frame, { talking, standing, posting }: TalkView) => {
  if (talking.ok) return postingWords(frame, posting)
  return talking.why === 'sign-in' ? { signIn: url(paths.signIn, undefined, { powrot: frame.path }) } : { closed: closedWords(standing, frame) }
}

/** What is open now and until when, what comes next, and what may be done. */
const TalkNow = ({ frame, view: { talk, standing } }: { frame: Frame; view: TalkView }) => {
  const { page: t, rounds, roundHints } = talksWords(frame)
  if (talk.state === 'joined')
    return (
      <Now title={t.joined} tone="wait">
        <p>{t.joinedLead}</p>
        <Acts>
          <LinkButton href={url(paths.talk, { id: talk.joinedInto ?? talk.id })}>{t.toJoined}</LinkButton>
        </Acts>
      </Now>
    )
  if (standing.open.length === 0) return <Now title={closedWords(standing, frame)} tone="wait" />
  const ends = standing.open.map(round => round.to).sort()[0] ?? ''
  const where = talk.territoryKind === 'city' ? cityWhere : (talk.territoryNumber ?? undefined)
  const may = (kind: RoundKind) => standing.open.some(round => round.kind === kind)
  return (
    <Now title={t.nowOpen({ rounds: openRoundsWords(standing, frame) })} kicker={t.until({ day: ends })}>
      <p>{standing.open.map(({ kind }) => roundHints[kind]).join(' ')}</p>
      {standing.next && <p>{t.next({ round: rounds[standing.next.kind], day: standing.next.from })}</p>}
      {standing.open.map(({ kind, to, reason }) => reason && <p class="small">{t.extended({ round: rounds[kind], day: to, reason })}</p>)}
      <Acts>
        {may('needs') && <LinkButton href={url(paths.needNew, undefined, { gdzie: where })}>{t.addNeed}</LinkButton>}
        {may('ideas') && (
          <LinkButton href={url(paths.ideaNew, undefined, { gdzie: where })} quiet>
            {t.addIdea}
          </LinkButton>
        )}
        {may('draft') && (
          <LinkButton href={url(paths.projectNew, undefined, { gdzie: where })} quiet>
            {t.startDraft}
          </LinkButton>
        )}
      </Acts>
    </Now>
  )
}

const TalkThings = ({ frame, things }: { frame: Frame; things: readonly Thing[] }) => {
  const t = talksWords(frame).page
  return (
    <section class="stack">
      <h2>{t.things}</h2>
      {things.length === 0 ? (
        <p class="muted">{t.noThings}</p>
      ) : (
        <>
          <p class="muted">{t.thingsHint}</p>
          <Rows plain>
            {things.map(thing => (
              <Row title={thing.title} href={thing.path} />
            ))}
          </Rows>
        </>
      )}
    </section>
  )
}

const TalkAside = ({ frame, view }: { frame: Frame; view: TalkView }) => {
  const { page: t, rounds } = talksWords(frame)
  const days = ({ from, to }: TalkRound) => t.span({ from: shortDate(startOfDay(from), frame.locale), to: shortDate(startOfDay(to), frame.locale) })
  return (
    <>
      <h2>{t.roundsTitle}</h2>
      <LifeLine
        steps={view.rounds.map(round => ({
          title: rounds[round.kind],
          note: days(round),
          state: isRoundOpen(round, frame.now) ? 'now' : roundClosesAt(round) < frame.now ? 'done' : 'ahead',
        }))}
      />
      {view.above && (
        <p>
          <a href={url(paths.talk, { id: view.above.id })}>{t.district}</a>
        </p>
      )}
      {view.below.length > 0 && (
        <section class="tight">
          <h2>{t.areas}</h2>
          <p class="small muted">{t.areasHint}</p>
          <ul class="tight">
            {view.below.map(talk => (
              <li>
                <a href={url(paths.talk, { id: talk.id })}>{talkTitle(talk)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.running}
    </>
  )
}
