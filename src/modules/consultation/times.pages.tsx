import { fewest, medianDays, noTimes, type UnitTimes } from '#modules/consultation/times.rules.ts'
import { timesTextsEn } from '#modules/consultation/times.texts.en.ts'
import { timesTexts } from '#modules/consultation/times.texts.ts'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { paths } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty } from '#ui/parts.tsx'

const texts = { pl: timesTexts, en: timesTextsEn }
type Props = { readonly frame: Frame; readonly units: readonly Unit[]; readonly times: ReadonlyMap<string, UnitTimes> | undefined }

/** For everybody: what waits with each unit, and in what time it answers. */
export const TimesPage = ({ frame, units, times }: Props) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} wide>
      {times === undefined ? (
        <Empty title={t.none}>
          <p>{t.noneLead}</p>
        </Empty>
      ) : (
        <>
          <section class="scroll stacked" tabindex={0} aria-label={t.caption}>
            <table>
              <thead>
                <tr>
                  {Object.values(t.columns).map(name => (
                    <th scope="col">{name}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {units.map(unit => (
                  <UnitRow frame={frame} unit={unit} times={times.get(unit.id) ?? noTimes} />
                ))}
              </tbody>
            </table>
          </section>
          <p class="small muted">{t.how(fewest)}</p>
        </>
      )}
    </Layout>
  )
}

const UnitRow = ({ frame, unit, times }: { frame: Frame; unit: Unit; times: UnitTimes }) => {
  const t = texts[frame.locale]
  const median = medianDays(times.days)
  return (
    <tr>
      <th scope="row">{unit.name}</th>
      <td data-term={t.columns.median}>{median === undefined ? t.few(fewest) : t.days(median)}</td>
      <td class="num" data-term={t.columns.waiting}>
        {times.waiting}
      </td>
      <td class="num" data-term={t.columns.answered}>
        {times.answered}
      </td>
      <td class="num" data-term={t.columns.queued}>
        {times.queued}
      </td>
      <td data-term={t.columns.promised}>{t.days(unit.slaDays)}</td>
    </tr>
  )
}

export const TimesLink = ({ frame }: { frame: Frame }) => (
  <p class="small">
    <a href={paths.adviceTimes}>{texts[frame.locale].link}</a>
  </p>
)
