import { longDate, shortDate, startOfDay } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { type ApplicationView, LetterLinks, Said, ScanLinks } from '#modules/ambassadors/applications/applications.pages.tsx'
import { ApplicationTag } from '#modules/ambassadors/applications/applications.parts.tsx'
import type { Application } from '#modules/ambassadors/applications/applications.rules.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import type { Call } from '#modules/ambassadors/applications/calls.rules.ts'
import {
  type ApplicationFilter,
  type ApplicationSort,
  applicationFilters,
  applicationSorts,
  type DecisionKind,
  decisionKinds,
  reasonLimits,
} from '#modules/ambassadors/applications/decisions.rules.ts'
import { decisionsTextsEn } from '#modules/ambassadors/applications/decisions.texts.en.ts'
import { decisionsTexts } from '#modules/ambassadors/applications/decisions.texts.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Radios, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Dots, Empty, Facts, Fold, LinkButton, Now, Pager, Tabs, Why } from '#ui/parts.tsx'

const texts = { pl: decisionsTexts, en: decisionsTextsEn }
const words = { pl: applicationsTexts, en: applicationsTextsEn }

export type ListView = {
  readonly call: Call
  readonly edition: string
  readonly applications: readonly Application[]
  readonly counts: ReadonlyMap<string, number>
  readonly districts: readonly Territory[]
  readonly filter: ApplicationFilter | undefined
  readonly districtId: string | undefined
  readonly sort: ApplicationSort
  readonly pages: { readonly newer?: string | undefined; readonly older?: string | undefined }
  readonly form: FormState
}
type ListProps = { readonly frame: Frame; readonly view: ListView }

export const ApplicationsPage = ({ frame, view }: ListProps) => {
  const { list: t } = texts[frame.locale]
  const { call, applications } = view
  return (
    <Layout
      frame={frame}
      title={t.title}
      lead={t.lead}
      wide
      kicker={
        <>
          <a href={paths.officeCalls}>{t.back}</a> · {view.edition}
        </>
      }
    >
      <Acts>
        <LinkButton href={url(paths.officeApplicationNew, { id: call.id })} quiet>
          {t.enter}
        </LinkButton>
        <LinkButton href={url(paths.officeApplicationsImport, { id: call.id })} quiet>
          {t.import}
        </LinkButton>
      </Acts>
      <Filters frame={frame} view={view} />
      {applications.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyText}</p>
        </Empty>
      ) : (
        <Form action={url(paths.officeApplicationsDecision, { id: call.id })} form={view.form} class="stack">
          <ul class="rows plain">
            {applications.map(one => (
              <ApplicationRow frame={frame} view={view} one={one} />
            ))}
          </ul>
          <Fold summary={t.chosen} open={Object.keys(view.form.errors).length > 0}>
            <p class="hint">{t.chosenLead}</p>
            <DecisionFields frame={frame} form={view.form} kinds={decisionKinds} />
          </Fold>
        </Form>
      )}
      <Pager {...view.pages} />
    </Layout>
  )
}

const Filters = ({ frame, view }: ListProps) => {
  const { list: t } = texts[frame.locale]
  const { call, counts, filter, sort, districtId } = view
  const number = (of: ApplicationFilter | undefined) =>
    of === undefined
      ? [...counts.values()].reduce((sum, n) => sum + n, 0)
      : of === 'to-decide'
        ? (counts.get('submitted') ?? 0) + (counts.get('waiting') ?? 0)
        : (counts.get(of) ?? 0)
  const label = (of: ApplicationFilter | undefined) => (of === undefined ? t.all : of === 'to-decide' ? t.toDecide : words[frame.locale].states[of])
  const query = (of: ApplicationFilter | undefined) => ({ stan: of, dzielnica: districtId, kolejnosc: sort === 'date' ? undefined : sort })
  return (
    <>
      <Tabs
        label={t.filters}
        tabs={[undefined, ...applicationFilters].map(of => ({
          label: `${label(of)} (${number(of)})`,
          href: url(paths.officeApplications, { id: call.id }, query(of)),
          current: of === filter,
        }))}
      />
      <form class="toolbar" method="get" action={url(paths.officeApplications, { id: call.id })}>
        {filter && <Hidden name="stan" value={filter} />}
        <Select
          name="dzielnica"
          label={t.district}
          form={{ typed: {}, errors: {} }}
          required
          empty={t.everywhere}
          value={districtId ?? ''}
          options={view.districts.map(district => ({ value: district.id, label: territoryTitle(district) }))}
        />
        <Select
          name="kolejnosc"
          label={t.sort}
          form={{ typed: {}, errors: {} }}
          required
          value={sort}
          options={applicationSorts.map(value => ({ value, label: t.sorts[value] }))}
        />
        <Button quiet>{t.show}</Button>
      </form>
    </>
  )
}

