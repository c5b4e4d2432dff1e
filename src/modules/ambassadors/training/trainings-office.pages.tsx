import type { Actor } from '#kit/actor.ts'
import { dayOf, timeOfDay } from '#kit/dates.ts'
import { type FormState, filled, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { type ShownMaterial, whenWords } from '#modules/ambassadors/training/trainings.pages.tsx'
import { type Material, mayMark, type Training, trainingModes } from '#modules/ambassadors/training/trainings.rules.ts'
import { trainingsTextsEn } from '#modules/ambassadors/training/trainings.texts.en.ts'
import { trainingsTexts } from '#modules/ambassadors/training/trainings.texts.ts'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { ActButton, Button, Checkboxes, Field, Form, Hidden, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Dots, Empty, Facts, Fold, Now, Row, Rows, Tag, Why } from '#ui/parts.tsx'

const texts = { pl: trainingsTexts, en: trainingsTextsEn }
const terms = { pl: termsTexts, en: termsTextsEn }
type Listed = Training & { readonly taken: number }

export const TrainingsOfficePage = ({ frame, trainings, form }: { frame: Frame; trainings: readonly Listed[]; form: FormState }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.office.title} lead={t.office.lead} kicker={<a href={paths.officeTerms}>{terms[frame.locale].office.title}</a>}>
      {trainings.length === 0 ? (
        <Empty title={t.empty} />
      ) : (
        <Rows plain>
          {trainings.map(one => (
            <Row
              level="h2"
              title={one.title}
              href={url(paths.officeTraining, { id: one.id })}
              note={<Dots items={[whenWords(one, frame), t.modes[one.mode], t.office.taken({ taken: one.taken, of: one.capacity })]} />}
            >
              {one.state === 'cancelled' && (
                <p>
                  <Tag kind="no">{t.trainingStates.cancelled}</Tag>
                </p>
              )}
              {one.state === 'planned' && one.endsAt <= frame.now && (
                <p>
                  <Tag>{t.over}</Tag>
                </p>
              )}
            </Row>
          ))}
        </Rows>
      )}
      <section class="stack">
        <h2>{t.office.add}</h2>
        <Form action={paths.officeTrainings} form={form} keep="szkolenie">
          <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
          <TrainingInputs frame={frame} form={form} />
          <Button>{t.office.add}</Button>
        </Form>
      </section>
    </Layout>
  )
}

const TrainingInputs = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const t = texts[frame.locale]
  const modes = trainingModes.map(mode => ({ value: mode, label: t.modes[mode] }))
  return (
    <>
      <Field name="title" label={t.office.name} form={form} required maxlength={120} />
      <TextArea name="about" label={t.office.about} form={form} rows={3} max={2000} />
      <Radios name="mode" label={t.office.mode} form={form} required options={modes} value="hall" />
      <Field name="place" label={t.office.place} hint={t.office.placeHint} form={form} required maxlength={200} />
      <Field name="link" label={t.office.link} hint={t.office.linkHint} form={form} type="url" maxlength={500} />
      <Field name="day" label={t.office.day} form={form} type="date" required short />
      <div class="side-by-side">
        <Field name="from" label={t.office.from} form={form} type="time" required />
        <Field name="to" label={t.office.to} form={form} type="time" required />
      </div>
      <Field name="capacity" label={t.office.capacity} form={form} inputmode="numeric" required short value="20" />
    </>
  )
}

export const typedTraining = (of: Training): FormState['typed'] => ({
  title: of.title,
  about: of.about,
  mode: of.mode,
  place: of.place,
  link: of.link ?? '',
  day: dayOf(of.startsAt),
  from: timeOfDay(of.startsAt, 'pl'),
  to: timeOfDay(of.endsAt, 'pl'),
  capacity: String(of.capacity),
  version: String(of.version),
})

export type TrainingView = {
  readonly training: Training
  readonly people: readonly { readonly id: string; readonly name: string; readonly attended: boolean | undefined }[]
  readonly links: readonly Material[]
  readonly files: readonly ShownMaterial[]
  readonly actor: Actor
  readonly form?: FormState | undefined
  readonly materialForm?: FormState | undefined
  readonly cancelForm?: FormState | undefined
  readonly conflict?: boolean
}

