import { AllFacts, type Life, ProjectLife } from '#modules/city/life.parts.tsx'
import { ProjectNow, ProjectWork } from '#modules/proposals/project-now.parts.tsx'
import { ProjectBody, ProjectPeople, projectKicker, projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'

type Props = { frame: Frame; view: ProjectView; life: Life }

/** The one page of a project's whole life: where it stands, what it says, and every step back to the first need. */
export const ProjectLifePage = ({ frame, view, life }: Props) => (
  <Layout
    frame={frame}
    title={projectTitle(frame.locale, view.project)}
    kicker={projectKicker(frame.locale, view.project, view.territory)}
    lead={view.project.summary || undefined}
    aside={
      <>
        <ProjectLife frame={frame} project={view.project} life={life} />
        <ProjectWork frame={frame} view={view} />
      </>
    }
  >
    <ProjectPeople frame={frame} view={view} />
    <ProjectNow frame={frame} view={view} />
    <ProjectBody frame={frame} view={view} />
    <AllFacts frame={frame} life={life} />
  </Layout>
)
