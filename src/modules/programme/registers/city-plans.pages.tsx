import type { FormState } from '#kit/form.ts'
import { CityPlanRows } from '#modules/programme/registers/city-plans.parts.tsx'
import { type CityPlan, type PlanChanges, type PlanFault, planStates } from '#modules/programme/registers/city-plans.rules.ts'
import { cityPlansTextsEn } from '#modules/programme/registers/city-plans.texts.en.ts'
import { cityPlansTexts } from '#modules/programme/registers/city-plans.texts.ts'
import { type Territory, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { Button, Checkbox, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty } from '#ui/parts.tsx'
import { TableImport } from '#ui/table-import.tsx'

const texts = { pl: cityPlansTexts, en: cityPlansTextsEn }
const placeHref = (territory: Territory) => (territory.kind === 'city' ? paths.city : url(paths.district, { number: whereOf(territory) }))

export const CityPlansPage = ({ frame, territory, plans }: { frame: Frame; territory: Territory; plans: readonly CityPlan[] }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title(territoryTitle(territory))} lead={t.lead} kicker={<a href={placeHref(territory)}>{t.place}</a>}>
      {plans.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        planStates
          .map(state => ({ state, own: plans.filter(plan => plan.state === state) }))
          .filter(({ own }) => own.length > 0)
          .map(({ state, own }) => (
            <section class="stack">
              <h2>{t.states[state]}</h2>
              <CityPlanRows plans={own} frame={frame} />
            </section>
          ))
      )}
      <p>
        <a href={url(paths.needs, undefined, { gdzie: whereOf(territory) })}>{t.toNeeds}</a>
      </p>
    </Layout>
  )
}

type ImportProps = { frame: Frame; form: FormState; count: number; faults?: readonly PlanFault[] }

/** The coordinator's form: a file or a pasted table, then a look at what would change. */
export const PlansImportPage = ({ frame, form, count, faults = [] }: ImportProps) => {
  const t = texts[frame.locale].import
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <p>{t.now(count)}</p>
      <TableImport action={paths.cityPlansImport} form={form} words={t} faults={faults.map(({ line, why, what }) => t.fault(line, t.why[why](what)))}>
        <Checkbox name="usuwanie" label={t.removing} form={form} />
      </TableImport>
    </Layout>
  )
}

export const PlansPreviewPage = ({ frame, table, removing, changes }: { frame: Frame; table: string; removing: boolean; changes: PlanChanges }) => {
  const t = texts[frame.locale].import
  const groups = [
    [changes.added, t.added],
    [changes.changed, t.changed],
    [changes.gone, t.gone],
  ] as const
  const any = groups.some(([plans]) => plans.length > 0)
  return (
    <Layout frame={frame} title={t.previewTitle} kicker={<a href={paths.cityPlansImport}>{t.title}</a>}>
      {!any && <Empty title={t.nothing} />}
      {groups.map(([plans, words]) =>
        plans.length === 0 ? null : (
          <section class="stack">
            <h2>{words(plans.length)}</h2>
            <CityPlanRows plans={plans} frame={frame} />
          </section>
        ),
      )}
      {changes.same > 0 && <p>{t.same(changes.same)}</p>}
      {any && (
        <Form action={paths.cityPlansImport}>
          <Hidden name="tabela" value={table} />
          {removing && <Hidden name="usuwanie" value="tak" />}
          <Hidden name="krok" value="zapis" />
          <Button>{t.save}</Button>
        </Form>
      )}
    </Layout>
  )
}
