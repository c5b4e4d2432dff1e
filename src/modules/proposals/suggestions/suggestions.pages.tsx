import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { commentLimits } from '#modules/discussions/discussions.rules.ts'
import { KindPrompt, PinnedRules } from '#modules/moderation/moderation.parts.tsx'
import { behalfIn } from '#modules/people/office/behalf.parts.tsx'
import type { SectionName } from '#modules/proposals/drafting/drafting.rules.ts'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import { closedBy } from '#modules/proposals/suggestions/changes.parts.tsx'
import type { ProjectTalkView } from '#modules/proposals/suggestions/changes.rules.ts'
import { AgreementLine, sectionName, suggestionsWords } from '#modules/proposals/suggestions/suggestions.parts.tsx'
import { degrees } from '#modules/proposals/suggestions/suggestions.rules.ts'
import { slugs } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { Button, Form, Hidden, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Fold, Why } from '#ui/parts.tsx'

type Props = { readonly frame: Frame; readonly talk: ProjectTalkView; readonly section: SectionName; readonly text: string }

/** One section as it stands, what people make of it, and the form of a suggestion. */
export const SuggestPage = ({ frame, talk, section, text }: Props) => {
  const t = suggestionsWords(frame)
  const back = <a href={url(paths.project, { id: talk.project.id })}>{projectTitle(frame.locale, talk.project)}</a>
  const { closed: shut, note } = { closed: undefined, note: undefined, ...closedBy(frame, talk) }
  const closed = shut ?? (talk.suggesting.ok ? undefined : t.notNow)
  return (
    <Layout frame={frame} title={t.title(sectionName(frame, section))} lead={t.lead} kicker={back}>
      <section class="said tight">
        <h2>{t.now}</h2>
        <div class="prose">{text === '' ? <p class="muted">{t.empty}</p> : <p>{text}</p>}</div>
        <AgreementLine frame={frame} talk={talk} section={section} />
        <Fold summary={t.agreement.howTitle}>
          <p class="small">{t.agreement.how}</p>
        </Fold>
      </section>
      {note}
      {closed ? <Why>{closed}</Why> : <SuggestForm frame={frame} talk={talk} section={section} form={talk.form} />}
    </Layout>
  )
}

const SuggestForm = ({ frame, talk, section, form = emptyForm }: Omit<Props, 'text'> & { form?: FormState | undefined }) => {
  const t = suggestionsWords(frame)
  const action = url(paths.projectSuggestions, { id: talk.project.id, section: slugs[section] })
  return (
    <>
      <PinnedRules frame={frame} />
      <Form action={action} form={form} keep={`propozycja-${talk.project.id}-${section}`}>
        <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
        <Radios name="degree" label={t.degree} form={form} required options={degrees.map(value => ({ value, label: t.degrees[value].option }))} />
        <TextArea name="text" label={t.words} form={form} rows={5} required max={commentLimits.max} />
        {behalfIn(frame, talk.assisted).behalf?.(form)}
        <KindPrompt frame={frame} form={form} />
        <Acts>
          <Button>{t.send}</Button>
        </Acts>
      </Form>
    </>
  )
}
