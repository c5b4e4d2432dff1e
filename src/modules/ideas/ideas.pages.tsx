import type { Child } from 'hono/jsx'
import { shortDate } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { FollowButton } from '#modules/following/following.parts.tsx'
import { HandoverTrace } from '#modules/ideas/handovers/handovers.parts.tsx'
import { type Idea, isLiveIdea } from '#modules/ideas/ideas.rules.ts'
import type { Need } from '#modules/ideas/needs.rules.ts'
import { type NewView, SaidNewPage, SaidTalk, type SaidView } from '#modules/ideas/said.pages.tsx'
import { BehalfBacking, SaidBody } from '#modules/ideas/said.parts.tsx'
import { SimilarList } from '#modules/ideas/similar.parts.tsx'
import type { SimilarThings } from '#modules/ideas/similar.rules.ts'
import { type Source, Sources } from '#modules/ideas/sources.parts.tsx'
import { BackingPanel, EndForm, ideasWords, placeTitle, StateTag } from '#modules/ideas/space.parts.tsx'
import { type ShownAnswer, SpokenAnswers } from '#modules/ideas/workshops/agenda.parts.tsx'
import { paths, url } from '#paths'
import { Button, Checkboxes, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LiveNote } from '#ui/live-note.tsx'
import { Acts, Fold, LifeLine, LinkButton, Now, Row, Rows } from '#ui/parts.tsx'

export type IdeaView = SaidView & {
  readonly idea: Idea
  readonly needs: readonly Need[]
  readonly sources: readonly Source[]
  /** What units said about it aloud. */
  readonly spoken: readonly ShownAnswer[]
  readonly similar: SimilarThings
  /** Needs of the place that may still be joined; undefined when the visitor may not. */
  readonly joinable: readonly Need[] | undefined
  readonly joinForm?: FormState | undefined
  /** Sections of the modules above. */
  readonly beside: Child
  readonly mayDraft: boolean
  readonly mayAsk: boolean
  /** The joint draft that grew from it. */
  readonly projectId: string | undefined
}

export const IdeaPage = ({ frame, view }: { frame: Frame; view: IdeaView }) => {
  const { idea, place } = view
  const t = ideasWords(frame)
  const id = idea.id
  return (
    <Layout
      frame={frame}
      title={idea.title}
      kicker={`${placeTitle(place, frame)} · ${t.idea.kicker}`}
      description={idea.text.slice(0, 150)}
      aside={<IdeaAside frame={frame} view={view} />}
    >
      <LiveNote about={[idea.id]} here={url(paths.idea, { id: idea.id })} />
      <SaidBody frame={frame} said={idea} names={view.names} additions={view.additions} edit={view.own ? url(paths.ideaEdit, { id }) : undefined} />
      {view.beside}
      <Sources frame={frame} sources={view.sources} />
      <SpokenAnswers frame={frame} answers={view.spoken} />
      <FollowButton frame={frame} kind="thing" target={id} followId={view.followId} feed={url(paths.feed, undefined, { o: id })} />
      <HandoverTrace frame={frame} subjectId={id} view={view} />
      {idea.state === 'dropped' ? (
        <Now title={t.idea.dropped} tone="no">
          <p>
            <b>{t.reason}:</b> {idea.reason}
          </p>
        </Now>
      ) : idea.state === 'continued' ? null : (
        <BackingPanel
          frame={frame}
          title={t.idea.backTitle(view.backings)}
          lead={t.idea.backLead}
          label={t.idea.back}
          backedWords={t.idea.backed}
          action={url(paths.ideaBacking, { id })}
          end={url(paths.ideaBackingEnd, { id })}
          mine={view.mine}
          verdict={view.backing}
          open={view.open}
        >
          {view.assisted && view.open.state === 'open' && (
            <BehalfBacking frame={frame} action={url(paths.ideaBacking, { id })} people={view.assisted} form={view.behalfForm} />
          )}
        </BackingPanel>
      )}
      {isLiveIdea(idea) && <NextSteps frame={frame} view={view} />}
      <Needs frame={frame} view={view} />
      <SaidTalk frame={frame} view={view} id={id} action={url(paths.ideaComments, { id })} />
      {view.mayEnd && (
        <EndForm frame={frame} action={url(paths.ideaDropping, { id })} label={t.idea.drop} lead={t.idea.dropLead} form={view.endForm} />
      )}
    </Layout>
  )
}