const ApplicationRow = ({ frame, view, one }: ListProps & { readonly one: Application }) => {
  const { list: t } = texts[frame.locale]
  const named = view.districts.filter(({ id }) => one.districtIds.includes(id)).map(district => territoryTitle(district))
  const came = one.submittedAt && t.came({ day: shortDate(one.submittedAt, frame.locale), channel: words[frame.locale].channels[one.channel] })
  const [box, value] = [`wybor-${one.id}`, `${one.id}:${one.version}`]
  const checked = [view.form.typed.chosen ?? []].flat().includes(value)
  return (
    <li>
      <div class="choice">
        <input type="checkbox" id={box} name="chosen[]" value={value} checked={checked} aria-label={t.choose(one.content.name)} />
        <div class="tight">
          <h2 class="row-title">
            <a href={url(paths.officeApplication, { id: one.id })}>{one.content.name}</a>
          </h2>
          <p class="small muted">
            <Dots
              items={[
                named.join(', '),
                one.content.areaWords,
                came,
                one.dueOn && t.due(shortDate(startOfDay(one.dueOn), frame.locale)),
                one.waitingNo !== null && t.place(one.waitingNo),
              ]}
            />
          </p>
          <p class="tags">
            <ApplicationTag frame={frame} state={one.state} />
          </p>
        </div>
      </div>
    </li>
  )
}

type FieldsProps = { readonly frame: Frame; readonly form: FormState; readonly kinds: readonly DecisionKind[] }
const DecisionFields = ({ frame, form, kinds }: FieldsProps) => {
  const { one: t } = texts[frame.locale]
  return (
    <>
      <Radios
        name="kind"
        label={t.kind}
        form={form}
        required
        options={kinds.map(kind => ({ value: kind, label: t.kinds[kind], hint: t.kindHints[kind] }))}
      />
      <TextArea name="reason" label={t.reason} hint={t.reasonHint} form={form} rows={4} max={reasonLimits.max} />
      <Field name="dueOn" label={t.dueOn} hint={t.dueHint} form={form} type="date" />
      <Button>{t.save}</Button>
    </>
  )
}

export type OfficeView = ApplicationView & {
  readonly kinds: readonly DecisionKind[]
  readonly own: boolean
  readonly contact: { readonly email: string | undefined; readonly phone: string } | undefined
  /** Set when somebody else has changed it while this coordinator was writing. */
  readonly meanwhile: boolean
  readonly version: number
}

export const OfficeApplicationPage = ({ frame, view }: { frame: Frame; view: OfficeView }) => {
  const { one: t } = texts[frame.locale]
  const { one } = view
  return (
    <Layout
      frame={frame}
      title={one.content.name}
      kicker={
        <>
          <a href={url(paths.officeApplications, { id: one.callId })}>{t.back}</a> · {view.edition}
        </>
      }
      aside={<OfficeAside frame={frame} view={view} />}
    >
      {view.meanwhile && (
        <Now title={`${t.meanwhile} ${words[frame.locale].states[one.state]}`} tone="wait">
          <p>{t.meanwhileNext}</p>
        </Now>
      )}
      <p class="tags">
        <ApplicationTag frame={frame} state={one.state} />
      </p>
      {one.missing && one.dueOn && (
        <Now title={t.waitsUntil(longDate(startOfDay(one.dueOn), frame.locale))} tone="wait">
          <p class="as-typed">{one.missing}</p>
        </Now>
      )}
      <Said frame={frame} view={{ ...view, writing: { ok: false, why: 'wrong-state' }, hidePhone: true }} />
      <section class="tight" id="decyzja">
        <h2>{t.decide}</h2>
        {view.own ? (
          <Why>{t.own}</Why>
        ) : view.kinds.length === 0 ? (
          <p>{t.over}</p>
        ) : (
          <Form action={url(paths.officeApplicationDecision, { id: one.id })} form={view.form} keep={`decyzja-${one.id}`}>
            <Hidden name="version" value={view.version} />
            <DecisionFields frame={frame} form={view.form} kinds={view.kinds} />
          </Form>
        )}
      </section>
    </Layout>
  )
}

const OfficeAside = ({ frame, view }: { frame: Frame; view: OfficeView }) => {
  const { one: t } = texts[frame.locale]
  const { one, contact } = view
  return (
    <>
      {contact ? (
        <Facts
          entries={[
            { term: t.phone, value: contact.phone || t.none },
            { term: t.email, value: contact.email ?? t.none },
          ]}
        />
      ) : (
        <div class="tight">
          <ActButton action={url(paths.officeApplicationContact, { id: one.id })} label={t.contact} quiet small />
          <p class="small muted">{t.contactHint}</p>
        </div>
      )}
      <p>
        <a href={url(paths.person, { id: one.personId })}>{t.person}</a>
      </p>
      {one.state === 'waiting' && one.waitingNo !== null && one.waitingNo > 1 && !view.own && (
        <ActButton action={url(paths.officeApplicationUp, { id: one.id })} label={t.up} quiet small />
      )}
      <p>
        <a href={url(paths.ambassadorApplicationPrint, { id: one.id })}>{words[frame.locale].own.print}</a>
      </p>
      <ScanLinks frame={frame} scans={view.scans} />
      <LetterLinks frame={frame} id={one.id} letters={view.letters} />
    </>
  )
}
