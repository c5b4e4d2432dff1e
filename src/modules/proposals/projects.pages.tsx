import { type FormState, typedOne } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { SimilarAside } from '#modules/ideas/similar.parts.tsx'
import type { SimilarThings } from '#modules/ideas/similar.rules.ts'
import { opennessWords } from '#modules/programme/calendar.parts.tsx'
import type { Openness } from '#modules/programme/calendar.rules.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { type Territory, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { AloneLink } from '#modules/proposals/alone/alone.parts.tsx'
import { forkingTextsEn } from '#modules/proposals/alone/forking.texts.en.ts'
import { forkingTexts } from '#modules/proposals/alone/forking.texts.ts'
import { projectFactTextsEn } from '#modules/proposals/facts.texts.en.ts'
import { projectFactTexts } from '#modules/proposals/facts.texts.ts'
import { ProjectNow, ProjectWork } from '#modules/proposals/project-now.parts.tsx'
import { ProjectBody, ProjectPeople, ProjectRows, projectKicker, projectTitle } from '#modules/proposals/proposals.parts.tsx'
import { type Project, type ProjectPath, projectStates } from '#modules/proposals/proposals.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { ProjectTalk, sectionTalk } from '#modules/proposals/suggestions/changes.parts.tsx'
import type { ProjectTalkView } from '#modules/proposals/suggestions/changes.rules.ts'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { Button, Field, Form, Hidden, Radios, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, LinkButton, Pager, Why } from '#ui/parts.tsx'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }
const forking = { pl: forkingTexts, en: forkingTextsEn }
const states = { pl: projectFactTexts.states, en: projectFactTextsEn.states }

type ListProps = {
  readonly frame: Frame
  readonly projects: readonly Project[]
  readonly territories: readonly Territory[]
  readonly where: string
  readonly state: string
  readonly older?: string
  /** May this visitor write down paper forms? */
  readonly fromPaper: boolean
  /** May this visitor begin a project of one person today? */
  readonly alone: boolean
}

export const ProjectsPage = ({ frame, projects, territories, where, state, older, fromPaper, alone }: ListProps) => {
  const t = texts[frame.locale].list
  const form: FormState = { typed: { gdzie: where, stan: state }, errors: {} }
  const places = territories.map(one => ({ value: whereOf(one), label: one.kind === 'city' ? t.cityWide : territoryTitle(one) }))
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <Form action={paths.projects} method="get" class="toolbar">
        <Select name="gdzie" label={t.where} form={form} options={places} empty={t.everywhere} required />
        <Select
          name="stan"
          label={t.state}
          form={form}
          options={projectStates.map(value => ({ value, label: states[frame.locale][value] }))}
          empty={t.any}
          required
        />
        <Button quiet>{t.show}</Button>
      </Form>
      {projects.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyLead}</p>
          <LinkButton href={paths.ideas}>{t.firstIdea}</LinkButton>
          {alone && (
            <p>
              <AloneLink frame={frame} where={where || undefined} />
            </p>
          )}
        </Empty>
      ) : (
        <ProjectRows level="h2" frame={frame} projects={projects} territories={new Map(territories.map(one => [one.id, one]))} />
      )}
      <Pager older={older} />
      <p>
        <LinkButton quiet href={url(paths.projectNew, undefined, { gdzie: where })}>
          {t.start}
        </LinkButton>{' '}
        {alone && projects.length > 0 && <AloneLink frame={frame} where={where || undefined} />}{' '}
        {fromPaper && <a href={paths.officeProposalNew}>{t.fromPaper}</a>}
      </p>
    </Layout>
  )
}

type StartProps = {
  readonly frame: Frame
  readonly form: FormState
  /** Not `key`: JSX keeps that name to itself. */
  readonly formKey: string
  readonly titleMax: number
  readonly pathsOpen: readonly ProjectPath[]
  readonly places: readonly Territory[]
  readonly idea?: { readonly id: string; readonly title: string } | undefined
  /** What resembles it, as far as it is typed. */
  readonly similar: SimilarThings | undefined
}

