import { type CityPlan, type PlanRow, planStates } from '#modules/programme/registers/city-plans.rules.ts'
import { cityPlansTextsEn } from '#modules/programme/registers/city-plans.texts.en.ts'
import { cityPlansTexts } from '#modules/programme/registers/city-plans.texts.ts'
import type { Frame } from '#ui/frame.ts'
import { Dots, Money, Row, Rows, Tag } from '#ui/parts.tsx'

const texts = { pl: cityPlansTexts, en: cityPlansTextsEn }
const tones = { ongoing: 'wait', planned: 'plain', done: 'good' } as const

/** What the city already does or plans in a place: beside the form of a need, on the page of a district. */
export const CityPlanRows = ({ plans, frame }: { plans: readonly (CityPlan | PlanRow)[]; frame: Frame }) => (
  <Rows plain>
    {planStates
      .flatMap(state => plans.filter(plan => plan.state === state))
      .map(plan => (
        <PlanLine plan={plan} frame={frame} />
      ))}
  </Rows>
)

const PlanLine = ({ plan, frame }: { plan: CityPlan | PlanRow; frame: Frame }) => {
  const t = texts[frame.locale]
  const notes = [plan.term, plan.cost === null ? null : <Money grosze={plan.cost} />, plan.placeWords, plan.unit && t.unit(plan.unit)].filter(Boolean)
  return (
    <Row title={plan.title} note={<Dots items={notes} />}>
      {plan.text && <p>{plan.text}</p>}
      <p>
        <Tag kind={tones[plan.state]}>{t.states[plan.state]}</Tag>
      </p>
      {plan.link && (
        <p class="small">
          <a href={plan.link} rel="noopener">
            {t.more}
            <span class="visually-hidden">: {plan.title}</span>
          </a>
        </p>
      )}
    </Row>
  )
}
