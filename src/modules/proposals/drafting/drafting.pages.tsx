import type { PropsWithChildren } from 'hono/jsx'
import { type FormState, typedOne } from '#kit/form.ts'
import { PracticesFold, type ShownPractice } from '#modules/ambassadors/workspace/practices.parts.tsx'
import { type Clash, Clashes } from '#modules/proposals/drafting/clashes.parts.tsx'
import { boundsOf, type Limits, type SectionName } from '#modules/proposals/drafting/drafting.rules.ts'
import { PlainLanguage, plainLanguageWords } from '#modules/proposals/drafting/plain-language.parts.tsx'
import { UnitAsks } from '#modules/proposals/drafting/unit-asks.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { slugs } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { Button, Field, Form, Hidden, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }

type SectionProps = {
  readonly frame: Frame
  readonly project: Project
  readonly section: SectionName
  readonly form: FormState
  readonly revision: number
  readonly limits: Limits
  readonly clash?: Clash | undefined
  /** Examples for this section, beside its guidance. */
  readonly practices?: readonly ShownPractice[]
  /** The page shows what is kept, and writing along may start. */
  readonly along?: boolean
  /** Somebody asked how plain the text is. */
  readonly checked?: boolean
}

export const SectionPage = ({ frame, project, section, form, revision, limits, clash, along, checked = false, practices = [] }: SectionProps) => {
  const t = texts[frame.locale]
  const { min = 0, max } = boundsOf(section, limits)
  const field = {
    name: 'tekst',
    label: t.sections[section].name,
    form,
    required: true,
    hint: `${t.sections[section].hint} ${t.edit.bounds({ min, max })}`,
  }
  return (
    <Layout frame={frame} title={clash ? t.edit.conflict : t.sections[section].name} kicker={t.edit.kicker(project.title)}>
      {project.state === 'agreeing' && <Why>{t.edit.reopens}</Why>}
      {clash && <Clashes frame={frame} clash={clash} lead={t.edit.conflictLead(clash.by || t.edit.somebody)} />}
      <Form action={url(paths.projectSection, { id: project.id, section: slugs[section] })} form={form} keep={`${project.id}-${section}`}>
        <Hidden name="rewizja" value={revision} />
        <Along frame={frame} project={project} section={section} on={along ?? false}>
          {section === 'title' ? (
            <Field {...field} />
          ) : (
            <TextArea {...field} max={max} rows={section === 'description' ? 14 : section === 'summary' ? 4 : 7} />
          )}
        </Along>
        <Acts>
          <Button>{t.edit.save}</Button>
          {section !== 'title' && (
            <Button quiet name="akcja" value="jezyk">
              {plainLanguageWords(frame).check}
            </Button>
          )}
          <a href={url(paths.project, { id: project.id })}>{t.page.toProject}</a>
        </Acts>
      </Form>
      {section !== 'title' && <PlainLanguage frame={frame} text={typedOne(form, 'tekst')} open={checked} />}
      <UnitAsks frame={frame} section={section} />
      <PracticesFold frame={frame} practices={practices} topic={`section-${section}`} />
    </Layout>
  )
}

type AlongProps = PropsWithChildren<{ frame: Frame; project: Project; section: SectionName; on: boolean }>

/** Around a field that several people may write at once; below it, who else is here and whether all is kept. */
const Along = ({ frame, project, section, on, children }: AlongProps) => {
  const t = texts[frame.locale].along
  if (!on) return <>{children}</>
  const address = { id: project.id, section: slugs[section] }
  return (
    <shared-text
      class="tight"
      data-key={`${project.id}-${section}`}
      data-line={url(paths.projectSectionLine, address)}
      data-people={t.people}
      data-words={JSON.stringify(t.states)}
    >
      {children}
      <p class="small" data-people hidden />
      <p class="small muted state" role="status" />
      <Hidden name="razem" value="" />
    </shared-text>
  )
}
