import { dateAndTime } from '#kit/dates.ts'
import type { FactRules, Keep } from '#kit/facts.ts'
import type { FormState } from '#kit/form.ts'
import { linesOf } from '#modules/programme/statements/accessibility.rules.ts'
import {
  type Controller,
  isKind,
  type Kind,
  type LastSweep,
  type ProcessingId,
  periods,
  processings,
} from '#modules/programme/statements/privacy.rules.ts'
import { privacyTextsEn } from '#modules/programme/statements/privacy.texts.en.ts'
import { privacyTexts } from '#modules/programme/statements/privacy.texts.ts'
import { paths } from '#paths'
import { ActButton, Button, Field, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Facts, Fold, LinkButton, Why } from '#ui/parts.tsx'

const texts = { pl: privacyTexts, en: privacyTextsEn }
const ids = Object.keys(processings) as ProcessingId[]

type PageProps = { frame: Frame; controller: Controller | undefined; mayEdit: boolean; staff: boolean }
export const PrivacyPage = ({ frame, controller, mayEdit, staff }: PageProps) => {
  const { page: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <section class="prose" aria-labelledby="w-skrocie">
        <h2 id="w-skrocie">{t.short}</h2>
        <ul>
          {linesOf(t.points).map(point => (
            <li>{point}</li>
          ))}
        </ul>
      </section>
      <section class="stack" aria-labelledby="administrator">
        <h2 id="administrator">{t.controller}</h2>
        {controller ? <ControllerFacts frame={frame} controller={controller} /> : <Why>{t.controllerUnknown}</Why>}
        {mayEdit && (
          <p>
            <LinkButton href={paths.officePrivacy} quiet small>
              {t.edit}
            </LinkButton>
          </p>
        )}
      </section>
      <section class="stack" aria-labelledby="rejestr">
        <h2 id="rejestr">{t.register}</h2>
        <div>
          {ids.map(id => (
            <Purpose frame={frame} id={id} />
          ))}
        </div>
        {staff && (
          <p>
            <a href={paths.retention}>{t.retention}</a>
          </p>
        )}
      </section>
      <section class="prose" aria-labelledby="dostep">
        <h2 id="dostep">{t.access}</h2>
        <p>{t.accessText}</p>
        <p>{t.automatic}</p>
        <h2>{t.children}</h2>
        <p>{t.childrenText}</p>
        <h2>{t.rights}</h2>
        <ul>
          {linesOf(t.rightsList).map(right => (
            <li>{right}</li>
          ))}
        </ul>
        <p>
          <a href={paths.profileData}>{t.ownData}</a>
        </p>
        <p>
          <a href={t.authorityUrl}>{t.authority}</a>
        </p>
      </section>
    </Layout>
  )
}

const ControllerFacts = ({ frame, controller }: { frame: Frame; controller: Controller }) => {
  const { fields } = texts[frame.locale].page
  return (
    <Facts
      entries={(['name', 'address', 'email', 'dpo', 'dpoEmail'] as const)
        .filter(key => controller[key] !== '')
        .map(key => ({
          term: fields[key],
          value: controller[key],
          href: key.toLowerCase().endsWith('email') ? `mailto:${controller[key]}` : undefined,
        }))}
    />
  )
}

const Purpose = ({ frame, id }: { frame: Frame; id: ProcessingId }) => {
  const t = texts[frame.locale]
  const { title, what, why, howLong, publicly } = t.processing[id]
  const { entries } = t.page
  return (
    <Fold summary={title}>
      <Facts
        entries={[
          { term: entries.what, value: what },
          { term: entries.why, value: why },
          { term: entries.howLong, value: howLong((kind: Kind) => t.period(periods[kind])) },
          { term: entries.publicly, value: publicly },
          { term: entries.ground, value: t.ground[processings[id].ground] },
        ]}
      />
    </Fold>
  )
}

export const ControllerPage = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const t = texts[frame.locale]
  const { fields } = t.page
  return (
    <Layout frame={frame} title={t.office.title} lead={t.office.lead} kicker={<a href={paths.privacy}>{t.page.title}</a>}>
      <Form action={paths.officePrivacy} form={form}>
        <Field name="name" label={fields.name} form={form} required />
        <Field name="address" label={fields.address} form={form} required />
        <Field name="email" type="email" label={fields.email} form={form} required />
        <Field name="dpo" label={fields.dpo} form={form} required />
        <Field name="dpoEmail" type="email" label={fields.dpoEmail} form={form} required />
        <Button>{t.office.save}</Button>
      </Form>
    </Layout>
  )
}

const daysIn = (keep: Keep) => ('years' in keep ? keep.years * 365 : keep.days)
export type SweptKind = { readonly what: string; readonly keep: Keep }
type RetentionProps = { frame: Frame; kinds: readonly SweptKind[]; facts: FactRules; last: LastSweep | undefined; mayRun: boolean }

/** The same kinds and periods the nightly job works with, taken from the modules themselves. */
export const RetentionPage = ({ frame, kinds, facts, last, mayRun }: RetentionProps) => {
  const t = texts[frame.locale]
  const { retention: r } = t
  const nameOf = (what: string) => (isKind(what) ? r.kinds[what] : what === 'facts' ? r.facts : what)
  const byPeriod = Object.values(facts)
    .map(({ keep }) => keep)
    .sort((a, b) => daysIn(a) - daysIn(b))
  const [least, most] = [byPeriod[0], byPeriod.at(-1)]
  return (
    <Layout frame={frame} title={r.title} lead={r.lead}>
      <p>{last ? r.last(dateAndTime(last.at, frame.locale)) : r.never}</p>
      {last && last.failed.length > 0 && <Why>{r.failed(last.failed.map(nameOf).join(', '))}</Why>}
      <table>
        <thead>
          <tr>
            <th scope="col">{r.columns.what}</th>
            <th scope="col">{r.columns.keep}</th>
            <th scope="col" class="num">
              {r.columns.last}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...kinds]
            .sort((a, b) => daysIn(a.keep) - daysIn(b.keep))
            .map(({ what, keep }) => (
              <tr>
                <td>{nameOf(what)}</td>
                <td>{t.period(keep)}</td>
                <td class="num">{last?.removed[what] ?? '–'}</td>
              </tr>
            ))}
          {least && most && (
            <tr>
              <td>{r.facts}</td>
              <td>{r.factsKeep(t.period(least), t.period(most))}</td>
              <td class="num">{last?.removed.facts ?? '–'}</td>
            </tr>
          )}
        </tbody>
      </table>
      {mayRun && <ActButton action={paths.retention} label={r.run} quiet />}
      <Fold summary={r.factsTitle}>
        <Facts
          entries={Object.entries(facts)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, { keep }]) => ({ term: name, value: t.period(keep) }))}
        />
      </Fold>
    </Layout>
  )
}