export const TrainingOfficePage = ({ frame, view }: { frame: Frame; view: TrainingView }) => {
  const t = texts[frame.locale]
  const { training: of } = view
  const form = view.form ?? filled(typedTraining(of))
  return (
    <Layout frame={frame} title={of.title} kicker={<a href={paths.officeTrainings}>{t.office.title}</a>}>
      {view.conflict && (
        <Now title={t.why['changed-meanwhile']} tone="wait">
          <h3>{t.office.now}</h3>
          <NowWritten frame={frame} of={of} />
        </Now>
      )}
      {of.state === 'cancelled' ? (
        <Now title={t.why.cancelled} tone="no">
          <p>{`${t.reason}: ${of.reason ?? ''}`}</p>
        </Now>
      ) : (
        <NowWritten frame={frame} of={of} />
      )}
      <Attendance frame={frame} view={view} />
      <MaterialsPart frame={frame} view={view} />
      {of.state === 'planned' && (
        <>
          <Fold summary={t.office.change} open={view.form !== undefined}>
            <Form action={url(paths.officeTraining, { id: of.id })} form={form}>
              <Hidden name="version" value={of.version} />
              <TrainingInputs frame={frame} form={form} />
              <Button>{t.office.save}</Button>
            </Form>
          </Fold>
          <Fold summary={t.office.cancel} open={view.cancelForm !== undefined}>
            <Form action={url(paths.officeTrainingCancelling, { id: of.id })} form={view.cancelForm ?? filled({})}>
              <TextArea name="powod" label={t.office.cancelReason} form={view.cancelForm ?? filled({})} required rows={2} max={500} />
              <Button quiet>{t.office.cancel}</Button>
            </Form>
          </Fold>
        </>
      )}
    </Layout>
  )
}

const NowWritten = ({ frame, of }: { frame: Frame; of: Training }) => {
  const t = texts[frame.locale]
  return (
    <Facts
      entries={[
        { term: t.office.day, value: whenWords(of, frame) },
        { term: t.office.mode, value: t.modes[of.mode] },
        { term: t.office.place, value: of.place },
        ...(of.link ? [{ term: t.office.link, value: of.link, href: of.link }] : []),
        { term: t.office.capacity, value: String(of.capacity) },
        ...(of.about ? [{ term: t.office.about, value: of.about }] : []),
      ]}
    />
  )
}

const Attendance = ({ frame, view }: { frame: Frame; view: TrainingView }) => {
  const t = texts[frame.locale]
  const { training: of, people } = view
  const verdict = mayMark(view.actor, of, frame.now)
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  const there = people.filter(({ attended }) => attended).map(({ id }) => id)
  return (
    <section class="stack">
      <h2>{t.office.attendance}</h2>
      {people.length === 0 ? (
        <p class="muted">{t.office.nobody}</p>
      ) : verdict.ok ? (
        <Form action={url(paths.officeTrainingAttendance, { id: of.id })} form={filled({})}>
          <Checkboxes
            name="byli"
            label={t.office.taken({ taken: people.length, of: of.capacity })}
            hint={t.office.attendanceHint}
            form={filled({})}
            options={options}
            value={there}
          />
          <Button>{t.office.mark}</Button>
        </Form>
      ) : (
        <>
          <ul>
            {people.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
          <Why>{t.why[verdict.why]}</Why>
        </>
      )}
    </section>
  )
}

const MaterialsPart = ({ frame, view }: { frame: Frame; view: TrainingView }) => {
  const t = texts[frame.locale]
  const form = view.materialForm ?? filled({})
  const { training: of, links, files } = view
  return (
    <section class="stack">
      <h2>{t.materials}</h2>
      {links.length + files.length === 0 && <p class="muted">{t.noMaterials}</p>}
      <ul class="stack">
        {files.map(({ title, link }) => (
          <li>
            <a href={link}>{title}</a>
          </li>
        ))}
        {links.map(({ id, title, link }) => (
          <li class="tight">
            <a href={link} rel="noopener">
              {title}
            </a>
            <ActButton
              action={url(paths.officeTrainingMaterialRemoval, { id: of.id, material: id })}
              label={`${t.office.remove}: ${title}`}
              quiet
              small
            />
          </li>
        ))}
      </ul>
      <Fold summary={t.office.material} open={view.materialForm !== undefined}>
        <Form action={url(paths.officeTrainingMaterials, { id: of.id })} form={form} files>
          <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
          <Field id="material-title" name="material" label={t.office.materialTitle} form={form} required maxlength={120} />
          <Field id="material-link" name="adres" label={t.office.materialLink} form={form} type="url" maxlength={500} />
          <FileField name="plik" label={t.office.materialFile} form={form} accept="application/pdf,image/jpeg,image/png" />
          <Button>{t.office.material}</Button>
        </Form>
      </Fold>
    </section>
  )
}
