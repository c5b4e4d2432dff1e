import type { Child } from 'hono/jsx'
import { longDate, warsaw } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import {
  assessments,
  complianceStates,
  type KeptStatement,
  linesOf,
  type ReviewState,
  type Statement,
} from '#modules/programme/statements/accessibility.rules.ts'
import { accessibilityTextsEn } from '#modules/programme/statements/accessibility.texts.en.ts'
import { accessibilityTexts } from '#modules/programme/statements/accessibility.texts.ts'
import { paths } from '#paths'
import { Button, Field, Form, Hidden, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LinkButton, Why } from '#ui/parts.tsx'

const texts = { pl: accessibilityTexts, en: accessibilityTextsEn }
const longDay = (day: string, frame: Frame) => longDate(warsaw(day, '12:00'), frame.locale)

/** The city's words in the visitor's language; Polish ones are marked as such. */
type Both = 'inaccessible' | 'notCovered' | 'amenities' | 'apps' | 'architecture' | 'communication'
function inTongue(statement: Statement, key: Both, frame: Frame): { words: string; lang: 'pl' | undefined } {
  const english = statement[`${key}En`]
  if (frame.locale === 'en' && english) return { words: english, lang: undefined }
  return { words: statement[key], lang: frame.locale === 'en' && statement[key] ? 'pl' : undefined }
}

const Missing = ({ frame, children }: { frame: Frame; children: Child }) => <>{children || texts[frame.locale].page.missing}</>
const DateOf = ({ id, day, frame }: { id: string; day: string; frame: Frame }) =>
  day ? (
    <time id={id} datetime={day}>
      {longDay(day, frame)}
    </time>
  ) : (
    <span id={id}>{texts[frame.locale].page.missing}</span>
  )
