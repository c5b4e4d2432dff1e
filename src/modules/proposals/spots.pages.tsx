import type { FormState } from '#kit/form.ts'
import { squareKm } from '#kit/geo.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import type { Spot } from '#modules/proposals/spots.rules.ts'
import { spotsTextsEn } from '#modules/proposals/spots.texts.en.ts'
import { spotsTexts } from '#modules/proposals/spots.texts.ts'
import { slugs } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { AreaInput, AreaView } from '#ui/area-input.tsx'
import { Button, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { PlacePicker } from '#ui/map.tsx'
import { Acts } from '#ui/parts.tsx'

const texts = { pl: spotsTexts, en: spotsTextsEn }

export const SpotPage = ({ frame, project, spot, form }: { frame: Frame; project: Project; spot: Spot; form: FormState }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={t.kicker(project.title)}>
      <Form action={url(paths.projectSpot, { id: project.id })} form={form} class="stack">
        <h2>{t.point}</h2>
        <PlacePicker frame={frame} form={form} value={spot.point} />
        <h2>{t.area}</h2>
        <AreaInput frame={frame} form={form} value={spot.area} />
        <Acts>
          <Button>{t.save}</Button>
          <a href={url(paths.projectSection, { id: project.id, section: slugs.place })}>{t.words}</a>
        </Acts>
      </Form>
    </Layout>
  )
}

/** On the project's page: where it lies, in numbers and on a map that comes when asked for. */
export const SpotBeside = ({ frame, id, title, spot, editing }: { frame: Frame; id: string; title: string; spot: Spot; editing: boolean }) => {
  const t = texts[frame.locale]
  const number = (value: number, digits: number) => value.toLocaleString(frame.locale, { maximumFractionDigits: digits })
  if (!spot.point && !spot.area && !editing) return null
  return (
    <section class="tight">
      <h2>{t.title}</h2>
      {spot.point && (
        <p>
          {t.point}: {number(spot.point.lat, 5)}° N, {number(spot.point.lon, 5)}° E
        </p>
      )}
      {spot.area && <p>{t.size(number(squareKm(spot.area) * 100, 2))}</p>}
      {spot.area && <AreaView frame={frame} areas={[{ title, area: spot.area }]} />}
      {editing && (
        <p>
          <a href={url(paths.projectSpot, { id })}>{t.edit}</a>
        </p>
      )}
    </section>
  )
}
