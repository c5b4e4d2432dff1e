import { longDate, weekdayDate } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { officeTextsEn } from '#modules/people/office/office.texts.en.ts'
import { officeTexts } from '#modules/people/office/office.texts.ts'
import { type FoundPerson, type GrantWhy, grantableRoles, type KeptGrant, type Person } from '#modules/people/people.rules.ts'
import { peopleTextsEn } from '#modules/people/people.texts.en.ts'
import { peopleTexts } from '#modules/people/people.texts.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Checkbox, ErrorSummary, Field, Form, type Option, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, Facts, LinkButton, Row, Rows, Why } from '#ui/parts.tsx'

const texts = { pl: officeTexts, en: officeTextsEn }
const roleTexts = { pl: peopleTexts.roles, en: peopleTextsEn.roles }

type ListProps = { frame: Frame; words: string; found: readonly FoundPerson[]; most: number; mayEnter: boolean }

export const PeoplePage = ({ frame, words, found, most, mayEnter }: ListProps) => {
  const t = texts[frame.locale]
  const shown = found.slice(0, most)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <Form action={paths.people} method="get">
        <Field name="szukaj" label={t.search.label} form={emptyForm} value={words} required autocomplete="off" maxlength={100} />
        <Button>{t.search.button}</Button>
      </Form>
      <Acts>
        {mayEnter && (
          <LinkButton href={paths.personNew} quiet>
            {t.enter}
          </LinkButton>
        )}
        <LinkButton href={paths.phoneList} quiet>
          {t.phoneList}
        </LinkButton>
      </Acts>
      <h2>{words ? t.search.found(shown.length) : t.search.staffOnly}</h2>
      {shown.length === 0 && (
        <Empty title={t.search.none.title}>
          <p>{t.search.none.first}</p>
        </Empty>
      )}
      <Rows plain>
        {shown.map(person => (
          <Row title={person.name} href={url(paths.person, { id: person.id })} note={noteOf(frame, person)} />
        ))}
      </Rows>
      {found.length > most && <p class="muted">{t.search.more}</p>}
    </Layout>
  )
}

const noteOf = (frame: Frame, { level, noEmail, roles }: FoundPerson) => {
  const t = texts[frame.locale]
  return [t.level(level), noEmail && t.noEmail, ...roles.map(role => roleTexts[frame.locale][role])].filter(Boolean).join(' · ')
}

type NamedGrant = KeptGrant & { readonly scope: string; readonly running: boolean }
export type PersonView = {
  readonly person: Person
  readonly district: string | undefined
  readonly enteredBy: string | undefined
  readonly grants: readonly NamedGrant[]
  readonly granting: Verdict<GrantWhy>
  readonly making: Verdict
  readonly declaring: boolean
  readonly erasing: Verdict
  readonly seesContact: boolean
  /** Contact data were asked for and this look is recorded. */
  readonly contact: boolean
  readonly options: { readonly editions: readonly Option[]; readonly territories: readonly Option[]; readonly units: readonly Option[] }
}
type PersonProps = { frame: Frame; form: FormState; view: PersonView }

export const PersonPage = ({ frame, form, view }: PersonProps) => {
  const t = texts[frame.locale]
  const { person } = view
  return (
    <Layout frame={frame} title={person.name} lead={person.erased ? t.person.erased : t.person.lead}>
      <ErrorSummary form={form} />
      {!person.erased && <About frame={frame} view={view} />}
      <GrantsPart frame={frame} view={view} />
      {!person.erased && <Giving frame={frame} form={form} view={view} />}
      {view.declaring && (
        <p>
          <a href={url(paths.personAddress, { id: person.id })}>{t.declare}</a>
        </p>
      )}
      {view.making.ok && (
        <section class="stack">
          <h2>{t.takeover.title}</h2>
          <p>{t.takeover.hint}</p>
          <ActButton action={url(paths.personTakeoverCode, { id: person.id })} label={t.takeover.make} quiet />
        </section>
      )}
      {view.erasing.ok && (
        <section class="stack">
          <h2>{t.erasing.title}</h2>
          <Form action={url(paths.personErasure, { id: person.id })}>
            <Checkbox name="asked" label={t.erasing.asked} form={form} required />
            <Button quiet>{t.erasing.button}</Button>
          </Form>
        </section>
      )}
    </Layout>
  )
}

const About = ({ frame, view: { person, district, enteredBy, seesContact, contact } }: Omit<PersonProps, 'form'>) => {
  const { person: t } = texts[frame.locale]
  const entries = [
    { term: t.since, value: longDate(person.createdAt, frame.locale) },
    { term: t.level, value: t.levels[person.level] },
    ...(district ? [{ term: t.district, value: district }] : []),
    ...(enteredBy ? [{ term: t.enteredBy, value: enteredBy }] : []),
  ]
  const email = person.email ? `${person.email}${person.emailFails ? ` (${t.failing})` : ''}` : t.notGiven
  return (
    <>
      <Facts entries={entries} />
      {seesContact && (
        <section class="stack">
          <h2>{t.contact}</h2>
          {contact ? (
            <Facts
              entries={[
                { term: t.email, value: email },
                { term: t.phone, value: person.phone ?? t.notGiven },
              ]}
            />
          ) : (
            <ActButton action={url(paths.personContact, { id: person.id })} label={t.showContact} quiet />
          )}
        </section>
      )}
    </>
  )
}

const GrantsPart = ({ frame, view: { person, grants, granting } }: Omit<PersonProps, 'form'>) => {
  const { roles: t } = texts[frame.locale]
  const day = (moment: Date) => weekdayDate(moment, frame.locale)
  const list = (running: boolean) => (
    <Rows plain>
      {grants
        .filter(grant => grant.running === running)
        .map(grant => {
          const role = roleTexts[frame.locale][grant.role]
          const until = grant.until && t.until(day(new Date(grant.until.getTime() - 1)))
          return (
            <Row title={role} note={[grant.scope || t.everywhere, t.since(day(grant.since)), until].filter(Boolean).join(' · ')}>
              {running && granting.ok && (
                <ActButton action={url(paths.personGrantEnd, { id: person.id, grant: grant.id })} label={t.end(role)} quiet small />
              )}
            </Row>
          )
        })}
    </Rows>
  )
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      {grants.some(grant => grant.running) ? list(true) : <p>{t.none}</p>}
      {grants.some(grant => !grant.running) && (
        <>
          <h3>{t.past}</h3>
          {list(false)}
        </>
      )}
    </section>
  )
}

const Giving = ({ frame, form, view: { person, granting, options } }: PersonProps) => {
  const { roles: t, why } = texts[frame.locale]
  if (!granting.ok) return <Why>{why[granting.why]}</Why>
  const roles = grantableRoles.map(role => ({ value: role, label: roleTexts[frame.locale][role] }))
  return (
    <section class="stack">
      <h2>{t.give}</h2>
      <Form action={url(paths.personGrants, { id: person.id })}>
        <Select name="role" label={t.role} form={form} options={roles} empty={t.choose} required />
        <Select name="unitId" label={t.unit} hint={t.unitHint} form={form} options={options.units} empty={t.anyUnit} />
        <Select name="territoryId" label={t.territory} form={form} options={options.territories} empty={t.wholeCity} />
        <Select name="editionId" label={t.edition} form={form} options={options.editions} empty={t.allEditions} />
        <Field name="until" type="date" label={t.until_} hint={t.untilHint} form={form} short />
        <Button>{t.give}</Button>
      </Form>
    </section>
  )
}
