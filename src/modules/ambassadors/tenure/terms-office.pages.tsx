import type { Actor } from '#kit/actor.ts'
import { shortDate } from '#kit/dates.ts'
import { type FormState, filled } from '#kit/form.ts'
import type { Deeds } from '#kit/things.ts'
import { type Certificate, mayCertify } from '#modules/ambassadors/tenure/certificates.rules.ts'
import { certificatesTextsEn } from '#modules/ambassadors/tenure/certificates.texts.en.ts'
import { certificatesTexts } from '#modules/ambassadors/tenure/certificates.texts.ts'
import {
  mayAuthorise,
  mayTake,
  needsReason,
  type Term,
  type TermState,
  type TermStep,
  terming,
  termStates,
} from '#modules/ambassadors/tenure/terms.rules.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Checkboxes, Field, Form, Hidden, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Dots, Empty, Facts, Fold, LinkButton, Row, Rows, Tabs, Tag, type Tone, Why } from '#ui/parts.tsx'

const texts = { pl: termsTexts, en: termsTextsEn }
export type NamedTerm = Term & { readonly name: string; readonly trained: 'session' | 'course' | undefined }
export const termTones: Readonly<Record<TermState, Tone>> = {
  accepted: 'wait',
  active: 'good',
  suspended: 'wait',
  recalled: 'no',
  resigned: 'plain',
  finished: 'plain',
}

const placesOf = (term: Term, districts: readonly Territory[]) =>
  districts
    .filter(({ id }) => term.districtIds.includes(id))
    .map(district => territoryTitle(district))
    .join(', ')

export type TermsView = {
  readonly terms: readonly NamedTerm[]
  readonly counts: ReadonlyMap<TermState, number>
  readonly state: TermState | undefined
  readonly districts: readonly Territory[]
  readonly actor: Actor
}

