import type { Child } from 'hono/jsx'
import { longDate } from '#kit/dates.ts'
import { type FormState, typedOne } from '#kit/form.ts'
import type { MapShapes } from '#kit/geo.ts'
import { newId } from '#kit/ids.ts'
import type { Verdict } from '#kit/verdict.ts'
import { type AmbassadorLine, AmbassadorRows } from '#modules/ambassadors/ambassadors.parts.tsx'
import { ambassadorsTextsEn } from '#modules/ambassadors/ambassadors.texts.en.ts'
import { ambassadorsTexts } from '#modules/ambassadors/ambassadors.texts.ts'
import { CallNotice } from '#modules/ambassadors/applications/calls.parts.tsx'
import type { Call } from '#modules/ambassadors/applications/calls.rules.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import type { WriteWhy } from '#modules/ambassadors/workspace/messages.rules.ts'
import { messagesTextsEn } from '#modules/ambassadors/workspace/messages.texts.en.ts'
import { messagesTexts } from '#modules/ambassadors/workspace/messages.texts.ts'
import type { Coverage } from '#modules/ambassadors/workspace/residents.rules.ts'
import { FollowButton } from '#modules/following/following.parts.tsx'
import { ReportLink } from '#modules/moderation/moderation.parts.tsx'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { type Territory, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { Button, Checkbox, Form, Hidden, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { DistrictMap } from '#ui/map.tsx'
import { Empty, Facts, Why } from '#ui/parts.tsx'

const texts = { pl: ambassadorsTexts, en: ambassadorsTextsEn }
const terms = { pl: termsTexts, en: termsTextsEn }
const messages = { pl: messagesTexts, en: messagesTextsEn }

export type PublicAmbassador = AmbassadorLine & {
  readonly districtIds: readonly string[]
  readonly residents: number | undefined
  readonly activatedAt: Date | undefined
}
export type DrawnArea = { readonly d: string; readonly title: string; readonly href: string }
export type ListView = {
  readonly ambassadors: readonly PublicAmbassador[]
  readonly districts: readonly Territory[]
  readonly map: MapShapes
  readonly areas: readonly DrawnArea[]
  readonly coverage: readonly Coverage[]
  readonly call: Call | undefined
  /** What upper modules put here: the next meetings. */
  readonly beside: Child[]
}
const anchor = (district: Territory) => `dzielnica-${district.number}`

/** Everybody who works now, on the map and by district; the share of residents where it has been counted. */
export const AmbassadorsPage = ({ frame, view }: { frame: Frame; view: ListView }) => {
  const t = texts[frame.locale]
  const groups = view.districts.map(district => ({ district, own: view.ambassadors.filter(one => one.districtIds.includes(district.id)) }))
  const marks = new Map(
    groups.map(({ district, own }) => [
      district.number ?? 0,
      { state: own.length > 0 ? ('talk' as const) : ('quiet' as const), words: t.count(own.length) },
    ]),
  )
  const missing = groups.filter(({ own }) => own.length === 0).map(({ district }) => territoryTitle(district))
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={t.count(view.ambassadors.length)}>
      {view.ambassadors.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <section class="stack" aria-label={t.map}>
          <DistrictMap frame={frame} map={view.map} href={number => `#dzielnica-${number}`} marks={marks} areas={view.areas} />
          {view.areas.length > 0 && <p class="small muted">{t.mapLead}</p>}
        </section>
      )}
      {view.beside}
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ district, own }) => (
          <section class="stack" id={anchor(district)}>
            <div class="tight">
              <h2>{territoryTitle(district)}</h2>
              <p class="small muted">
                {coveredWords(
                  frame,
                  view.coverage.find(one => one.territoryId === district.id),
                )}
              </p>
            </div>
            <AmbassadorRows frame={frame} ambassadors={own} />
          </section>
        ))}
      {view.ambassadors.length > 0 && missing.length > 0 && (
        <section class="tight">
          <h2>{t.without}</h2>
          <p>{missing.join(', ')}</p>
        </section>
      )}
      {view.call && <CallNotice frame={frame} call={view.call} />}
    </Layout>
  )
}
function coveredWords(frame: Frame, coverage: Coverage | undefined): string {
  const t = texts[frame.locale]
  return coverage?.share === undefined ? t.coveredUnknown : t.covered({ percent: Math.round(coverage.share * 100), partly: coverage.partly })
}

