import type { Child } from 'hono/jsx'
import { AllFacts, type Life, ProjectLife } from '#modules/city/project/life.parts.tsx'
import { AdviceCard, AskAdvice } from '#modules/consultation/advice.parts.tsx'
import type { Asking, NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { FollowButton } from '#modules/following/following.parts.tsx'
import { HiddenStub, type HidingSaid, ReportLink } from '#modules/moderation/moderation.parts.tsx'
import { ProjectNow, ProjectWork } from '#modules/proposals/project-now.parts.tsx'
import { ProjectBody, ProjectPeople, projectKicker, projectTitle } from '#modules/proposals/proposals.parts.tsx'
import { isPublic } from '#modules/proposals/proposals.rules.ts'
import { ProjectTalk, sectionTalk } from '#modules/proposals/suggestions/changes.parts.tsx'
import type { ProjectTalkView } from '#modules/proposals/suggestions/changes.rules.ts'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import type { Standing } from '#modules/support/standing.rules.ts'
import { SupportCard } from '#modules/support/support.parts.tsx'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LiveNote } from '#ui/live-note.tsx'

type Props = {
  frame: Frame
  view: ProjectView
  life: Life
  advice: readonly NamedAdvice[]
  /** For whoever is signed in. */
  asking: Asking | undefined
  followId: string | undefined
  talk: ProjectTalkView | undefined
  support: Standing | undefined
  /** Why it is out of sight, where it is. */
  hiding: HidingSaid | undefined
  /** Where everybody finds it, with the name of the house. */
  publicUrl: string
  /** Sections of the modules between. */
  beside: Child
}

/** The one page of a project's whole life: where it stands, what it says, and every step back to the first need. */
export const ProjectLifePage = ({ frame, view, life, advice, asking, followId, talk, support, hiding, publicUrl, beside }: Props) => (
  <Layout
    frame={frame}
    title={projectTitle(frame.locale, view.project)}
    kicker={projectKicker(frame.locale, view.project, view.territory)}
    lead={view.project.summary || undefined}
    preview={
      isPublic(view.project)
        ? { address: `${publicUrl}${url(paths.project, { id: view.project.id })}`, image: `${publicUrl}${frame.asset('preview.png')}` }
        : undefined
    }
    aside={
      <>
        <ProjectLife frame={frame} project={view.project} life={life} />
        <ProjectWork frame={frame} view={view} />
      </>
    }
  >
    <LiveNote about={[view.project.id, ...advice.map(({ id }) => id)]} here={url(paths.project, { id: view.project.id })} />
    {hiding && <HiddenStub frame={frame} hiding={hiding} mine />}
    <ProjectPeople frame={frame} view={view} />
    {isPublic(view.project) && (
      <FollowButton
        frame={frame}
        kind="thing"
        target={view.project.id}
        followId={followId}
        feed={url(paths.feed, undefined, { o: view.project.id })}
      />
    )}
    <ProjectNow frame={frame} view={view} />
    <SupportCard frame={frame} standing={support} />
    {beside}
    {advice.map(one => (
      <AdviceCard frame={frame} advice={one} brief />
    ))}
    {asking && <AskAdvice frame={frame} subjectId={view.project.id} asking={asking} />}
    <ProjectBody frame={frame} view={view} below={sectionTalk(frame, talk)} />
    {talk && <ProjectTalk frame={frame} talk={talk} />}
    {isPublic(view.project) && (
      <p>
        <ReportLink frame={frame} id={view.project.id} title={projectTitle(frame.locale, view.project)} />
      </p>
    )}
    <AllFacts frame={frame} life={life} />
  </Layout>
)
