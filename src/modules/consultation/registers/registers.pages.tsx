import type { Child } from 'hono/jsx'
import type { FormState } from '#kit/form.ts'
import type { Competence, CompetenceFault, CompetenceRow } from '#modules/consultation/registers/competences.rules.ts'
import { PlotsOnMap, PlotTable } from '#modules/consultation/registers/plots.parts.tsx'
import type { Plot, PlotChanges, PlotFault } from '#modules/consultation/registers/plots.rules.ts'
import { registersTextsEn } from '#modules/consultation/registers/registers.texts.en.ts'
import { registersTexts } from '#modules/consultation/registers/registers.texts.ts'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Checkbox, Field, Form, Hidden, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty } from '#ui/parts.tsx'
import { TableImport } from '#ui/table-import.tsx'

const texts = { pl: registersTexts, en: registersTextsEn }

/** What the lines of the table point at. */
export type Known = { readonly units: readonly Unit[]; readonly territories: readonly Territory[] }
type LineTableProps = { frame: Frame; known: Known; lines: readonly (CompetenceRow & { id?: string })[]; caption: string; removable?: boolean }

const LineTable = ({ frame, known, lines, caption, removable = false }: LineTableProps) => {
  const t = texts[frame.locale].competences
  const place = (id: string | undefined) => {
    const territory = known.territories.find(one => one.id === id)
    return territory ? territoryTitle(territory, frame.locale) : t.anywhere
  }
  return (
    <section class="scroll stacked" tabindex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            {[t.unit, t.topics, t.place, t.manager, ...(removable ? [t.act] : [])].map(name => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => {
            const code = known.units.find(unit => unit.id === line.unitId)?.code ?? ''
            const topics = line.topics.join(', ') || t.anyTopic
            return (
              <tr>
                <th scope="row">{code}</th>
                <td data-term={t.topics}>{topics}</td>
                <td data-term={t.place}>{place(line.territoryId)}</td>
                <td data-term={t.manager}>{line.manager || t.anybody}</td>
                {removable && (
                  <td>
                    <ActButton
                      action={url(paths.competenceRemoval, { id: line.id ?? '' })}
                      quiet
                      small
                      label={
                        <>
                          {t.remove}
                          <span class="visually-hidden">{t.removeWhich(`${code}, ${topics}`)}</span>
                        </>
                      }
                    />
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

type CompetencesProps = { frame: Frame; known: Known; lines: readonly Competence[]; form: FormState }
export const CompetencesPage = ({ frame, known, lines, form }: CompetencesProps) => {
  const t = texts[frame.locale].competences
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} wide>
      {lines.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <LineTable frame={frame} known={known} lines={lines} caption={t.caption} removable />
      )}
      <section class="stack" aria-labelledby="dodaj">
        <h2 id="dodaj">{t.add}</h2>
        <Form action={paths.competences} form={form}>
          <Field name="temat" label={t.topics} hint={t.topicsHint} form={form} maxlength={500} />
          <Select
            name="miejsce"
            label={t.place}
            form={form}
            empty={t.anywhere}
            options={known.territories
              .filter(({ kind }) => kind === 'district')
              .map(one => ({ value: one.id, label: territoryTitle(one, frame.locale) }))}
          />
          <Field name="zarzadca" label={t.manager} hint={t.managerHint} form={form} maxlength={200} />
          <Select
            name="jednostka"
            label={t.unit}
            form={form}
            required
            empty={t.choose}
            options={known.units.map(unit => ({ value: unit.id, label: `${unit.code}, ${unit.name}` }))}
          />
          <p>
            <Button>{t.add}</Button>
          </p>
        </Form>
      </section>
      <p>
        <a href={paths.competencesImport}>{t.toImport}</a>
      </p>
      <p>
        <a href={paths.plotsImport}>{t.toPlots}</a>
      </p>
    </Layout>
  )
}

type ImportProps<Fault> = { frame: Frame; form: FormState; count: number; faults: readonly Fault[] }
export const CompetencesImportPage = ({ frame, form, count, faults }: ImportProps<CompetenceFault>) => {
  const t = texts[frame.locale].competences.import
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<a href={paths.competences}>{texts[frame.locale].competences.title}</a>}>
      <p>{t.now(count)}</p>
      <TableImport
        action={paths.competencesImport}
        form={form}
        words={t}
        faults={faults.map(({ line, why, what }) => t.fault(line, t.why[why](what)))}
      />
    </Layout>
  )
}
export const PlotsImportPage = ({ frame, form, count, faults }: ImportProps<PlotFault>) => {
  const t = texts[frame.locale].plots.import
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <p>{t.now(count)}</p>
      <TableImport action={paths.plotsImport} form={form} words={t} faults={faults.map(({ line, why, what }) => t.fault(line, t.why[why](what)))}>
        <Checkbox name="usuwanie" label={t.removing} form={form} />
      </TableImport>
    </Layout>
  )
}

type Group = { readonly words: string; readonly table: Child }
type PreviewProps = { frame: Frame; action: string; back: string; hidden: Readonly<Record<string, string>>; groups: readonly Group[]; same: string }

/** What a table would change, with the button that saves it. */
const Preview = ({ frame, action, back, hidden, groups, same }: PreviewProps) => {
  const t = texts[frame.locale].plots.import
  return (
    <Layout frame={frame} title={t.previewTitle} kicker={<a href={action}>{back}</a>} wide>
      {groups.length === 0 && <Empty title={t.nothing} />}
      {groups.map(({ words, table }) => (
        <section class="stack">
          <h2>{words}</h2>
          {table}
        </section>
      ))}
      {same && <p>{same}</p>}
      {groups.length > 0 && (
        <Form action={action}>
          {Object.entries({ ...hidden, krok: 'zapis' }).map(([name, value]) => (
            <Hidden name={name} value={value} />
          ))}
          <Button>{t.save}</Button>
        </Form>
      )}
    </Layout>
  )
}

type CompetenceChanges = { readonly added: readonly CompetenceRow[]; readonly gone: readonly Competence[]; readonly same: number }
export const CompetencesPreviewPage = (props: { frame: Frame; table: string; known: Known; changes: CompetenceChanges }) => {
  const { frame, table, known, changes } = props
  const t = texts[frame.locale].competences.import
  const groups = [[changes.added, t.added] as const, [changes.gone, t.gone] as const].flatMap(([lines, words]) =>
    lines.length === 0
      ? []
      : [{ words: words(lines.length), table: <LineTable frame={frame} known={known} lines={lines} caption={words(lines.length)} /> }],
  )
  const same = changes.same > 0 ? t.same(changes.same) : ''
  return <Preview frame={frame} action={paths.competencesImport} back={t.title} hidden={{ tabela: table }} groups={groups} same={same} />
}

const PlotsShown = (props: { frame: Frame; plots: readonly Plot[]; caption: string }) => (
  <>
    <PlotTable {...props} />
    <PlotsOnMap {...props} />
  </>
)

export const PlotsPreviewPage = (props: { frame: Frame; table: string; removing: boolean; changes: PlotChanges }) => {
  const { frame, table, removing, changes } = props
  const t = texts[frame.locale].plots.import
  const all = [[changes.added, t.added] as const, [changes.changed, t.changed] as const, [changes.gone, t.gone] as const]
  const groups = all.flatMap(([plots, words]) =>
    plots.length === 0
      ? []
      : [{ words: words(plots.length), table: <PlotsShown frame={frame} plots={plots.slice(0, 200)} caption={words(plots.length)} /> }],
  )
  const hidden = { tabela: table, ...(removing && { usuwanie: 'tak' }) }
  const same = changes.same > 0 ? t.same(changes.same) : ''
  return <Preview frame={frame} action={paths.plotsImport} back={t.title} hidden={hidden} groups={groups} same={same} />
}
