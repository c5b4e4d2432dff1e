import { longDate, startOfDay } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import type { Absence, Desk } from '#modules/consultation/desk/desk.rules.ts'
import { deskTextsEn } from '#modules/consultation/desk/desk.texts.en.ts'
import { deskTexts } from '#modules/consultation/desk/desk.texts.ts'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Checkbox, Field, Form, Hidden, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Why } from '#ui/parts.tsx'

const texts = { pl: deskTexts, en: deskTextsEn }
export type DeskWhy = keyof typeof deskTexts.why
type Person = { readonly id: string; readonly name: string }
export type SettingsView = {
  readonly unit: Unit
  readonly desk: Desk
  readonly people: readonly Person[]
  /** Those whose absence this person may settle. */
  readonly absentees: readonly Person[]
  readonly absences: readonly (Absence & { readonly mine: boolean })[]
  readonly mayKeep: boolean
  readonly key: string
}
type Props = { readonly frame: Frame; readonly view: SettingsView; readonly form: FormState; readonly why: DeskWhy | undefined }

/** How a unit works on opinions, and who stands in for whom. */
export const DeskPage = ({ frame, view, form, why }: Props) => {
  const { settings: t, why: whys } = texts[frame.locale]
  const { unit, desk } = view
  return (
    <Layout frame={frame} title={t.title(unit.name)} lead={t.lead} kicker={<a href={paths.adviceQueue}>{t.back}</a>}>
      {why && <Why>{whys[why]}</Why>}
      {view.mayKeep ? (
        <Form action={url(paths.desk, { id: unit.id })} form={form}>
          <Hidden name="version" value={desk.version} />
          <Checkbox name="wydaje" label={t.releases} hint={t.releasesHint} form={form} checked={desk.releases} />
          <Field
            name="limit"
            label={t.cap}
            hint={t.capHint}
            form={form}
            value={desk.cap === null ? '' : String(desk.cap)}
            inputmode="numeric"
            short
          />
          <p>
            <Button>{t.save}</Button>
          </p>
        </Form>
      ) : (
        <p>{t.now({ releases: desk.releases, cap: desk.cap === null ? t.noCap : String(desk.cap) })}</p>
      )}
      <Absences frame={frame} view={view} form={form} />
    </Layout>
  )
}

const Absences = ({ frame, view, form }: Omit<Props, 'why'>) => {
  const { settings: t } = texts[frame.locale]
  const nameOf = (id: string) => view.people.find(person => person.id === id)?.name ?? ''
  const day = (date: string) => longDate(startOfDay(date), frame.locale)
  const options = (people: readonly Person[]) => people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <section class="stack">
      <h2>{t.absences}</h2>
      {view.absences.length === 0 && <p>{t.none}</p>}
      {view.absences.map(({ id, personId, deputyId, firstDay, lastDay, mine }) => (
        <div class="tight">
          <p>{t.line({ person: nameOf(personId), deputy: nameOf(deputyId), from: day(firstDay), to: day(lastDay) })}</p>
          {mine && (
            <ActButton
              action={url(paths.deskDeputyEnd, { id })}
              quiet
              small
              label={
                <>
                  {t.end}
                  <span class="visually-hidden">{t.endOf(nameOf(personId))}</span>
                </>
              }
            />
          )}
        </div>
      ))}
      <h3>{t.add}</h3>
      <Form action={url(paths.deskDeputy, { id: view.unit.id })} form={form}>
        <Hidden name="key" value={view.key} />
        <Select name="kogo" label={t.person} form={form} required empty={t.choose} options={options(view.absentees)} />
        <Select name="kto" label={t.deputy} hint={t.deputyHint} form={form} required empty={t.choose} options={options(view.people)} />
        <Field name="od" label={t.from} hint={t.dayHint} form={form} required type="date" short />
        <Field name="do" label={t.to} form={form} required type="date" short />
        <p>
          <Button>{t.add}</Button>
        </p>
      </Form>
    </section>
  )
}
