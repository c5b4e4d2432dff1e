import type { FormState } from '#kit/form.ts'
import type { MapShapes } from '#kit/geo.ts'
import type { Found } from '#modules/programme/finding.rules.ts'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { territoriesTextsEn } from '#modules/programme/territories/territories.texts.en.ts'
import { territoriesTexts } from '#modules/programme/territories/territories.texts.ts'
import { paths, url } from '#paths'
import { Button, Field, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { DistrictMap, PlacePicker } from '#ui/map.tsx'
import { Empty, Row, Rows } from '#ui/parts.tsx'

const texts = { pl: territoriesTexts, en: territoriesTextsEn }
const districtHref = (number: number) => url(paths.district, { number })

/** Which district is mine: by a word or a street, or by a point. `found` is undefined until somebody asks. */
export const FindDistrictPage = ({
  frame,
  map,
  form,
  found,
}: {
  frame: Frame
  map: MapShapes
  form: FormState
  found: readonly Found[] | undefined
}) => {
  const t = texts[frame.locale].find
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} aside={<DistrictMap frame={frame} map={map} href={districtHref} />}>
      {found && <Answer frame={frame} found={found} />}
      <Form action={paths.findDistrict} method="get" class="search">
        <Field name="q" label={t.words} hint={t.wordsHint} form={form} required />
        <Button>{t.byWords}</Button>
      </Form>
      <Form action={paths.findDistrict} method="get" form={form}>
        <h2>{t.pointTitle}</h2>
        <PlacePicker frame={frame} form={form} />
        <p>
          <Button quiet>{t.byPoint}</Button>
        </p>
      </Form>
      <p>
        <a href={paths.districts}>{t.all}</a>
      </p>
    </Layout>
  )
}

const Answer = ({ frame, found }: { frame: Frame; found: readonly Found[] }) => {
  const t = texts[frame.locale].find
  if (found.length === 0) return <Empty title={t.nothing}>{t.nothingHint}</Empty>
  return (
    <section class="stack" aria-live="polite">
      <h2>{found.length === 1 ? t.one : t.several}</h2>
      <Rows plain>
        {found.map(({ territory, by }) => (
          <Row title={territoryTitle(territory)} href={districtHref(territory.number ?? 0)} note={by === territory.name ? undefined : t.by(by)} />
        ))}
      </Rows>
    </section>
  )
}
