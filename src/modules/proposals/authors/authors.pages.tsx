import { weekdayDate } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { placeRoles } from '#modules/proposals/authors/authors.rules.ts'
import { type Leading, LeadSection, leadingWords } from '#modules/proposals/authors/leading.parts.tsx'
import { type NamedRequest, type Refusing, RequestList, RolesList, requestsWords } from '#modules/proposals/authors/requests.parts.tsx'
import { ProjectNow } from '#modules/proposals/project-now.parts.tsx'
import { projectKicker, projectTitle } from '#modules/proposals/proposals.parts.tsx'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { agreementTextsEn } from '#modules/proposals/suggestions/agreement.texts.en.ts'
import { agreementTexts } from '#modules/proposals/suggestions/agreement.texts.ts'
import type { NamedAuthor, ProjectView } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Fold, LinkButton, Row, Rows, Tag, Why } from '#ui/parts.tsx'

const texts = { pl: agreementTexts, en: agreementTextsEn }
const common = { pl: proposalsTexts, en: proposalsTextsEn }

export type Somebody = { readonly id: string; readonly name: string }
type Props = {
  readonly frame: Frame
  readonly view: ProjectView
  readonly form?: FormState | undefined
  /** From those who backed the idea; for the lead only. */
  readonly backers: readonly Somebody[]
  /** Without e-mail; for the office only. */
  readonly entered: readonly Somebody[]
  readonly why?: string | undefined
  /** For authors only. */
  readonly requests: readonly NamedRequest[]
  readonly refusing?: Refusing | undefined
  /** For authors and the office. */
  readonly leading: Leading | undefined
}

export const AuthorsPage = ({ frame, view, form = emptyForm, backers, entered, requests, refusing, leading, why }: Props) => {
  const { authors: t } = texts[frame.locale]
  const c = common[frame.locale]
  const whys = { ...c.why, ...texts[frame.locale].why }
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={projectTitle(frame.locale, view.project)}>
      {why && <Why>{why}</Why>}
      <Rows plain>
        {shownTo(view).map(author => (
          <AuthorRow frame={frame} view={view} author={author} offered={leading?.offer !== undefined} />
        ))}
      </Rows>
      {view.may.leave.ok ? (
        <Fold summary={t.change}>
          <ActButton
            quiet
            action={url(paths.projectLeaving, { id: view.project.id })}
            label={view.own?.state === 'helping' ? requestsWords(frame).helpers.leave : t.leave}
          />
        </Fold>
      ) : (
        view.own?.state === 'accepted' && <Why>{whys[view.may.leave.why]}</Why>
      )}
      {view.may.edit.ok && <RequestList frame={frame} view={view} requests={requests} refusing={refusing} />}
      {view.may.invite.ok ? (
        <Invite frame={frame} view={view} form={form} backers={backers} />
      ) : (
        view.may.edit.ok && <Why>{view.may.invite.why === 'not-lead' ? t.onlyLeadInvites : whys[view.may.invite.why]}</Why>
      )}
      {leading && <LeadSection frame={frame} view={view} leading={leading} />}
      <RolesList frame={frame} />
      {view.may.help.ok && <Office frame={frame} view={view} entered={entered} />}
      <p>
        <a href={url(paths.project, { id: view.project.id })}>{c.page.toProject}</a>
      </p>
    </Layout>
  )
}

/** Who was asked and has not answered, and who helps, is the team's own matter. */
const isInside = ({ may, own }: ProjectView) => may.edit.ok || may.help.ok || own?.state === 'helping'
const shownTo = (view: ProjectView) =>
  isInside(view) ? [...view.authors, ...view.helpers] : view.authors.filter(({ state }) => state === 'accepted')

const AuthorRow = ({ frame, view, author, offered }: { frame: Frame; view: ProjectView; author: NamedAuthor; offered: boolean }) => {
  const { authors: t } = texts[frame.locale]
  const { project, may } = view
  const self = view.own?.id === author.id
  const leading = may.withdraw.ok && may.edit.ok
  const helping = may.help.ok && !author.hasEmail
  const where = { id: project.id, invitation: author.id }
  const answer = url(paths.projectInvitationAnswer, where)
  const end = url(paths.projectInvitationEnd, where)
  const until = author.expiresAt ? weekdayDate(new Date(author.expiresAt.getTime() - 1), frame.locale) : ''
  return (
    <Row level="h2" title={author.name} note={[placeWords(frame, author, until), self && t.own].filter(Boolean).join(' · ')}>
      {author.accepted && project.state !== 'draft' && (isInside(view) || project.state === 'submitted') && (
        <p>
          <Tag kind="good">{author.signed ? t.signed(project.version) : t.accepted(project.version)}</Tag>
        </p>
      )}
      <Acts>
        {leading && author.state === 'invited' && <ActButton small quiet action={end} label={t.takeBack} />}
        {helping && author.state === 'invited' && (
          <>
            <ActButton small action={answer} label={t.saidYes} fields={{ odpowiedz: 'tak' }} />
            <ActButton small quiet action={answer} label={t.saidNo} fields={{ odpowiedz: 'nie' }} />
          </>
        )}
        {helping && author.state === 'accepted' && project.state === 'agreeing' && !author.accepted && (
          <LinkButton small href={url(paths.projectSignature, { id: project.id, version: project.version }, { osoba: author.personId })}>
            {t.signature(project.version)}
          </LinkButton>
        )}
      </Acts>
      {leading && author.state === 'helping' && (
        <Fold summary={t.change}>
          <ActButton small quiet action={end} label={requestsWords(frame).helpers.remove} />
        </Fold>
      )}
      {leading && !author.leads && author.state === 'accepted' && (
        <Fold summary={t.change}>
          <Acts>
            {!offered && (
              <ActButton small quiet action={url(paths.projectLead, { id: project.id })} label={t.handOver} fields={{ osoba: author.personId }} />
            )}
            <ActButton small quiet action={end} label={t.remove} />
          </Acts>
          {offered && <Why>{leadingWords(frame).why['offered-already']}</Why>}
        </Fold>
      )}
    </Row>
  )
}