const Words = ({ statement, of, frame, id }: { statement: Statement; of: Both; frame: Frame; id?: string }) => {
  const { words, lang } = inTongue(statement, of, frame)
  return (
    <p id={id} lang={lang}>
      <Missing frame={frame}>{words}</Missing>
    </p>
  )
}
const List = ({ statement, of, frame }: { statement: Statement; of: Both; frame: Frame }) => {
  const { words, lang } = inTongue(statement, of, frame)
  return (
    <ul lang={lang}>
      {linesOf(words).map(line => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

type PageProps = { frame: Frame; statement: Statement; kept: KeptStatement | undefined; edit: boolean }

/** Headings, their order and the ids are those of the ministry's technical conditions 2.0; programs look for them. */
export const AccessibilityPage = ({ frame, statement, kept, edit }: PageProps) => {
  const t = texts[frame.locale].page
  return (
    <Layout frame={frame} title={t.title}>
      {!kept && <Why>{t.unfinished}</Why>}
      <div class="prose" id="a11y-deklaracja">
        <p id="a11y-wstep">
          <span id="a11y-podmiot">
            <Missing frame={frame}>{statement.subject}</Missing>
          </span>
          {t.commitment} {t.scope}
          <a id="a11y-url" href={statement.siteUrl}>
            <span id="a11y-zakres">{statement.siteName}</span>
          </a>
          .
        </p>
        <ul>
          <li>
            {t.published}
            <DateOf id="a11y-data-publikacja" day={statement.publishedOn} frame={frame} />
          </li>
          <li>
            {t.updated}
            <DateOf id="a11y-data-aktualizacja" day={statement.updatedOn} frame={frame} />
          </li>
        </ul>
        <h2>{t.stateTitle}</h2>
        <p id="a11y-status">{t.state[statement.state]}</p>
        {statement.state !== 'full' && (
          <>
            <h2>{t.inaccessible}</h2>
            <List statement={statement} of="inaccessible" frame={frame} />
          </>
        )}
        {statement.notCovered && (
          <>
            <h3>{t.notCovered}</h3>
            <List statement={statement} of="notCovered" frame={frame} />
          </>
        )}
        {statement.burdenUrl && (
          <>
            <h3>{t.burden}</h3>
            <p>
              <a id="a11y-ocena" href={statement.burdenUrl}>
                {t.burdenLink}
              </a>
            </p>
          </>
        )}
        <h2>{t.preparation}</h2>
        <ul>
          <li>
            {t.prepared}
            <DateOf id="a11y-data-sporzadzenie" day={statement.preparedOn} frame={frame} />
          </li>
          <li>
            {t.reviewed}
            <DateOf id="a11y-data-przeglad" day={statement.reviewedOn} frame={frame} />
          </li>
        </ul>
        <p id="a11y-audytor">{statement.assessment === 'self' ? t.self : t.external(statement.auditor)}</p>
        <h2>{t.amenities}</h2>
        <Words statement={statement} of="amenities" frame={frame} />
        <h2>{t.shortcuts}</h2>
        <p>{t.shortcutsText}</p>
        <Contact frame={frame} statement={statement} />
        <h2>{t.other}</h2>
        <h3>{t.apps}</h3>
        <Words id="a11y-aplikacje" statement={statement} of="apps" frame={frame} />
        <h3>{t.architecture}</h3>
        <Words id="a11y-architektura" statement={statement} of="architecture" frame={frame} />
        <h3>{t.communication}</h3>
        <Words id="a11y-komunikacja" statement={statement} of="communication" frame={frame} />
      </div>
      {kept && <p class="small muted">{t.history(kept.version, longDate(kept.at, frame.locale))}</p>}
      {edit && (
        <p>
          <LinkButton href={paths.officeAccessibility} quiet small>
            {t.edit}
          </LinkButton>
        </p>
      )}
    </Layout>
  )
}

const Contact = ({ frame, statement }: { frame: Frame; statement: Statement }) => {
  const t = texts[frame.locale].page
  return (
    <>
      <h2 id="a11y-kontakt">{t.feedback}</h2>
      <p>
        {t.contact}
        <span id="a11y-osoba">
          <Missing frame={frame}>{statement.contact}</Missing>
        </span>
      </p>
      <ul>
        <li>
          {t.email}
          {statement.email ? (
            <a id="a11y-email" href={`mailto:${statement.email}`}>
              {statement.email}
            </a>
          ) : (
            <span id="a11y-email">{t.missing}</span>
          )}
        </li>
        <li>
          {t.phone}
          {statement.phone ? (
            <a id="a11y-telefon" href={`tel:${statement.phone.replace(/[^\d+]/g, '')}`}>
              {statement.phone}
            </a>
          ) : (
            <span id="a11y-telefon">{t.missing}</span>
          )}
        </li>
      </ul>
      <h2>{t.procedure}</h2>
      <div id="a11y-procedura" class="stack">
        {linesOf(t.procedureText).map(sentence => (
          <p>{sentence}</p>
        ))}
      </div>
      <p>
        <a href={t.ombudsmanUrl}>{t.ombudsman}</a>
      </p>
    </>
  )
}

type EditProps = { frame: Frame; form: FormState; base: number; review: ReviewState | undefined; conflict?: boolean }
export const AccessibilityEditPage = ({ frame, form, base, review, conflict }: EditProps) => {
  const { office: t } = texts[frame.locale]
  const day = (name: keyof typeof t.fields) => <Field name={name} type="date" label={t.fields[name]} form={form} required />
  const line = (name: keyof typeof t.fields, type = 'text') => <Field name={name} type={type} label={t.fields[name]} form={form} required />
  const both = (name: Both, hint?: string) => (
    <>
      <TextArea name={name} label={t.fields[name]} hint={hint} form={form} rows={4} max={4000} />
      <TextArea name={`${name}En`} label={t.fields[`${name}En`]} form={form} rows={4} max={4000} />
    </>
  )
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<a href={paths.accessibility}>{t.see}</a>}>
      {conflict && <Why>{t.conflict}</Why>}
      <Why>{review ? t.review[review.state](longDay(review.due, frame)) : t.first}</Why>
      <Form action={paths.officeAccessibility} form={form}>
        <Hidden name="base" value={base} />
        <fieldset class="stack">
          <legend>{t.parts.what}</legend>
          {line('subject')}
          {line('siteName')}
          {line('siteUrl', 'url')}
          {day('publishedOn')}
          {day('updatedOn')}
        </fieldset>
        <fieldset class="stack">
          <legend>{t.parts.state}</legend>
          <Radios
            name="state"
            label={t.fields.state}
            form={form}
            required
            options={complianceStates.map(value => ({ value, label: t.states[value] }))}
          />
          {both('inaccessible', t.hints.lines)}
          {both('notCovered', t.hints.lines)}
          <Field name="burdenUrl" type="url" label={t.fields.burdenUrl} form={form} />
        </fieldset>
        <fieldset class="stack">
          <legend>{t.parts.made}</legend>
          {day('preparedOn')}
          {day('reviewedOn')}
          <Radios
            name="assessment"
            label={t.fields.assessment}
            form={form}
            required
            options={assessments.map(value => ({ value, label: t.assessments[value] }))}
          />
          <Field name="auditor" label={t.fields.auditor} hint={t.hints.auditor} form={form} />
        </fieldset>
        <fieldset class="stack">
          <legend>{t.parts.contact}</legend>
          {line('contact')}
          {line('email', 'email')}
          {line('phone', 'tel')}
        </fieldset>
        <fieldset class="stack">
          <legend>{t.parts.other}</legend>
          {both('amenities')}
          {both('apps')}
          {both('architecture', t.hints.architecture)}
          {both('communication', t.hints.communication)}
        </fieldset>
        <Button>{t.save}</Button>
      </Form>
    </Layout>
  )
}
