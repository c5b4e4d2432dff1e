import type { FormState } from '#kit/form.ts'
import type { AreaFault } from '#modules/programme/territories/geojson.rules.ts'
import { type ListedTerritory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { territoriesTextsEn } from '#modules/programme/territories/territories.texts.en.ts'
import { territoriesTexts } from '#modules/programme/territories/territories.texts.ts'
import { paths } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { Button, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'

const texts = { pl: territoriesTexts, en: territoriesTextsEn }
type Props = { frame: Frame; territories: readonly ListedTerritory[]; form: FormState; faults?: readonly AreaFault[] }

/** The areas of the city and where their boundaries come from; the coordinator brings new ones from a file. */
export const TerritoriesPage = ({ frame, territories, form, faults = [] }: Props) => {
  const t = texts[frame.locale].office
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} wide>
      {faults.length > 0 && <Faults frame={frame} faults={faults} />}
      <Form action={paths.territories} form={form} files>
        <FileField name="plik" label={t.file} hint={t.fileHint} form={form} accept=".geojson,.json,application/geo+json" required />
        <Button>{t.act}</Button>
      </Form>
      <Areas frame={frame} territories={territories} />
    </Layout>
  )
}

const Areas = ({ frame, territories }: { frame: Frame; territories: readonly ListedTerritory[] }) => {
  const t = texts[frame.locale].office
  const above = new Map(territories.map(territory => [territory.id, territory]))
  const parent = (territory: ListedTerritory) => above.get(territory.parentId ?? '')
  return (
    <section class="scroll stacked" tabindex={0} aria-label={t.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.inside}</th>
            <th scope="col">{t.surface}</th>
            <th scope="col">{t.source}</th>
          </tr>
        </thead>
        <tbody>
          {territories.map(territory => {
            const within = parent(territory)
            return (
              <tr>
                <th scope="row">{territoryTitle(territory)}</th>
                <td data-term={t.kind}>{t.kinds[territory.kind]}</td>
                <td data-term={t.inside}>{within ? territoryTitle(within) : '–'}</td>
                <td class="num" data-term={t.surface}>
                  {territory.squareKm === null ? '–' : `${territory.squareKm.toLocaleString(frame.locale, { maximumFractionDigits: 2 })} km²`}
                </td>
                <td data-term={t.source}>
                  {territory.source ?? (territory.kind === 'district' ? t.none : territory.kind === 'city' ? '–' : t.noneSmall)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const Faults = ({ frame, faults }: { frame: Frame; faults: readonly AreaFault[] }) => {
  const t = texts[frame.locale].office
  return (
    <div class="errors" role="alert">
      <h2>{t.faults}</h2>
      <ul>
        {faults.slice(0, 50).map(({ feature, why, what }) => (
          <li>
            {feature === 0 ? t.whole : t.feature(feature)}: {t.why[why](what)}
          </li>
        ))}
      </ul>
    </div>
  )
}
