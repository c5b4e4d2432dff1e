import { dateAndTime, shortDate } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import type { Idea } from '#modules/ideas/ideas.rules.ts'
import { type CardsForms, CardsStage, type CardsView } from '#modules/ideas/workshops/cards.parts.tsx'
import { type PracticesView, WorkshopPractices } from '#modules/ideas/workshops/workshop-practices.parts.tsx'
import {
  formKey,
  here,
  NeedsStage,
  type RankForms,
  Ranking,
  type RankView,
  type WorkshopWhy,
  workshopsWords,
} from '#modules/ideas/workshops/workshops.parts.tsx'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { type Series, stages, type Workshop, workshopLimits } from '#modules/meetings/workshops/workshops.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LiveNote } from '#ui/live-note.tsx'
import { Acts, Empty, Fold, LifeLine, LinkButton, Now, Row, Rows, Tabs, Tag, Why } from '#ui/parts.tsx'

export type ListedSeries = Series & {
  readonly workshops: readonly (Workshop & { readonly meeting: Meeting | undefined })[]
  readonly placeTitle: string
}

export const SeriesListPage = ({ frame, series, mayPlan }: { frame: Frame; series: readonly ListedSeries[]; mayPlan: boolean }) => {
  const t = workshopsWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {mayPlan && (
        <Acts>
          <LinkButton href={paths.seriesNew}>{t.plan}</LinkButton>
        </Acts>
      )}
      {series.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneHint}</p>
        </Empty>
      ) : (
        <Rows plain>
          {series.map(one => (
            <Row title={one.title} href={url(paths.series, { id: one.id })} note={one.placeTitle} level="h2">
              <ul class="tight small">
                {one.workshops.map(workshop => (
                  <li>
                    <a href={url(paths.workshop, here(workshop))}>
                      {t.stage(workshop.stage)}: {t.stages[workshop.stage]}
                    </a>{' '}
                    {workshop.meeting && <span class="muted">{shortDate(workshop.meeting.startsAt, frame.locale)}</span>}{' '}
                    <StateTag frame={frame} workshop={workshop} />
                  </li>
                ))}
              </ul>
            </Row>
          ))}
        </Rows>
      )}
    </Layout>
  )
}

const StateTag = ({ frame, workshop }: { frame: Frame; workshop: Workshop }) => (
  <Tag kind={workshop.state === 'open' ? 'good' : workshop.state === 'settled' ? 'plain' : 'wait'}>
    {workshopsWords(frame).states[workshop.state]}
  </Tag>
)

export type SeriesView = {
  readonly series: ListedSeries
  readonly counts: { readonly groups: number; readonly cards: number; readonly drafts: number }
}

