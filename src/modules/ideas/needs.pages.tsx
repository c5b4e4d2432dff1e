import { shortDate } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Verdict } from '#kit/verdict.ts'
import type { CommentActs } from '#modules/discussions/comment-acts.rules.ts'
import { Discussion } from '#modules/discussions/discussions.parts.tsx'
import type { Comment } from '#modules/discussions/discussions.rules.ts'
import { type PlaceOfTalk, TalkOfThing } from '#modules/discussions/running.parts.tsx'
import { FollowButton } from '#modules/following/following.parts.tsx'
import type { Addition } from '#modules/ideas/edits.rules.ts'
import { HandoverTrace, type HandoverTraceView } from '#modules/ideas/handovers.parts.tsx'
import type { Idea } from '#modules/ideas/ideas.rules.ts'
import { isLiveIdea } from '#modules/ideas/ideas.rules.ts'
import type { Need } from '#modules/ideas/needs.rules.ts'
import { PlansAside } from '#modules/ideas/plans.parts.tsx'
import { BehalfBacking, type Picture, SaidBody } from '#modules/ideas/said.parts.tsx'
import { SimilarAside } from '#modules/ideas/similar.parts.tsx'
import type { SimilarThings } from '#modules/ideas/similar.rules.ts'
import { CitedField, type Source, Sources } from '#modules/ideas/sources.parts.tsx'
import { BackingPanel, closedTalk, EndForm, ideasWords, placeTitle, StateTag, whyWords } from '#modules/ideas/space.parts.tsx'
import type { Names, SeasonWhy } from '#modules/ideas/space.rules.ts'
import { PlaceFields, WordsFields } from '#modules/ideas/space-form.parts.tsx'
import type { Posting } from '#modules/moderation/limits.rules.ts'
import { type Assisted, BehalfFields, behalfIn } from '#modules/people/behalf.parts.tsx'
import type { Addresses } from '#modules/programme/addresses.rules.ts'
import { Openness } from '#modules/programme/calendar.parts.tsx'
import type { Openness as Open } from '#modules/programme/calendar.rules.ts'
import type { CityPlan } from '#modules/programme/city-plans.rules.ts'
import { ProcessingNote } from '#modules/programme/privacy.parts.tsx'
import { type Territory, whereOf } from '#modules/programme/territories.rules.ts'
import { paths, url } from '#paths'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { ActButton, Button, Field, FileField, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LiveNote } from '#ui/live-note.tsx'
import { Acts, LifeLine, LinkButton, Now } from '#ui/parts.tsx'

export type BackVerdict = Verdict<SeasonWhy | 'sign-in' | 'own' | 'ended'>
/** What the pages of a need and of an idea are shown with alike. */
export type SaidView = HandoverTraceView & {
  readonly place: Territory
  readonly names: Names
  readonly backings: number
  readonly additions: readonly Addition[]
  /** The visitor said it: they may mend it or add to it. */
  readonly own: boolean
  readonly mine: boolean
  readonly backing: BackVerdict
  readonly open: Open
  /** Undefined when this edition has no discussions. */
  readonly comments: readonly Comment[] | undefined
  /** What the visitor may do with each comment. */
  readonly commentActs: (comment: Comment) => CommentActs
  readonly talking: Verdict<string>
  /** The talk of the area that it lies in. */
  readonly talkPlace: PlaceOfTalk | undefined
  /** New accounts write little, and some talks are slowed down. */
  readonly posting: Posting
  /** People without e-mail whom the visitor may write for; undefined for everybody else. */
  readonly assisted: readonly Assisted[] | undefined
  readonly commentForm?: FormState | undefined
  readonly behalfForm?: FormState | undefined
  readonly endForm?: FormState | undefined
  readonly mayEnd: boolean
  /** The visitor's own follow of it. */
  readonly followId: string | undefined
}
export type NeedView = SaidView & {
  readonly need: Need
  readonly photos: readonly Picture[]
  readonly ideas: readonly Idea[]
  readonly similar: readonly { readonly id: string; readonly title: string; readonly mayJoin: boolean }[]
  readonly mayPropose: boolean
  readonly plans: readonly CityPlan[]
  readonly sources: readonly Source[]
}

export const NeedPage = ({ frame, view }: { frame: Frame; view: NeedView }) => {
  const { need, place, ideas } = view
  const t = ideasWords(frame)
  const id = need.id
  return (
    <Layout
      frame={frame}
      title={need.title}
      kicker={`${placeTitle(place, frame)} · ${t.need.kicker}`}
      description={need.text.slice(0, 150)}
      aside={<NeedAside frame={frame} view={view} />}
    >
      <LiveNote about={[need.id]} here={url(paths.need, { id: need.id })} />
      <SaidBody
        frame={frame}
        said={need}
        names={view.names}
        photos={view.photos}
        additions={view.additions}
        edit={view.own ? url(paths.needEdit, { id }) : undefined}
      />
      <Sources frame={frame} sources={view.sources} />
      <FollowButton frame={frame} kind="thing" target={id} followId={view.followId} feed={url(paths.feed, undefined, { o: id })} />
      <HandoverTrace frame={frame} subjectId={id} view={view} />
      {need.state === 'closed' ? (
        <Now title={t.need.closed} tone="no">
          <p>
            <b>{t.reason}:</b> {need.reason}
          </p>
        </Now>
      ) : (
        <BackingPanel
          frame={frame}
          title={t.need.backTitle(view.backings)}
          lead={t.need.backLead}
          label={t.need.back}
          backedWords={t.need.backed}
          action={url(paths.needBacking, { id })}
          end={url(paths.needBackingEnd, { id })}
          mine={view.mine}
          verdict={view.backing}
          open={view.open}
        >
          {view.assisted && view.open.state === 'open' && (
            <BehalfBacking frame={frame} action={url(paths.needBacking, { id })} people={view.assisted} form={view.behalfForm} />
          )}
        </BackingPanel>
      )}
      {ideas.length === 0 && view.mayPropose && need.state === 'open' && (
        <section class="tight">
          <h2>{t.need.makeIdea}</h2>
          <p>{t.need.makeIdeaLead}</p>
          <p>
            <LinkButton href={url(paths.ideaNew, undefined, { potrzeba: id })}>{t.need.makeIdea}</LinkButton>
          </p>
        </section>
      )}
      {view.similar.length > 0 && <SimilarIdeas frame={frame} view={view} />}
      {view.comments && <TalkOfThing frame={frame} subjectId={id} place={view.talkPlace} />}
      {view.comments && (
        <Discussion
          frame={frame}
          comments={view.comments}
          names={view.names}
          action={url(paths.needComments, { id })}
          {...closedTalk(frame, view)}
          form={view.commentForm}
          acts={view.commentActs}
          {...behalfIn(frame, view.assisted)}
        />
      )}
      {view.mayEnd && (
        <EndForm frame={frame} action={url(paths.needClosing, { id })} label={t.need.close} lead={t.need.closeLead} form={view.endForm} />
      )}
    </Layout>
  )
}

