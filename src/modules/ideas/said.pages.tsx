import type { PropsWithChildren } from 'hono/jsx'
import { type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Verdict } from '#kit/verdict.ts'
import type { CommentActs } from '#modules/discussions/comments/comment-acts.rules.ts'
import { Discussion } from '#modules/discussions/discussions.parts.tsx'
import type { Comment } from '#modules/discussions/discussions.rules.ts'
import { type PlaceOfTalk, TalkOfThing } from '#modules/discussions/running/running.parts.tsx'
import type { Addition } from '#modules/ideas/edits.rules.ts'
import type { HandoverTraceView } from '#modules/ideas/handovers/handovers.parts.tsx'
import { PlansAside } from '#modules/ideas/plans.parts.tsx'
import { SimilarAside } from '#modules/ideas/similar.parts.tsx'
import type { SimilarThings } from '#modules/ideas/similar.rules.ts'
import { CitedField, type Source } from '#modules/ideas/sources.parts.tsx'
import { closedTalk, ideasWords, whyWords } from '#modules/ideas/space.parts.tsx'
import type { Names, SeasonWhy } from '#modules/ideas/space.rules.ts'
import { PlaceFields, type Sentences, WordsFields } from '#modules/ideas/space-form.parts.tsx'
import type { Posting } from '#modules/moderation/limits.rules.ts'
import { type Assisted, BehalfFields, behalfIn } from '#modules/people/office/behalf.parts.tsx'
import { Openness } from '#modules/programme/calendar.parts.tsx'
import type { Openness as Open } from '#modules/programme/calendar.rules.ts'
import type { CityPlan } from '#modules/programme/registers/city-plans.rules.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import type { Addresses } from '#modules/programme/territories/addresses.rules.ts'
import { type Territory, whereOf } from '#modules/programme/territories/territories.rules.ts'
import type { paths } from '#paths'
import { Button, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Now } from '#ui/parts.tsx'

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

/** What people say to it, or why nobody may now. Nothing in an edition without discussions. */
export const SaidTalk = ({ frame, view, id, action }: { frame: Frame; view: SaidView; id: string; action: string }) =>
  view.comments && (
    <>
      <TalkOfThing frame={frame} subjectId={id} place={view.talkPlace} />
      <Discussion
        frame={frame}
        comments={view.comments}
        names={view.names}
        action={action}
        {...closedTalk(frame, view)}
        form={view.commentForm}
        acts={view.commentActs}
        {...behalfIn(frame, view.assisted)}
      />
    </>
  )

type NewProps = PropsWithChildren<{
  frame: Frame
  view: NewView
  /** Of the form, and the name by which this browser keeps what is typed. */
  id: string
  keep: string
  action: typeof paths.needs | typeof paths.ideas
  t: Sentences & { readonly title: string; readonly lead: string; readonly send: string }
  /** What the list of its kind is called. */
  list: string
  files?: boolean
}>

/** The form for something new, with what resembles it beside; what only its kind asks stands inside. */
export const SaidNewPage = ({ frame, view, id, keep, action, t, list, files, children }: NewProps) => {
  const { form } = view
  const { check } = ideasWords(frame).ideaForm
  const aside = (
    <>
      <SimilarAside frame={frame} form={id} things={view.similar} />
      <PlansAside frame={frame} place={view.here} plans={view.plans} />
    </>
  )
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={list} aside={view.joining.ok ? aside : undefined}>
      {!view.joining.ok ? (
        <Now title={whyWords(view.joining.why, view.open, frame)} tone="wait">
          <p>
            <a href={action}>{list}</a>
          </p>
        </Now>
      ) : (
        <>
          <Openness of={view.open} frame={frame} />
          <kept-form name={keep}>
            <Form action={action} form={form} id={id} {...(files ? { files } : {})}>
              <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
              <CitedField frame={frame} cited={view.cited} />
              <WordsFields frame={frame} form={form} t={t} />
              <PlaceFields
                frame={frame}
                form={form}
                places={view.places}
                where={view.here && whereOf(view.here)}
                addresses={view.addresses}
                action={action}
              />
              {children}
              {view.assisted && <BehalfFields frame={frame} form={form} people={view.assisted} />}
              <ProcessingNote of="space" />
              <Acts>
                <Button>{t.send}</Button>
                <Button quiet name="step" value="check">
                  {check}
                </Button>
              </Acts>
            </Form>
          </kept-form>
        </>
      )}
    </Layout>
  )
}
