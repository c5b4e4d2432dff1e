import type { FormState } from '#kit/form.ts'
import { placeRoles } from '#modules/proposals/authors/authors.rules.ts'
import { AskToJoin, RolesList, requestsWords } from '#modules/proposals/authors/requests.parts.tsx'
import { requestLimits } from '#modules/proposals/authors/requests.rules.ts'
import { projectKicker, projectTitle } from '#modules/proposals/proposals.parts.tsx'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { Button, Form, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

const common = { pl: proposalsTexts, en: proposalsTextsEn }
type Props = { readonly frame: Frame; readonly view: ProjectView; readonly form: FormState }

/** Asking to join: as what, and why. */
export const AskPage = ({ frame, view, form }: Props) => {
  const { ask: t, why } = requestsWords(frame)
  const { project, territory, may } = view
  const back = <a href={url(paths.project, { id: project.id })}>{common[frame.locale].page.toProject}</a>
  return (
    <Layout
      frame={frame}
      title={t.title}
      lead={t.lead}
      kicker={`${projectTitle(frame.locale, project)} · ${projectKicker(frame.locale, project, territory)}`}
    >
      {may.ask.ok ? (
        <Form action={url(paths.projectRequests, { id: project.id })} form={form}>
          <Radios
            name="rola"
            label={t.role}
            form={form}
            required
            value={project.helperIds?.includes(view.own?.personId ?? '') ? 'author' : 'helper'}
            options={placeRoles.map(value => ({ value, ...t.roles[value] }))}
          />
          <TextArea name="zdanie" label={t.sentence} hint={t.sentenceHint} form={form} required rows={4} max={requestLimits.sentenceMax} />
          <Acts>
            <Button>{t.go}</Button>
            {back}
          </Acts>
        </Form>
      ) : (
        <>
          {view.ownRequest ? <AskToJoin frame={frame} view={view} /> : <Why>{why[may.ask.why]}</Why>}
          <p>{back}</p>
        </>
      )}
      <RolesList frame={frame} />
    </Layout>
  )
}