export type AmbassadorView = {
  readonly ambassador: PublicAmbassador
  readonly districts: readonly Territory[]
  readonly map: MapShapes
  readonly area: DrawnArea | undefined
  /** Others who work in the same districts. */
  readonly others: readonly AmbassadorLine[]
  readonly writing: Verdict<WriteWhy>
  /** The visitor's own follows of what ambassadors do in each of the districts. */
  readonly followIds: readonly (string | undefined)[]
  readonly form: FormState
  readonly beside: Child[]
}

export const AmbassadorPage = ({ frame, view }: { frame: Frame; view: AmbassadorView }) => {
  const t = texts[frame.locale]
  const { ambassador, others } = view
  const own = view.districts.filter(({ id }) => ambassador.districtIds.includes(id))
  const marks = new Map(own.map(district => [district.number ?? 0, { state: 'talk' as const }]))
  return (
    <Layout
      frame={frame}
      title={ambassador.name}
      lead={ambassador.areaWords}
      kicker={
        <>
          <a href={paths.ambassadors}>{t.title}</a> · {own.map(district => territoryTitle(district)).join(', ')}
        </>
      }
      aside={
        view.area && <DistrictMap frame={frame} map={view.map} href={number => url(paths.district, { number })} marks={marks} areas={[view.area]} />
      }
    >
      <Facts
        entries={[
          { term: t.forms, value: ambassador.forms.map(form => terms[frame.locale].forms[form]).join(', ') },
          ...(ambassador.activatedAt ? [{ term: t.since, value: longDate(ambassador.activatedAt, frame.locale) }] : []),
          ...(ambassador.residents ? [{ term: t.residents, value: t.about(ambassador.residents) }] : []),
        ]}
      />
      {view.beside}
      {own.map((district, at) => (
        <FollowButton
          frame={frame}
          kind="role"
          target={whereOf(district)}
          followId={view.followIds[at]}
          what={t.inDistrict(territoryTitle(district))}
        />
      ))}
      <Contact frame={frame} view={view} />
      {others.length > 0 && (
        <section class="stack">
          <h2>{t.others}</h2>
          <p>{t.overlap(others.map(({ name }) => name).join(', '))}</p>
          <AmbassadorRows frame={frame} ambassadors={others} />
        </section>
      )}
      <p class="small muted">
        <ReportLink frame={frame} id={ambassador.id} title={ambassador.name} />
      </p>
    </Layout>
  )
}

/** The address of neither side stands in the page. */
const Contact = ({ frame, view }: { frame: Frame; view: AmbassadorView }) => {
  const t = messages[frame.locale]
  const { ambassador, form, writing } = view
  return (
    <section class="stack" id="napisz">
      <h2>{t.write}</h2>
      {!writing.ok && writing.why === 'sign-in' ? (
        <p>
          <a href={url(paths.signIn, undefined, { powrot: url(paths.ambassador, { id: ambassador.id }) })}>{t.signIn}</a>
        </p>
      ) : !writing.ok && writing.why === 'own' ? (
        <Why>{t.why.own}</Why>
      ) : (
        <>
          <p>{t.writeLead(ambassador.name)}</p>
          <Form action={url(paths.ambassadorMessages, { id: ambassador.id })} form={form} keep={`napisz-${ambassador.id}`}>
            <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
            <TextArea name="wiadomosc" label={t.text} form={form} required rows={5} max={3000} />
            <Checkbox name="pokaz" label={t.show} hint={t.showHint} form={form} />
            <ProcessingNote of="ambassador-messages" />
            <Button>{t.send}</Button>
          </Form>
        </>
      )}
    </section>
  )
}
