import { dateAndTime } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { typedOne } from '#kit/form.ts'
import type { Burst, Moment } from '#modules/proposals/drafting/history.rules.ts'
import { historyTextsEn } from '#modules/proposals/drafting/history.texts.en.ts'
import { historyTexts } from '#modules/proposals/drafting/history.texts.ts'
import { ChangedParts, type Names, partName, type VersionChanges } from '#modules/proposals/drafting/versions.pages.tsx'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, Row, Rows, Why } from '#ui/parts.tsx'

const texts = { pl: historyTexts, en: historyTextsEn }
const common = { pl: proposalsTexts, en: proposalsTextsEn }

/** What stands above the list: one burst, or two moments beside each other. */
export type Compared = {
  readonly burst?: Burst | undefined
  readonly from: string
  readonly to: string
  readonly changed: VersionChanges['sections']
}
type Props = {
  readonly frame: Frame
  readonly project: Project
  readonly bursts: readonly Burst[]
  readonly moments: readonly Moment[]
  readonly names: Names
  /** In words, by what a change says that it follows. */
  readonly credits: ReadonlyMap<string, string>
  readonly compared?: Compared | undefined
  readonly edits: boolean
  /** Why an author may not change it any more. */
  readonly shut: string | undefined
  readonly form: FormState
  /** Of the form that names a version: the same one twice names it once. */
  readonly formKey: string
  readonly why?: string | undefined
}

export const HistoryPage = (props: Props) => {
  const { frame, project, bursts, names, credits, compared, edits, shut, why } = props
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={projectTitle(frame.locale, project)}>
      {why && <Why>{why}</Why>}
      {compared && <ComparedParts frame={frame} project={project} compared={compared} edits={edits} />}
      {shut && !why && <Why>{shut}</Why>}
      <Moments {...props} />
      <section class="stack">
        <h2>{t.changes}</h2>
        {bursts.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneLead}</p>
          </Empty>
        ) : (
          <Rows plain>
            {bursts.map(burst => (
              <Row
                title={partName(frame, burst.section)}
                href={url(paths.projectHistory, { id: project.id }, { czesc: burst.section, od: burst.from, do: burst.to })}
                note={[
                  t.by({ name: names.get(burst.personId) || t.somebody, when: span(frame, burst) }),
                  ...burst.credits.map(one => credits.get(one)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </Rows>
        )}
      </section>
      <p>
        <a href={url(paths.project, { id: project.id })}>{common[frame.locale].page.toProject}</a>
      </p>
    </Layout>
  )
}

const span = ({ locale }: Frame, { since, until }: Burst) => {
  const [from, to] = [dateAndTime(since, locale), dateAndTime(until, locale)]
  return from === to ? from : `${from} – ${to}`
}

const ComparedParts = ({ frame, project, compared, edits }: { frame: Frame; project: Project; compared: Compared; edits: boolean }) => {
  const t = texts[frame.locale]
  const { burst, changed, from, to } = compared
  const action = url(paths.projectHistory, { id: project.id })
  return (
    <section class="stack">
      <h2>{t.compared({ from, to })}</h2>
      {changed.length === 0 && <p>{t.same}</p>}
      <ChangedParts frame={frame} changed={changed} />
      {burst && edits && (
        <>
          <Acts>
            <ActButton action={action} label={t.restore} fields={{ czesc: burst.section, rewizja: String(burst.from) }} />
            <ActButton quiet action={action} label={t.restoreAfter} fields={{ czesc: burst.section, rewizja: String(burst.to) }} />
          </Acts>
          <p class="small muted">{t.restoreHint}</p>
        </>
      )}
    </section>
  )
}

export const momentName = ({ locale }: Frame, { name, version }: Moment): string => name ?? texts[locale].frozen(version ?? 0)

const Moments = ({ frame, project, moments, names, edits, form, formKey }: Props) => {
  const t = texts[frame.locale]
  const options = [
    ...moments.map(moment => ({ value: moment.at.toISOString(), label: `${momentName(frame, moment)} (${dateAndTime(moment.at, frame.locale)})` })),
    { value: 'poczatek', label: t.start },
  ]
  return (
    <section class="stack">
      <h2>{t.moments}</h2>
      <Form action={url(paths.projectHistory, { id: project.id })} method="get" class="toolbar">
        <Select name="od" label={t.from} required form={form} options={options} />
        <Select name="do" label={t.to} required form={form} options={[{ value: 'teraz', label: t.now }, ...options.slice(0, -1)]} />
        <Button quiet>{t.compare}</Button>
      </Form>
      {moments.length > 0 && (
        <Rows plain>
          {moments.map(moment => (
            <Row
              title={momentName(frame, moment)}
              href={url(paths.projectHistory, { id: project.id }, { od: moment.at.toISOString(), do: 'teraz' })}
              note={t.by({ name: names.get(moment.personId) || t.somebody, when: dateAndTime(moment.at, frame.locale) })}
            />
          ))}
        </Rows>
      )}
      {edits && (
        <Form action={url(paths.projectNamedVersions, { id: project.id })} form={form}>
          <p>{t.momentsLead}</p>
          <Hidden name="key" value={typedOne(form, 'key') || formKey} />
          <Field name="nazwa" label={t.name} hint={t.nameHint} form={form} required maxlength={80} />
          <Acts>
            <Button quiet>{t.save}</Button>
          </Acts>
        </Form>
      )}
    </section>
  )
}
