import { plainDate } from '#kit/dates.ts'
import { type FormState, typedOne } from '#kit/form.ts'
import type { NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { type LandStatement, landBurdens, landOwners } from '#modules/consultation/registers/land.rules.ts'
import { landTextsEn } from '#modules/consultation/registers/land.texts.en.ts'
import { landTexts } from '#modules/consultation/registers/land.texts.ts'
import { paths, url } from '#paths'
import { Checkbox, Checkboxes, Field, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Fold } from '#ui/parts.tsx'

const texts = { pl: landTexts, en: landTextsEn }

/** Part of an answer, folded among much else: nothing is stated unless the box is ticked. */
export const LandFields = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const t = texts[frame.locale]
  return (
    <Fold summary={t.title} open={typedOne(form, 'grunt') !== ''}>
      <Checkbox name="grunt" label={t.state} hint={t.stateHint} form={form} />
      <Select
        name="grunt-wlasciciel"
        label={t.owner}
        form={form}
        empty={t.choose}
        options={landOwners.map(value => ({ value, label: t.owners[value] }))}
      />
      <Field name="grunt-dzialki" label={t.plots} hint={t.plotsHint} form={form} maxlength={300} />
      <Field name="grunt-zarzadca" label={t.manager} form={form} maxlength={300} />
      <Checkboxes name="grunt-ogranicza" label={t.burdens} form={form} options={landBurdens.map(value => ({ value, label: t.burdenNames[value] }))} />
      <TextArea name="grunt-uwagi" label={t.remark} form={form} rows={2} max={1000} />
    </Fold>
  )
}

/** One sentence after another, as the unit stated it. */
const LandWords = ({ frame, land: { owner, plots, manager, burdens, remark } }: { frame: Frame; land: LandStatement }) => {
  const t = texts[frame.locale]
  const said = [
    t.ownerSaid[owner],
    plots !== '' && t.plotsSaid(plots),
    manager !== '' && t.managerSaid(manager),
    burdens.length > 0 ? t.burdensSaid(burdens.map(burden => t.burdenNames[burden]).join(', ')) : t.free,
  ]
  return (
    <>
      <p>{said.filter(Boolean).join(' ')}</p>
      {remark !== '' && <p>{remark}</p>}
    </>
  )
}

/** Within the answer itself. */
export const LandInAdvice = ({ frame, land }: { frame: Frame; land: LandStatement }) => (
  <div class="tight">
    <h3>{texts[frame.locale].title}</h3>
    <LandWords frame={frame} land={land} />
  </div>
)

export type LandStated = Pick<NamedAdvice, 'id' | 'unitName'> & { readonly land: LandStatement; readonly at: Date }
/** On the page of a project, under its place: who stated what, and when; the newest first. */
export const LandBeside = ({ frame, stated }: { frame: Frame; stated: readonly LandStated[] }) => {
  const t = texts[frame.locale]
  return (
    <section class="tight">
      <h2>{t.title}</h2>
      {stated.map(({ id, unitName, land, at }) => (
        <>
          <LandWords frame={frame} land={land} />
          <p class="small muted">
            {t.by({ unit: unitName, day: plainDate(at, frame.locale) })} <a href={url(paths.advice, { id })}>{t.whole}</a>
          </p>
        </>
      ))}
    </section>
  )
}