/** Going up is a link: to a joint draft that starts from this idea, and to the question to a city unit. */
const NextSteps = ({ frame, view }: { frame: Frame; view: IdeaView }) => {
  const { idea: t } = ideasWords(frame)
  const { projectId, idea } = view
  if (!projectId && !view.mayDraft && !view.mayAsk) return null
  return (
    <section class="tight">
      <h2>{t.develop}</h2>
      {projectId === undefined && view.mayDraft && <p>{t.startDraftLead}</p>}
      {view.mayAsk && <p>{t.askLead}</p>}
      <Acts>
        {projectId !== undefined && <LinkButton href={url(paths.project, { id: projectId })}>{t.openDraft}</LinkButton>}
        {projectId === undefined && view.mayDraft && (
          <LinkButton href={url(paths.projectNew, undefined, { pomysl: idea.id })}>{t.startDraft}</LinkButton>
        )}
        {view.mayAsk && (
          <LinkButton href={url(paths.adviceNew, undefined, { o: idea.id })} quiet>
            {t.ask}
          </LinkButton>
        )}
        <a href={url(paths.adviceQueue, undefined, { o: idea.id })}>{t.advice}</a>
      </Acts>
    </section>
  )
}

const Needs = ({ frame, view }: { frame: Frame; view: IdeaView }) => {
  const all = ideasWords(frame)
  const { idea: t } = all
  return (
    <section class="part tight">
      <h2>{t.needs}</h2>
      {view.needs.length === 0 ? (
        <p class="muted">{t.needsNone}</p>
      ) : (
        <Rows plain>
          {view.needs.map(need => (
            <Row title={need.title} href={url(paths.need, { id: need.id })} note={all.addedOn({ date: shortDate(need.createdAt, frame.locale) })} />
          ))}
        </Rows>
      )}
      {view.joinable && view.joinable.length > 0 && (
        <Fold summary={t.joinNeeds} open={view.joinForm !== undefined}>
          <Form action={url(paths.ideaNeeds, { id: view.idea.id })} class="form plain" {...(view.joinForm ? { form: view.joinForm } : {})}>
            <Checkboxes
              name="needs"
              label={t.joinNeedsLead}
              form={view.joinForm ?? { typed: {}, errors: {} }}
              options={view.joinable.map(need => ({ value: need.id, label: need.title }))}
            />
            <Acts>
              <Button quiet>{t.joinNeedsSend}</Button>
            </Acts>
          </Form>
        </Fold>
      )}
    </section>
  )
}

const IdeaAside = ({ frame, view }: { frame: Frame; view: IdeaView }) => {
  const t = ideasWords(frame)
  const { idea, needs, projectId } = view
  return (
    <>
      <h2>{t.idea.road}</h2>
      <LifeLine
        steps={[
          ...needs.slice(0, 4).map(need => ({
            title: need.title,
            note: `${t.idea.roadNeed.toLowerCase()} · ${shortDate(need.createdAt, frame.locale)}`,
            state: 'done' as const,
            href: url(paths.need, { id: need.id }),
          })),
          {
            title: t.idea.roadIdea,
            note: `${shortDate(idea.createdAt, frame.locale)} · ${t.backers(view.backings)}`,
            state: idea.state === 'proposed' ? 'now' : 'done',
          },
          projectId === undefined
            ? { title: t.idea.roadDraft, note: t.idea.roadDraftAhead, state: 'ahead' as const }
            : { title: t.idea.roadDraft, state: 'now' as const, href: url(paths.project, { id: projectId }) },
          { title: t.idea.roadSubmitted, state: 'ahead' },
        ]}
      />
      <p>
        <StateTag frame={frame} state={idea.state} />
      </p>
      {Object.values(view.similar).some(list => list.length > 0) && (
        <section class="tight">
          <h2>{t.idea.similar}</h2>
          <SimilarList frame={frame} things={view.similar} />
        </section>
      )}
    </>
  )
}

export type NewIdeaView = NewView & {
  readonly needs: readonly { readonly id: string; readonly title: string }[]
  readonly chosen: readonly string[]
}

export const IdeaNewPage = ({ frame, view }: { frame: Frame; view: NewIdeaView }) => {
  const t = ideasWords(frame)
  return (
    <SaidNewPage frame={frame} view={view} id="nowy-pomysl" keep="pomysl" action={paths.ideas} t={t.ideaForm} list={t.ideas.title}>
      {view.needs.length > 0 && (
        <Checkboxes
          name="needs"
          label={t.ideaForm.needs}
          hint={t.ideaForm.needsHint}
          form={view.form}
          value={view.chosen}
          options={view.needs.map(need => ({ value: need.id, label: need.title }))}
        />
      )}
    </SaidNewPage>
  )
}
