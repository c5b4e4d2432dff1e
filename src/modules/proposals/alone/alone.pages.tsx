import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { AddressEnter } from '#modules/programme/territories/addresses.parts.tsx'
import type { Addresses } from '#modules/programme/territories/addresses.rules.ts'
import { type Territory, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { aloneWords, type Missing } from '#modules/proposals/alone/alone.parts.tsx'
import { fieldOfSection, statements } from '#modules/proposals/alone/alone.rules.ts'
import { CostFields, type CostFieldsProps } from '#modules/proposals/cost/cost-fields.parts.tsx'
import { boundsOf, type SectionName, sectionNames } from '#modules/proposals/drafting/drafting.rules.ts'
import { SpotFields } from '#modules/proposals/place/spot-fields.parts.tsx'
import { projectWords } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import { Button, Checkbox, Field, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

export type Revisions = Readonly<Record<SectionName | 'costs' | 'spot', number>>
type Props = CostFieldsProps & {
  /** None yet, before the first save. */
  readonly project?: Project | undefined
  /** Where it is, as it is kept. */
  readonly territory?: Territory | undefined
  readonly movable: boolean
  readonly addresses: Addresses
  /** It is saved, and lacks something before it can go on. */
  readonly kept?: boolean | undefined
  readonly formKey: string
  readonly ideaId?: string | undefined
  readonly places: readonly Territory[]
  readonly missing: readonly Missing[]
  readonly revisions: Revisions
}

/** Everything that the edition requires of one person's project, on one page. */
export const AlonePage = (props: Props) => {
  const { frame, form, project, territory, movable, addresses, kept, formKey, ideaId, places, missing, revisions, limits } = props
  const t = aloneWords(frame)
  const words = projectWords(frame)
  const action = project ? url(paths.projectForm, { id: project.id }) : paths.projectAlone
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={project && <a href={url(paths.project, { id: project.id })}>{t.toProject}</a>}>
      {project?.state === 'agreeing' && <Why>{words.edit.reopens}</Why>}
      {Object.keys(form.errors).length === 0 && <MissingList missing={missing} title={t.missing(missing.length)} />}
      <Form
        action={action}
        form={form}
        {...(kept && { errorTitle: t.notYet })}
        keep={project ? `formularz-${project.id}` : 'projekt-w-pojedynke'}
        redraw="akcja=przelicz"
      >
        {/* first of all buttons, so that Enter in a field saves */}
        <AddressEnter frame={frame} addresses={addresses} />
        <Acts>
          <Button quiet small name="akcja" value="szkic">
            {t.save}
          </Button>
        </Acts>
        {project ? null : <Hidden name="key" value={formKey} />}
        {ideaId && <Hidden name="pomysl" value={ideaId} />}
        {territory && !movable ? (
          <p>{t.placeKept(territory.kind === 'city' ? words.list.cityWide : territoryTitle(territory))}</p>
        ) : (
          <>
            {territory && <Hidden name="gdzie-od" value={whereOf(territory)} />}
            <Select
              name="gdzie"
              label={t.place}
              hint={t.placeHint}
              form={form}
              required
              empty={t.choose}
              options={places.map(one => ({ value: whereOf(one), label: one.kind === 'city' ? words.list.cityWide : territoryTitle(one) }))}
            />
          </>
        )}
        {sectionNames.map(name => (
          <>
            <SectionField {...{ frame, form, name, limits }} revision={revisions[name]} />
            {name === 'place' && (
              <section class="stack">
                <h2>{t.onMap}</h2>
                <p>{t.onMapLead}</p>
                <Hidden name="rewizja-mapa" value={revisions.spot} />
                <SpotFields {...{ frame, form, addresses, action }} level="h3" />
              </section>
            )}
          </>
        ))}
        <section class="stack" id="koszty">
          <h2>{t.costs}</h2>
          <p>{limits.costOptional ? `${t.costsLead} ${t.costsOptional}` : t.costsLead}</p>
          <Hidden name="rewizja-koszty" value={revisions.costs} />
          <CostFields {...props} here={action} />
          <Acts>
            <Button quiet small name="akcja" value="dodaj" action={action}>
              {words.costs.add}
            </Button>
            <Button quiet small name="akcja" value="przelicz" action={action}>
              {words.costs.count}
            </Button>
          </Acts>
        </section>
        <section class="stack">
          <h2>{t.statements}</h2>
          <p>{t.statementsLead}</p>
          {statements.map(name => (
            <Checkbox name={name} label={t[name]} form={form} required />
          ))}
          <p class="small">
            <a href={paths.rules}>{t.rulesLink}</a>
          </p>
        </section>
        <p class="small muted">{t.private}</p>
        <ProcessingNote of="drafts" />
        <Acts>
          <Button name="akcja" value="dalej">
            {t.review}
          </Button>
          <Button quiet name="akcja" value="szkic">
            {t.save}
          </Button>
        </Acts>
      </Form>
    </Layout>
  )
}

const MissingList = ({ missing, title }: { missing: readonly Missing[]; title: string }) => (
  <section class={missing.length === 0 ? 'now' : 'now wait'}>
    <h2 class="what">{title}</h2>
    {missing.length > 0 && (
      <ul>
        {missing.map(({ field, sentence }) => (
          <li>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    )}
  </section>
)

type SectionProps = Pick<Props, 'frame' | 'form' | 'limits'> & { readonly name: SectionName; readonly revision: number }
const SectionField = ({ frame, form, name, limits, revision }: SectionProps) => {
  const { edit, sections } = projectWords(frame)
  const words = sections[name]
  const { min = 0, max } = boundsOf(name, limits)
  const hint = `${words.hint} ${edit.bounds({ min, max })}`
  const field = { name: fieldOfSection(name), label: words.name, hint, form, required: true }
  return (
    <>
      <Hidden name={`rewizja-${field.name}`} value={revision} />
      {name === 'title' ? <Field {...field} maxlength={max} /> : <TextArea {...field} max={max} rows={name === 'description' ? 8 : 4} />}
    </>
  )
}