/** The whole way on one page: what each workshop gave and when the next one is. */
export const SeriesPage = ({ frame, view: { series, counts } }: { frame: Frame; view: SeriesView }) => {
  const t = workshopsWords(frame)
  const outputs = { 1: t.outputs.needs(counts.groups), 2: t.outputs.cards(counts.cards), 3: t.outputs.drafts(counts.drafts) }
  return (
    <Layout frame={frame} title={series.title} kicker={`${series.placeTitle} · ${t.series}`}>
      <div class="prose">
        {series.about.split(/\n{2,}/).map(paragraph => (
          <p>{paragraph}</p>
        ))}
      </div>
      <LifeLine
        steps={series.workshops.map(workshop => ({
          title: `${t.stage(workshop.stage)}: ${t.stages[workshop.stage]}`,
          href: url(paths.workshop, here(workshop)),
          state: workshop.state === 'settled' ? ('done' as const) : workshop.state === 'open' ? ('now' as const) : ('ahead' as const),
          note: [workshop.meeting && dateAndTime(workshop.meeting.startsAt, frame.locale), workshop.state !== 'planned' && outputs[workshop.stage]]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Layout>
  )
}

export type DraftsView = {
  readonly ideas: readonly { readonly idea: Idea; readonly drafts: readonly { readonly title: string; readonly path: string }[] }[]
  readonly mayStart: boolean
}
export type WorkshopView = {
  readonly series: Series
  readonly siblings: readonly Workshop[]
  readonly workshop: Workshop
  readonly meeting: Meeting
  readonly steps: { readonly open: Verdict; readonly settle: Verdict }
  readonly leads: boolean
  /** Who of the city's units comes: unit and name. */
  readonly experts: readonly string[]
  /** The output of the one before, or of this very one where needs are ranked. */
  readonly rank: RankView | undefined
  readonly cards: CardsView | undefined
  readonly drafts: DraftsView | undefined
  readonly practices: PracticesView
}
export type WorkshopForms = RankForms & CardsForms & { readonly practice?: FormState; readonly why?: string | undefined }

export const WorkshopPage = ({ frame, view, forms = {} }: { frame: Frame; view: WorkshopView; forms?: WorkshopForms }) => {
  const t = workshopsWords(frame)
  const { series, workshop, meeting, rank, cards, drafts } = view
  const { stage } = workshop
  return (
    <Layout
      frame={frame}
      title={`${t.stage(stage)}: ${t.stages[stage]}`}
      lead={t.stageLeads[stage]}
      kicker={<a href={url(paths.series, { id: series.id })}>{series.title}</a>}
      aside={<WorkshopAside frame={frame} view={view} />}
    >
      <LiveNote about={[workshop.id]} here={url(paths.workshop, here(workshop))} />
      {forms.why && <Now title={t.why[forms.why as WorkshopWhy] ?? t.why['wrong-state']} tone="wait" />}
      <Tabs
        label={t.series}
        tabs={view.siblings.map(one => ({ label: t.stage(one.stage), href: url(paths.workshop, here(one)), current: one.stage === stage }))}
      />
      {stage === 1 && rank && <NeedsStage frame={frame} view={rank} forms={forms} />}
      {stage > 1 && rank && (
        <Fold summary={t.before(1)} open={stage === 2}>
          <Ranking frame={frame} view={rank} plain />
        </Fold>
      )}
      {stage === 2 && cards && <CardsStage frame={frame} view={cards} forms={forms} />}
      {stage === 3 && drafts && <DraftsStage frame={frame} view={drafts} />}
      <WorkshopPractices frame={frame} workshop={workshop} practices={view.practices} form={forms.practice} />
      <p>
        <a href={url(paths.meeting, { id: meeting.id })}>{t.meeting}</a>
      </p>
    </Layout>
  )
}

const WorkshopAside = ({ frame, view }: { frame: Frame; view: WorkshopView }) => {
  const t = workshopsWords(frame)
  const { workshop, meeting, steps } = view
  const action = url(paths.workshopStep, here(workshop))
  const until = dateAndTime(workshop.openUntil, frame.locale)
  return (
    <>
      <p>
        <StateTag frame={frame} workshop={workshop} />
      </p>
      <p>{dateAndTime(meeting.startsAt, frame.locale)}</p>
      {workshop.state !== 'settled' && <p class="small muted">{frame.now <= workshop.openUntil ? t.window(until) : t.windowOver(until)}</p>}
      {view.experts.length > 0 && (
        <>
          <h2>{t.tables.experts}</h2>
          <ul class="tight">
            {view.experts.map(expert => (
              <li>{expert}</li>
            ))}
          </ul>
        </>
      )}
      {view.leads &&
        workshop.state === 'planned' &&
        (steps.open.ok ? <ActButton action={action} label={t.open} fields={{ step: 'open' }} /> : <Why>{t.why[steps.open.why as WorkshopWhy]}</Why>)}
      {view.leads && workshop.state === 'open' && steps.settle.ok && <ActButton action={action} label={t.settle} quiet fields={{ step: 'settle' }} />}
      <p>
        <a href={url(paths.practices, undefined, { temat: 'workshop' })}>{t.practices}</a>
      </p>
    </>
  )
}

/** The third workshop: ideas out of the cards, and the joint drafts that have begun from them. Going up is a link. */
const DraftsStage = ({ frame, view }: { frame: Frame; view: DraftsView }) => {
  const { drafts: t } = workshopsWords(frame)
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      {view.ideas.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneHint}</p>
        </Empty>
      ) : (
        <Rows plain>
          {view.ideas.map(({ idea, drafts }) => (
            <Row title={idea.title} href={url(paths.idea, { id: idea.id })}>
              {drafts.map(draft => (
                <p>
                  {t.draft} <a href={draft.path}>{draft.title}</a>
                </p>
              ))}
              {drafts.length === 0 &&
                (view.mayStart ? (
                  <Acts>
                    <LinkButton href={url(paths.projectNew, undefined, { pomysl: idea.id })} small>
                      {t.start}
                    </LinkButton>
                  </Acts>
                ) : (
                  <p class="small muted">{t.closed}</p>
                ))}
            </Row>
          ))}
        </Rows>
      )}
    </section>
  )
}

export type SeriesFormView = { readonly form: FormState; readonly meetings: readonly { readonly id: string; readonly label: string }[] }

export const SeriesNewPage = ({ frame, view: { form = emptyForm, meetings } }: { frame: Frame; view: SeriesFormView }) => {
  const words = workshopsWords(frame)
  const t = words.form
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<a href={paths.seriesList}>{words.title}</a>}>
      <Form action={paths.seriesList} form={form} keep="cykl">
        {formKey(form)}
        <Field name="title" label={t.name} form={form} required maxlength={workshopLimits.titleMax} />
        <TextArea name="about" label={t.about} form={form} required rows={4} max={workshopLimits.aboutMax} />
        <Field name="marks" label={t.marks} hint={t.marksHint} form={form} value={String(workshopLimits.marks)} inputmode="numeric" short required />
        {stages.map(stage => (
          <>
            <Select
              name={`meeting${stage}`}
              label={t.meeting(stage)}
              form={form}
              required
              empty={t.choose}
              options={meetings.map(({ id, label }) => ({ value: id, label }))}
            />
            <Field name={`until${stage}`} label={t.until(stage)} hint={t.untilHint} form={form} type="date" required />
          </>
        ))}
        <Acts>
          <Button>{t.send}</Button>
        </Acts>
      </Form>
    </Layout>
  )
}
