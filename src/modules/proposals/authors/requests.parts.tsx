import { weekdayDate } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { type JoinRequest, requestLimits } from '#modules/proposals/authors/requests.rules.ts'
import { requestsTextsEn } from '#modules/proposals/authors/requests.texts.en.ts'
import { requestsTexts } from '#modules/proposals/authors/requests.texts.ts'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Form, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Facts, Fold, LinkButton, Row, Rows, Why } from '#ui/parts.tsx'

export const requestsWords = (frame: Pick<Frame, 'locale'>): typeof requestsTexts => ({ pl: requestsTexts, en: requestsTextsEn })[frame.locale]
const lastDay = (end: Date, locale: Frame['locale']) => weekdayDate(new Date(end.getTime() - 1), locale)

export type NamedRequest = JoinRequest & { readonly name: string }
/** A refusal that came back without its reason, by the request it belongs to. */
export type Refusing = { readonly id: string; readonly form: FormState }
type Props = { readonly frame: Frame; readonly view: ProjectView }

/** For the authors: who asks to join, with yes, and no with a reason. */
export const RequestList = ({ frame, view, requests, refusing }: Props & { requests: readonly NamedRequest[]; refusing?: Refusing | undefined }) => {
  const t = requestsWords(frame).list
  return (
    <section class="stack" id="prosby">
      <h2>{t.title}</h2>
      {requests.length === 0 && <p class="muted">{t.none}</p>}
      <Rows plain>
        {requests.map(request => (
          <RequestRow frame={frame} view={view} request={request} form={refusing?.id === request.id ? refusing.form : undefined} />
        ))}
      </Rows>
    </section>
  )
}

const RequestRow = ({ frame, view, request, form }: Props & { request: NamedRequest; form: FormState | undefined }) => {
  const { list: t, roleNames } = requestsWords(frame)
  const action = url(paths.projectRequestAnswer, { id: view.project.id, request: request.id })
  return (
    <Row title={request.name} note={t.asks({ role: roleNames[request.role], day: lastDay(request.expiresAt, frame.locale) })}>
      <blockquote>{request.sentence}</blockquote>
      <ActButton small action={action} label={t.accept} fields={{ odpowiedz: 'tak' }} />
      <Fold summary={t.refuseFold} open={form !== undefined}>
        <Form action={action} form={form ?? emptyForm} class="form plain">
          <TextArea
            id={`powod-${request.id}`}
            name="powod"
            label={t.reason}
            hint={t.reasonHint}
            form={form ?? emptyForm}
            required
            rows={3}
            max={requestLimits.reasonMax}
          />
          <Button quiet small name="odpowiedz" value="nie">
            {t.refuse}
          </Button>
        </Form>
      </Fold>
    </Row>
  )
}

/** On the draft's page, for whoever reads it: their own request, or the way to ask. */
export const AskToJoin = ({ frame, view }: Props) => {
  const { ask: t } = requestsWords(frame)
  const { project, ownRequest, may } = view
  if (ownRequest)
    return (
      <>
        <p>{t.mine(lastDay(ownRequest.expiresAt, frame.locale))}</p>
        <ActButton small quiet action={url(paths.projectRequestEnd, { id: project.id, request: ownRequest.id })} label={t.takeBack} />
      </>
    )
  if (!may.ask.ok && may.ask.why !== 'sign-in') return null
  return (
    <Acts>
      <LinkButton quiet href={url(paths.projectRequests, { id: project.id })}>
        {t.link}
      </LinkButton>
    </Acts>
  )
}

/** What a helper may do now. */
export const Helping = ({ frame, view }: Props) => {
  const { ask: t } = requestsWords(frame)
  return (
    <>
      {view.may.write.ok ? <p>{t.helping}</p> : <Why>{t.helpingWaits}</Why>}
      <AskToJoin frame={frame} view={view} />
    </>
  )
}

const everybody = ['lead', 'author', 'helper'] as const
const authors = ['lead', 'author'] as const
const acts = {
  write: everybody,
  suggest: everybody,
  answer: authors,
  accept: authors,
  named: authors,
  freeze: ['lead'],
  invite: ['lead'],
} as const satisfies Record<keyof typeof requestsTexts.roles.acts, readonly (typeof everybody)[number][]>

/** What the lead, a co-author and a helper may do, act by act, so that a phone shows it whole. */
export const RolesList = ({ frame }: { frame: Frame }) => {
  const { roles: t } = requestsWords(frame)
  const entries = Object.entries(acts).map(([act, who]) => ({ term: t.acts[act as keyof typeof acts], value: who.map(role => t[role]).join(', ') }))
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <Facts entries={entries} />
    </section>
  )
}
