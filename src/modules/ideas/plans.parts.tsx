import { ideasWords } from '#modules/ideas/space.parts.tsx'
import type { CityPlan } from '#modules/programme/registers/city-plans.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'

const most = 5

/** What the city does or plans in the district, so that nobody asks for what is coming anyway. */
export const PlansAside = ({ frame, place, plans }: { frame: Frame; place: Territory | undefined; plans: readonly CityPlan[] }) => {
  const { plans: t } = ideasWords(frame)
  if (!place || place.number === null || plans.length === 0) return null
  return (
    <section class="tight">
      <h2>{t.title}</h2>
      <ul class="tight">
        {plans.slice(0, most).map(({ title, placeWords, term }) => (
          <li>
            {title}
            <br />
            <span class="small muted">{[placeWords, term].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={url(paths.cityPlans, { number: place.number })}>{t.all(plans.length)}</a>
      </p>
    </section>
  )
}