const SimilarIdeas = ({ frame, view }: { frame: Frame; view: NeedView }) => {
  const { need: t } = ideasWords(frame)
  return (
    <section class="tight">
      <h2>{t.similarIdeas}</h2>
      <p class="muted">{t.similarIdeasLead}</p>
      <ul class="stack">
        {view.similar.map(idea => (
          <li class="tight">
            <a href={url(paths.idea, { id: idea.id })}>{idea.title}</a>
            {idea.mayJoin && (
              <ActButton action={url(paths.ideaNeeds, { id: idea.id })} label={t.joinThis} quiet small fields={{ 'needs[]': view.need.id }} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const NeedAside = ({ frame, view }: { frame: Frame; view: NeedView }) => {
  const t = ideasWords(frame)
  const { need, ideas, place } = view
  const alive = ideas.filter(isLiveIdea)
  return (
    <>
      <h2>{t.need.road}</h2>
      <LifeLine
        steps={[
          {
            title: t.need.roadNeed,
            note: `${shortDate(need.createdAt, frame.locale)} · ${t.backers(view.backings)}`,
            state: alive.length > 0 ? 'done' : 'now',
          },
          ...alive.map(idea => ({
            title: idea.title,
            note: `${t.need.roadIdea.toLowerCase()} · ${t.ideaStates[idea.state]}`,
            state: 'now' as const,
            href: url(paths.idea, { id: idea.id }),
          })),
          ...(alive.length > 0 ? [] : [{ title: t.need.roadIdea, note: t.need.roadIdeaAhead, state: 'ahead' as const }]),
          { title: t.need.roadProject, state: 'ahead' },
        ]}
      />
      <p>
        <StateTag frame={frame} state={need.state} />
      </p>
      <PlansAside frame={frame} place={place} plans={view.plans} />
    </>
  )
}

export type NewView = {
  readonly form: FormState
  readonly addresses: Addresses
  readonly places: readonly Territory[]
  /** The place the visitor comes from. */
  readonly here: Territory | undefined
  readonly plans: readonly CityPlan[]
  readonly open: Open
  readonly joining: Verdict<string>
  readonly assisted: readonly Assisted[] | undefined
  /** What it grows out of. */
  readonly cited: Source | undefined
  /** What resembles it, as far as it is typed. */
  readonly similar: SimilarThings | undefined
}

export const NeedNewPage = ({ frame, view }: { frame: Frame; view: NewView }) => {
  const t = ideasWords(frame)
  const files = { pl: filesTexts, en: filesTextsEn }[frame.locale]
  const { form } = view
  return (
    <Layout
      frame={frame}
      title={t.needForm.title}
      lead={t.needForm.lead}
      kicker={t.needs.title}
      aside={
        view.joining.ok ? (
          <>
            <SimilarAside frame={frame} form="nowa-potrzeba" things={view.similar} />
            <PlansAside frame={frame} place={view.here} plans={view.plans} />
          </>
        ) : undefined
      }
    >
      {!view.joining.ok ? (
        <Now title={whyWords(view.joining.why, view.open, frame)} tone="wait">
          <p>
            <a href={paths.needs}>{t.needs.title}</a>
          </p>
        </Now>
      ) : (
        <>
          <Openness of={view.open} frame={frame} />
          <kept-form name="potrzeba">
            <Form action={paths.needs} form={form} files id="nowa-potrzeba">
              <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
              <CitedField frame={frame} cited={view.cited} />
              <WordsFields frame={frame} form={form} t={t.needForm} />
              <PlaceFields
                frame={frame}
                form={form}
                places={view.places}
                where={view.here && whereOf(view.here)}
                addresses={view.addresses}
                action={paths.needs}
              />
              <FileField name="photo" label={t.needForm.photo} hint={files.hint} form={form} accept="image/jpeg,image/png,image/webp" />
              <Field name="alt" label={files.alt} hint={files.altHint} form={form} maxlength={200} />
              {view.assisted && <BehalfFields frame={frame} form={form} people={view.assisted} />}
              <ProcessingNote of="space" />
              <Acts>
                <Button>{t.needForm.send}</Button>
                <Button quiet name="step" value="check">
                  {t.ideaForm.check}
                </Button>
              </Acts>
            </Form>
          </kept-form>
        </>
      )}
    </Layout>
  )
}