/** Who waits for training, who for the authorisation, who works, and who no longer does. */
export const TermsPage = ({ frame, view }: { frame: Frame; view: TermsView }) => {
  const { office: t, termStates: states } = texts[frame.locale]
  const tabs = [undefined, ...termStates].map(state => ({
    label: state ? `${states[state]} (${view.counts.get(state) ?? 0})` : t.all,
    href: url(paths.officeTerms, undefined, { stan: state }),
    current: state === view.state,
  }))
  const ready = view.terms.filter(
    term => term.state === 'accepted' && mayTake(view.actor, 'activate', readied(term), { trained: Boolean(term.trained) }).ok,
  )
  const running = view.state === 'active' ? view.terms.filter(term => mayTake(view.actor, 'finish', term, { trained: true }).ok) : []
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} wide>
      <Acts>
        <LinkButton href={paths.officeTrainings} quiet>
          {t.toTrainings}
        </LinkButton>
        <LinkButton href={paths.ambassadors} quiet>
          {t.toList}
        </LinkButton>
      </Acts>
      <Tabs tabs={tabs} label={t.tabs} />
      {ready.length > 0 && <Bulk frame={frame} terms={ready} step="activate" districts={view.districts} />}
      {running.length > 0 && <Bulk frame={frame} terms={running} step="finish" districts={view.districts} />}
      {view.terms.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <Rows plain>
          {view.terms.map(term => (
            <Row
              level="h2"
              title={term.name}
              href={url(paths.officeTerm, { id: term.id })}
              note={<Dots items={[placesOf(term, view.districts), term.areaWords]} />}
            >
              <p class="tags">
                <Tag kind={termTones[term.state]}>{states[term.state]}</Tag>
                {term.state === 'accepted' && <Tag kind={term.trained ? 'good' : 'plain'}>{t.trained[term.trained ?? 'no']}</Tag>}
                {term.state === 'accepted' && term.authorisation && <Tag kind="good">{term.authorisation.number}</Tag>}
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </Layout>
  )
}
/** As it will be once the authorisation is issued in the same act. */
const readied = (term: Term): Term => ({ ...term, authorisation: term.authorisation ?? { number: '', at: term.startedAt, by: '' } })

const Bulk = ({
  frame,
  terms,
  step,
  districts,
}: {
  frame: Frame
  terms: readonly NamedTerm[]
  step: 'activate' | 'finish'
  districts: readonly Territory[]
}) => {
  const t = texts[frame.locale].office.bulk[step]
  const options = terms.map(term => ({ value: term.id, label: term.name, hint: placesOf(term, districts) }))
  return (
    <Fold summary={t.title(terms.length)} open={step === 'activate'}>
      <Form action={paths.officeTermsSteps} form={filled({})}>
        <Hidden name="krok" value={step} />
        <Checkboxes
          name="kadencje"
          label={t.which}
          form={filled({})}
          options={options}
          value={step === 'activate' ? terms.map(({ id }) => id) : []}
        />
        <Button>{t.act}</Button>
      </Form>
    </Fold>
  )
}

export type TermView = {
  readonly term: NamedTerm
  readonly districts: readonly Territory[]
  readonly actor: Actor
  readonly reasonForm?: (FormState & { readonly step: TermStep }) | undefined
  readonly residentsForm?: FormState | undefined
  readonly certificate: Certificate | undefined
  /** What happened in the term, to be confirmed or put right. */
  readonly deeds: Deeds
  readonly certificateForm?: FormState | undefined
  readonly refused?: string | undefined
}

export const TermPage = ({ frame, view }: { frame: Frame; view: TermView }) => {
  const words = texts[frame.locale]
  const { office: t, termStates: states } = words
  const { term } = view
  const day = (at: Date | undefined) => (at ? shortDate(at, frame.locale) : '–')
  return (
    <Layout frame={frame} title={term.name} lead={term.areaWords} kicker={<a href={paths.officeTerms}>{t.title}</a>}>
      {view.refused && <Why>{view.refused}</Why>}
      <Facts
        entries={[
          { term: t.state, value: <Tag kind={termTones[term.state]}>{states[term.state]}</Tag> },
          ...(term.reason ? [{ term: t.reason, value: term.reason }] : []),
          { term: t.districts, value: placesOf(term, view.districts) || '–' },
          { term: t.forms, value: term.forms.map(form => words.forms[form]).join(', ') },
          { term: t.training, value: t.trained[term.trained ?? 'no'] },
          { term: t.days, value: `${day(term.activatedAt)} – ${day(term.endedAt)}` },
          term.authorisation
            ? { term: t.authorisation, value: term.authorisation.number, href: url(paths.authorisationPrint, { id: term.id }) }
            : { term: t.authorisation, value: t.notYet },
        ]}
      />
      <Steps frame={frame} view={view} />
      <CertificatePart frame={frame} view={view} />
      <section class="stack">
        <h2>{t.residents}</h2>
        <Form action={url(paths.officeTermResidents, { id: term.id })} form={view.residentsForm ?? filled({})}>
          <Hidden name="version" value={term.version} />
          <Field
            name="mieszkancy"
            label={t.residentsOf}
            hint={t.residentsHint}
            form={view.residentsForm ?? filled({})}
            inputmode="numeric"
            short
            {...(term.residents ? { value: String(term.residents) } : {})}
          />
          <Button quiet>{t.save}</Button>
        </Form>
      </section>
    </Layout>
  )
}

const certificates = { pl: certificatesTexts, en: certificatesTextsEn }
const CertificatePart = ({ frame, view }: { frame: Frame; view: TermView }) => {
  const t = certificates[frame.locale]
  const { term, certificate } = view
  const { hours = 0, meetings = 0 } = view.deeds
  const form = view.certificateForm ?? filled({ godziny: String(hours), spotkania: String(meetings) })
  const verdict = mayCertify(view.actor, term, certificate !== undefined)
  return (
    <section class="stack">
      <h2>{t.office.title}</h2>
      <p>
        <a href={url(paths.termReport, { id: term.id })}>{t.toReport}</a>
      </p>
      {certificate ? (
        <p>
          <a href={url(paths.certificate, { number: certificate.number })}>{certificate.number}</a>
        </p>
      ) : verdict.ok ? (
        <Form action={url(paths.officeTermCertificate, { id: term.id })} form={form}>
          <p class="small muted">{t.office.counted}</p>
          <Field name="godziny" label={t.office.hours} form={form} inputmode="numeric" required short />
          <Field name="spotkania" label={t.office.meetings} form={form} inputmode="numeric" required short />
          <Button>{t.office.issue}</Button>
        </Form>
      ) : (
        <Why>{verdict.why === 'wrong-state' ? t.office.later : t.why[verdict.why]}</Why>
      )}
    </section>
  )
}

const Steps = ({ frame, view }: { frame: Frame; view: TermView }) => {
  const { office: t, why } = texts[frame.locale]
  const { term, actor } = view
  const trained = Boolean(term.trained)
  const authorising = mayAuthorise(actor, term, trained)
  const steps = terming.names.filter(step => terming.may(actor, step, term).ok)
  return (
    <section class="stack">
      <h2>{t.steps}</h2>
      {authorising.ok && <ActButton action={url(paths.officeTermAuthorisation, { id: term.id })} label={t.authorise} />}
      {!authorising.ok && authorising.why === 'untrained' && <Why>{why.untrained}</Why>}
      {steps.length === 0 && <p class="muted">{actor.id === term.personId ? why['not-yours'] : t.over}</p>}
      {steps.map(step => {
        const verdict = mayTake(actor, step, term, { trained, reason: 'x' })
        const action = url(paths.officeTermStep, { id: term.id })
        if (!verdict.ok) return step === 'activate' && verdict.why === 'unauthorised' ? <Why>{why.unauthorised}</Why> : null
        if (!needsReason(step)) return <ActButton action={action} label={t.act[step]} fields={{ krok: step }} quiet={step !== 'activate'} />
        const form = view.reasonForm?.step === step ? view.reasonForm : filled({})
        return (
          <Fold summary={t.act[step]} open={view.reasonForm?.step === step}>
            <Form action={action} form={form}>
              <Hidden name="krok" value={step} />
              <TextArea id={`powod-${step}`} name="powod" label={t.reasonFor} hint={t.reasonHint} form={form} required rows={3} max={1000} />
              <Button quiet>{t.act[step]}</Button>
            </Form>
          </Fold>
        )
      })}
    </section>
  )
}
