import type { FormState } from '#kit/form.ts'
import { PracticesFold, type ShownPractice } from '#modules/ambassadors/workspace/practices.parts.tsx'
import type { PriceItem } from '#modules/programme/registers/price-list.rules.ts'
import { CostFields, type CostRow, typedRows } from '#modules/proposals/cost/cost-fields.parts.tsx'
import type { Estimate, Reserve } from '#modules/proposals/cost/estimate.rules.ts'
import { unitPricesWords } from '#modules/proposals/cost/unit-prices.parts.tsx'
import type { UnitEstimate } from '#modules/proposals/cost/unit-prices.rules.ts'
import { type Clash, Clashes } from '#modules/proposals/drafting/clashes.parts.tsx'
import type { Limits } from '#modules/proposals/drafting/drafting.rules.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { paths, url } from '#paths'
import { Button, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }

type CostsProps = {
  readonly frame: Frame
  readonly project: Project
  readonly rows: readonly CostRow[]
  readonly sums: Estimate
  readonly reserve: Reserve
  readonly prices: readonly PriceItem[]
  readonly estimates: readonly UnitEstimate[]
  readonly errors: FormState['errors']
  readonly focus?: string | undefined
  readonly revision: number
  readonly limits: Limits
  readonly practices?: readonly ShownPractice[]
  readonly clash?: Clash | undefined
}

export const CostsPage = ({
  frame,
  project,
  rows,
  sums,
  reserve,
  prices,
  estimates,
  errors,
  focus,
  revision,
  limits,
  clash,
  practices = [],
}: CostsProps) => {
  const { costs: t, edit, page } = texts[frame.locale]
  const form: FormState = { typed: typedRows(rows, reserve), errors }
  return (
    <Layout frame={frame} title={clash ? edit.conflict : t.title} lead={t.lead} kicker={edit.kicker(project.title)} wide>
      {project.state === 'agreeing' && <Why>{edit.reopens}</Why>}
      {clash && <Clashes frame={frame} clash={clash} lead={t.conflictLead(clash.by || edit.somebody)} />}
      <Form action={url(paths.projectCosts, { id: project.id })} form={form} class="stack" keep={`koszty-${project.id}`} redraw="akcja=przelicz">
        <Hidden name="rewizja" value={revision} />
        {/* Enter in a field presses the first button: it counts, and takes no row out */}
        <button class="visually-hidden" type="submit" name="akcja" value="przelicz" tabindex={-1}>
          {t.count}
        </button>
        <CostFields {...{ frame, form, rows, sums, prices, estimates, limits, focus }} />
        {estimates.length > 0 && (
          <p>
            <a href={url(paths.projectUnitPrices, { id: project.id })}>{unitPricesWords(frame).page.link}</a>
          </p>
        )}
        <Acts>
          <Button>{t.save}</Button>
          <Button quiet name="akcja" value="przelicz">
            {t.count}
          </Button>
          <Button quiet name="akcja" value="dodaj">
            {t.add}
          </Button>
          <a href={url(paths.project, { id: project.id })}>{page.toProject}</a>
        </Acts>
      </Form>
      <PracticesFold frame={frame} practices={practices} topic="section-costs" />
    </Layout>
  )
}
