import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Verdict } from '#kit/verdict.ts'
import type { Need } from '#modules/ideas/needs.rules.ts'
import { workshopsTextsEn } from '#modules/ideas/workshops/workshops.texts.en.ts'
import { workshopsTexts } from '#modules/ideas/workshops/workshops.texts.ts'
import type { Group, Ranked, Series, Workshop } from '#modules/meetings/workshops/workshops.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Checkboxes, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Dots, Empty, Fold, LinkButton, Tag, Why } from '#ui/parts.tsx'

export const workshopsWords = (frame: Pick<Frame, 'locale'>): typeof workshopsTexts => ({ pl: workshopsTexts, en: workshopsTextsEn })[frame.locale]
export type WorkshopWhy = keyof typeof workshopsTexts.why
export const formKey = (form: FormState) => <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
export const here = (workshop: Pick<Workshop, 'seriesId' | 'stage'>) => ({ id: workshop.seriesId, stage: workshop.stage })

export type RankView = {
  readonly series: Series
  readonly workshop: Workshop
  readonly ranked: readonly Ranked<Group>[]
  readonly needs: ReadonlyMap<string, Need>
  readonly backings: ReadonlyMap<string, number>
  readonly adding: Verdict
  readonly arranging: boolean
  readonly mine: readonly string[]
  /** Needs of the place that are not here yet. */
  readonly free: readonly Need[]
}
export type RankForms = { readonly marks?: FormState; readonly take?: FormState; readonly merge?: FormState; readonly hall?: FormState }

/** Groups by their marks; each need in them with its own words and support. Ties are shown as ties. */
export const Ranking = ({
  frame,
  view,
  plain,
}: {
  frame: Frame
  view: Pick<RankView, 'workshop' | 'ranked' | 'needs' | 'backings' | 'arranging'>
  plain?: boolean
}) => {
  const { rank: t } = workshopsWords(frame)
  const { ranked, needs, backings, workshop } = view
  if (ranked.length === 0)
    return (
      <Empty title={t.none}>
        <p>{t.noneHint}</p>
      </Empty>
    )
  return (
    <ol class="fill">
      {ranked.map(group => (
        <li id={group.id}>
          <span class="place">{t.place(group.from, group.to)}</span>
          <div class="tight">
            <p>
              <b>{group.title}</b> {group.tied && <Tag kind="wait">{t.tie}</Tag>}
            </p>
            <p class="small muted">
              <Dots
                items={[
                  t.marks(group.total),
                  group.hallMarks > 0 && t.hall(group.hallMarks),
                  group.needIds.length > 1 && t.merged(group.needIds.length),
                ]}
              />
            </p>
            <ul class="tight small">
              {group.needIds.map(needId => {
                const need = needs.get(needId)
                return (
                  need && (
                    <li>
                      <a href={url(paths.need, { id: needId })}>{need.title}</a> <span class="muted">{t.backers(backings.get(needId) ?? 0)}</span>
                      {!plain && view.arranging && group.needIds.length > 1 && (
                        <ActButton action={url(paths.workshopParting, here(workshop))} label={t.part} quiet small fields={{ need: needId }} />
                      )}
                    </li>
                  )
                )
              })}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The first workshop: what may be done with needs now. */
export const NeedsStage = ({ frame, view, forms }: { frame: Frame; view: RankView; forms: RankForms }) => {
  const words = workshopsWords(frame)
  const t = words.rank
  const { workshop, ranked, adding } = view
  return (
    <>
      <section class="stack" id="kolejnosc">
        <h2>{t.title}</h2>
        <p class="muted">{t.lead}</p>
        <Ranking frame={frame} view={view} />
      </section>
      {adding.ok ? (
        <>
          {ranked.length > 0 && <MarksForm frame={frame} view={view} form={forms.marks ?? emptyForm} />}
          <section class="stack">
            <h2>{words.take.title}</h2>
            {view.free.length > 0 && (
              <Form action={url(paths.workshopNeeds, here(workshop))} form={forms.take ?? emptyForm} class="form plain">
                <Checkboxes
                  name="needs"
                  label={words.take.label}
                  form={forms.take ?? emptyForm}
                  options={view.free.map(need => ({ value: need.id, label: need.title }))}
                />
                <Button quiet>{words.take.send}</Button>
              </Form>
            )}
            <Acts>
              <LinkButton href={url(paths.needNew, undefined, { z: workshop.id })}>{words.take.fresh}</LinkButton>
            </Acts>
          </section>
        </>
      ) : (
        workshop.state !== 'settled' && <Why>{words.why[adding.why as WorkshopWhy]}</Why>
      )}
      {view.arranging && ranked.length > 1 && <ArrangeForms frame={frame} view={view} forms={forms} />}
    </>
  )
}

const MarksForm = ({ frame, view, form }: { frame: Frame; view: RankView; form: FormState }) => {
  const { marks: t } = workshopsWords(frame)
  return (
    <section class="stack" id="znaki">
      <h2>{t.title}</h2>
      <p>{t.lead(view.series.marks)}</p>
      <Form action={url(paths.workshopMarks, here(view.workshop))} form={form} class="form plain">
        <Checkboxes
          name="groups"
          label={t.label}
          form={form}
          value={view.mine}
          options={[...view.ranked].sort((a, b) => a.title.localeCompare(b.title, 'pl')).map(group => ({ value: group.id, label: group.title }))}
        />
        <p class="hint">{t.secret}</p>
        <Button>{t.send}</Button>
      </Form>
    </section>
  )
}

const ArrangeForms = ({ frame, view, forms }: { frame: Frame; view: RankView; forms: RankForms }) => {
  const { merge: t, hall } = workshopsWords(frame)
  const { workshop, ranked } = view
  const merging = forms.merge ?? emptyForm
  const counting = forms.hall ?? emptyForm
  return (
    <section class="tight">
      <Fold summary={t.title} open={Object.keys(merging.errors).length > 0}>
        <p>{t.lead}</p>
        <Form action={url(paths.workshopMerging, here(workshop))} form={merging} class="form plain">
          <Checkboxes
            id="laczenie"
            name="groups"
            label={t.label}
            form={merging}
            options={ranked.map(group => ({ value: group.id, label: group.title }))}
          />
          <Field name="name" label={t.name} form={merging} required maxlength={120} />
          <Button quiet>{t.send}</Button>
        </Form>
      </Fold>
      <Fold summary={hall.title} open={Object.keys(counting.errors).length > 0}>
        <p>{hall.lead}</p>
        <Form action={url(paths.workshopHall, here(workshop))} form={counting} class="form plain">
          <Field name="voters" label={hall.voters} form={counting} value={String(workshop.hallVoters)} inputmode="numeric" short required />
          {ranked.map(group => (
            <Field
              name={`kropki-${group.id}`}
              label={hall.dots(group.title)}
              form={counting}
              value={String(group.hallMarks)}
              inputmode="numeric"
              short
              unmarked
            />
          ))}
          <Button quiet>{hall.send}</Button>
        </Form>
      </Fold>
    </section>
  )
}