function placeWords(frame: Frame, { leads, state, role }: NamedAuthor, until: string): string {
  const { authors: t } = texts[frame.locale]
  const { helpers, roleNames } = requestsWords(frame)
  if (leads) return t.leads
  if (state === 'helping') return helpers.helps
  if (state !== 'invited') return t.joined
  return role === 'helper' ? `${roleNames.helper}, ${t.invited(until)}` : t.invited(until)
}

/** As what somebody is asked to join. */
const RoleChoice = ({ frame, form, id }: { frame: Frame; form: FormState; id: string }) => {
  const { ask } = requestsWords(frame)
  return (
    <Select id={id} name="rola" label={ask.role} form={form} required options={placeRoles.map(value => ({ value, label: ask.roles[value].label }))} />
  )
}

const Invite = ({ frame, view, form, backers }: { frame: Frame; view: ProjectView; form: FormState; backers: readonly Somebody[] }) => {
  const { authors: t } = texts[frame.locale]
  const action = url(paths.projectInvitations, { id: view.project.id })
  return (
    <section class="stack">
      <h2>{t.invite}</h2>
      {backers.length > 0 && (
        <Form action={action} class="form plain">
          <h3>{t.fromIdea}</h3>
          <Select
            name="osoba"
            label={t.backer}
            form={emptyForm}
            required
            empty={t.chooseBacker}
            options={backers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RoleChoice frame={frame} form={emptyForm} id="rola-osoby" />
          <Button quiet>{t.invitePerson}</Button>
        </Form>
      )}
      <Form action={action} form={form}>
        <h3>{t.byEmail}</h3>
        <Field name="email" type="email" inputmode="email" label={t.email} hint={t.emailHint} form={form} required maxlength={254} />
        <Field name="nazwa" label={t.name} hint={t.nameHint} form={form} required maxlength={60} />
        <RoleChoice frame={frame} form={form} id="rola" />
        <ProcessingNote of="invitations" />
        <Button>{t.send}</Button>
      </Form>
      <p class="small muted">{t.noEmail}</p>
    </section>
  )
}

const Office = ({ frame, view, entered }: { frame: Frame; view: ProjectView; entered: readonly Somebody[] }) => {
  const { authors: t } = texts[frame.locale]
  const { project } = view
  return (
    <section class="stack said">
      <h2>{t.office}</h2>
      {project.state === 'agreeing' && (
        <p>
          <a href={url(paths.projectVersionPrint, { id: project.id, version: project.version })}>{t.print}</a>
        </p>
      )}
      <p>{t.officeLead}</p>
      {entered.length === 0 ? (
        <p>{t.noPeople}</p>
      ) : (
        <Form action={url(paths.projectAuthors, { id: project.id })} class="form plain">
          <Select
            id="wpisana"
            name="osoba"
            label={t.person}
            form={emptyForm}
            required
            empty={t.chooseBacker}
            options={entered.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button>{t.bringIn}</Button>
        </Form>
      )}
      <LinkButton quiet small href={paths.personNew}>
        {t.enterPerson}
      </LinkButton>
    </section>
  )
}

/** Where the link of the letter leads: what it is about, and yes or no. */
export const InvitationPage = ({ frame, view }: { frame: Frame; view: ProjectView }) => {
  const { authors: t } = texts[frame.locale]
  const c = common[frame.locale]
  return (
    <Layout
      frame={frame}
      title={t.invitation}
      kicker={projectKicker(frame.locale, view.project, view.territory)}
      lead={projectTitle(frame.locale, view.project)}
    >
      {view.own?.state === 'invited' ? <ProjectNow frame={frame} view={view} /> : <Why>{t.invitationOver}</Why>}
      <p>
        <a href={url(paths.project, { id: view.project.id })}>{c.page.toProject}</a>
      </p>
    </Layout>
  )
}
