import { shortDate } from '#kit/dates.ts'
import { FollowButton } from '#modules/following/following.parts.tsx'
import { HandoverTrace } from '#modules/ideas/handovers/handovers.parts.tsx'
import type { Idea } from '#modules/ideas/ideas.rules.ts'
import { isLiveIdea } from '#modules/ideas/ideas.rules.ts'
import type { Need } from '#modules/ideas/needs.rules.ts'
import { PlansAside } from '#modules/ideas/plans.parts.tsx'
import { type NewView, SaidNewPage, SaidTalk, type SaidView } from '#modules/ideas/said.pages.tsx'
import { BehalfBacking, type Picture, SaidBody } from '#modules/ideas/said.parts.tsx'
import { type Source, Sources } from '#modules/ideas/sources.parts.tsx'
import { BackingPanel, EndForm, ideasWords, placeTitle, StateTag } from '#modules/ideas/space.parts.tsx'
import type { CityPlan } from '#modules/programme/registers/city-plans.rules.ts'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { ActButton, Field } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LiveNote } from '#ui/live-note.tsx'
import { LifeLine, LinkButton, Now } from '#ui/parts.tsx'

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
      <SaidTalk frame={frame} view={view} id={id} action={url(paths.needComments, { id })} />
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

export const NeedNewPage = ({ frame, view }: { frame: Frame; view: NewView }) => {
  const t = ideasWords(frame)
  const files = { pl: filesTexts, en: filesTextsEn }[frame.locale]
  const { form } = view
  return (
    <SaidNewPage frame={frame} view={view} id="nowa-potrzeba" keep="potrzeba" action={paths.needs} t={t.needForm} list={t.needs.title} files>
      <FileField name="photo" label={t.needForm.photo} hint={files.hint} form={form} accept="image/jpeg,image/png,image/webp" />
      <Field name="alt" label={files.alt} hint={files.altHint} form={form} maxlength={200} />
    </SaidNewPage>
  )
}
