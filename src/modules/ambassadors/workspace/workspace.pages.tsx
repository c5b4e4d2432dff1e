import type { Child } from 'hono/jsx'
import { type FormState, filled } from '#kit/form.ts'
import { isLive, type Term } from '#modules/ambassadors/tenure/terms.rules.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { workspaceTextsEn } from '#modules/ambassadors/workspace/workspace.texts.en.ts'
import { workspaceTexts } from '#modules/ambassadors/workspace/workspace.texts.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { Button, Checkbox, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, Facts, Fold, LifeLine, LinkButton, Now, Row, Rows, Why } from '#ui/parts.tsx'

const texts = { pl: workspaceTexts, en: workspaceTextsEn }
const terms = { pl: termsTexts, en: termsTextsEn }

export const NoTermPage = ({ frame }: { frame: Frame }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title}>
      <Empty title={t.none}>
        <p>{t.noneHint}</p>
        <p>
          <a href={paths.ambassadors}>{t.toList}</a>
        </p>
      </Empty>
    </Layout>
  )
}

export type WorkView = {
  readonly term: Term
  readonly districts: readonly Territory[]
  readonly trained: boolean
  /** Number of the certificate, once it is issued. */
  readonly certificate: string | undefined
  /** What comes next: the calendar of this person's meetings. */
  readonly beside: Child[]
  readonly resignForm?: FormState | undefined
  /** Why what was just sent was not done. */
  readonly refused?: string | undefined
}

export const WorkspacePage = ({ frame, view }: { frame: Frame; view: WorkView }) => {
  const t = texts[frame.locale]
  const words = terms[frame.locale]
  const { term } = view
  const places = view.districts.filter(({ id }) => term.districtIds.includes(id)).map(district => territoryTitle(district))
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={places.join(', ')}>
      {view.refused && <Why>{view.refused}</Why>}
      <State frame={frame} view={view} />
      <Facts
        entries={[
          { term: t.area, value: term.areaWords },
          { term: t.forms, value: term.forms.map(form => words.forms[form]).join(', ') },
          ...(term.authorisation
            ? [{ term: t.authorisation, value: term.authorisation.number, href: url(paths.authorisationPrint, { id: term.id }) }]
            : []),
        ]}
      />
      {isLive(term) && view.beside}
      <Rows plain>
        {term.state === 'active' && <Row level="h2" title={t.plan} href={paths.meetingNew} note={t.planNote} />}
        {term.state === 'active' && <Row level="h2" title={t.kit} href={paths.kit} note={t.kitNote} />}
        <Row level="h2" title={t.messages} href={paths.ownMessages} note={t.messagesNote} />
        <Row level="h2" title={t.assistance} href={paths.ownAssistance} note={t.assistanceNote} />
        <Row level="h2" title={t.practices} href={paths.practices} note={t.practicesNote} />
        <Row level="h2" title={t.trainings} href={paths.ownTrainings} note={t.trainingsNote} />
        <Row level="h2" title={t.course} href={paths.course} note={t.courseNote} />
      </Rows>
      <section class="prose">
        <h2>{t.duties}</h2>
        <ul>
          {t.dutyList.split('\n').map(duty => (
            <li>{duty}</li>
          ))}
        </ul>
      </section>
      {(term.state === 'active' || term.state === 'finished') && (
        <p>
          <a href={url(paths.termReport, { id: term.id })}>{t.report}</a>
          {view.certificate && (
            <>
              {' · '}
              <a href={url(paths.certificate, { number: view.certificate })}>{t.certificate}</a>
            </>
          )}
        </p>
      )}
      {isLive(term) && <Resigning frame={frame} view={view} />}
    </Layout>
  )
}

const State = ({ frame, view }: { frame: Frame; view: WorkView }) => {
  const t = texts[frame.locale]
  const { term, trained } = view
  if (term.state === 'accepted')
    return (
      <>
        <Now title={trained ? t.waitsForOffice : t.trainFirst} tone="wait">
          {!trained && (
            <Acts>
              <LinkButton href={paths.course}>{t.course}</LinkButton>
              <LinkButton href={paths.ownTrainings} quiet>
                {t.trainings}
              </LinkButton>
            </Acts>
          )}
        </Now>
        <LifeLine
          steps={[
            { title: t.road.accepted, state: 'done' },
            { title: t.road.training, state: trained ? 'done' : 'now' },
            { title: t.road.authorisation, state: term.authorisation ? 'done' : trained ? 'now' : 'ahead' },
            { title: t.road.active, state: term.authorisation ? 'now' : 'ahead' },
          ]}
        />
      </>
    )
  return (
    <Now title={t.states[term.state]} tone={term.state === 'active' ? 'good' : term.state === 'suspended' ? 'wait' : 'no'}>
      {term.reason && (
        <p>
          <b>{t.reason}:</b> {term.reason}
        </p>
      )}
      {term.state === 'active' && (
        <p>
          <a href={url(paths.ambassador, { id: term.id })}>{t.publicPage}</a>
        </p>
      )}
    </Now>
  )
}

const Resigning = ({ frame, view }: { frame: Frame; view: WorkView }) => {
  const t = texts[frame.locale]
  const form = view.resignForm ?? filled({})
  return (
    <Fold summary={t.resign} open={view.resignForm !== undefined}>
      <p>{t.resignLead}</p>
      <Form action={url(paths.resignation, { id: view.term.id })} form={form}>
        <Checkbox name="pewne" label={t.resignSure} form={form} required />
        <Button quiet>{t.resign}</Button>
      </Form>
    </Fold>
  )
}