export const StartPage = ({ frame, form, formKey, titleMax, pathsOpen, places, idea, similar }: StartProps) => {
  const { start: t, list } = texts[frame.locale]
  return (
    <Layout
      frame={frame}
      title={t.title}
      lead={idea ? t.fromIdea(idea.title) : t.lead}
      aside={<SimilarAside frame={frame} form="nowy-projekt" things={similar} names={['tytul', 'gdzie']} />}
    >
      <Form action={paths.projectNew} form={form} keep="projekt-nowy" id="nowy-projekt">
        <Hidden name="key" value={formKey} />
        {idea && <Hidden name="pomysl" value={idea.id} />}
        <Field name="tytul" label={t.name} hint={t.nameHint(titleMax)} form={form} required maxlength={titleMax} value={idea?.title ?? ''} />
        <Radios
          name="sciezka"
          label={t.path}
          form={form}
          required
          value={pathsOpen[0] ?? ''}
          options={pathsOpen.map(value => ({ value, ...t.pathOptions[value] }))}
        />
        <Select
          name="gdzie"
          label={t.where}
          hint={t.whereHint}
          form={form}
          required
          options={places.map(one => ({ value: whereOf(one), label: one.kind === 'city' ? list.cityWide : territoryTitle(one) }))}
        />
        <Radios
          name="widocznosc"
          label={t.visibility}
          form={form}
          required
          value="shared"
          options={(['shared', 'private'] as const).map(value => ({ value, ...t.visibilityOptions[value] }))}
        />
        <ProcessingNote of="drafts" />
        <Acts>
          <Button>{t.go}</Button>
          <Button quiet name="krok" value="podobne">
            {t.check}
          </Button>
        </Acts>
      </Form>
      {pathsOpen.includes('individual') && (
        <p>
          <AloneLink frame={frame} where={typedOne(form, 'gdzie') || undefined} ideaId={idea?.id} />
        </p>
      )}
      <p>
        <a href={paths.projectFork}>{forking[frame.locale].link}</a>
      </p>
    </Layout>
  )
}

type ClosedProps = { readonly frame: Frame; readonly why: keyof typeof proposalsTexts.why; readonly openness?: Openness | undefined }

/** A closed screen says since when, or when it opens. */
export const StartClosedPage = ({ frame, why, openness }: ClosedProps) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.start.closed} lead={t.start.lead}>
      <Why>{openness && why.startsWith('phase-') ? opennessWords(openness, frame.locale, frame.now) : t.why[why]}</Why>
      <p>
        <LinkButton quiet href={paths.projects}>
          {t.list.title}
        </LinkButton>
      </p>
    </Layout>
  )
}

/** The project's own page. `refusal` says why something that was asked for was not done. */
type ProjectPageProps = {
  readonly frame: Frame
  readonly view: ProjectView
  readonly refusal?: Verdict<keyof typeof proposalsTexts.why>
  readonly talk?: ProjectTalkView | undefined
}
export const ProjectPage = ({ frame, view, refusal, talk }: ProjectPageProps) => {
  const t = texts[frame.locale]
  const title = projectTitle(frame.locale, view.project)
  return (
    <Layout
      frame={frame}
      title={title}
      kicker={projectKicker(frame.locale, view.project, view.territory)}
      lead={view.sections.summary || undefined}
      aside={<ProjectWork frame={frame} view={view} />}
    >
      {refusal && !refusal.ok && <Why>{t.why[refusal.why]}</Why>}
      {view.project.visibility === 'private' && view.project.state !== 'submitted' && <p class="small muted">{t.page.private}</p>}
      <ProjectPeople frame={frame} view={view} />
      <ProjectNow frame={frame} view={view} />
      <ProjectBody frame={frame} view={view} below={sectionTalk(frame, talk)} />
      {talk && <ProjectTalk frame={frame} talk={talk} />}
    </Layout>
  )
}
