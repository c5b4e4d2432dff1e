import type { FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { completionWords, dayWords, partNames } from '#modules/submission/completion/completion.parts.tsx'
import { type Call, isUnderWay, type NextStep, type SettleWhy } from '#modules/submission/completion/completion.rules.ts'
import { paths, url } from '#paths'
import { Button, Form, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, LinkButton, Now, Row, Rows, Tag, Why } from '#ui/parts.tsx'

type SettlingProps = {
  readonly frame: Frame
  readonly project: Project
  readonly call: Call
  readonly next: NextStep
  readonly may: Verdict<SettleWhy>
  readonly form: FormState
  /** The version that stood before the answer. */
  readonly before: number | undefined
}

/** What was asked for, what came, and the word of the office on it. */
export const SettlingPage = ({ frame, project, call, next, may, form, before }: SettlingProps) => {
  const { settling: t, next: after, states, beside, answering, why, toProject } = completionWords(frame)
  const at = { id: project.id }
  const answered = call.state === 'answered'
  const results = [...(answered ? [{ value: 'tak', label: t.complied }] : []), { value: 'nie', label: t.failed, hint: after[next] }]
  return (
    <Layout frame={frame} title={t.title} kicker={projectTitle(frame.locale, project)} lead={answered ? t.lead : t.leadLate}>
      <Now tone="wait" title={t.asked} kicker={beside.due({ day: dayWords(frame, call.dueOn) })}>
        <p class="prose">{call.words}</p>
        <p>{beside.parts(partNames(frame, call.parts))}</p>
        <p>{beside.state(states[call.state])}</p>
        {answered && call.version !== undefined && (
          <LinkButton quiet href={url(paths.projectVersion, { ...at, version: call.version }, before === undefined ? {} : { od: before })}>
            {answering.see}
          </LinkButton>
        )}
      </Now>
      {may.ok ? (
        <Form action={url(paths.projectCompletionSettlement, at)} form={form}>
          <Radios name="wynik" label={t.result} form={form} options={results} value={answered ? '' : 'nie'} required />
          <TextArea name="powod" label={t.reason} hint={t.reasonHint} form={form} rows={4} max={1000} />
          <Button>{t.go}</Button>
        </Form>
      ) : (
        <Why>{why[may.why]}</Why>
      )}
      <p>
        <a href={url(paths.project, at)}>{toProject}</a> · <a href={paths.officeCompletions}>{t.toList}</a>
      </p>
    </Layout>
  )
}

export type OfficeCall = { readonly call: Call; readonly project: Project }
type ListProps = { readonly frame: Frame; readonly waiting: readonly OfficeCall[]; readonly others: readonly OfficeCall[] }

/** All calls of the office: first those that wait for its word, the longest overdue on top. */
export const OfficeCallsPage = ({ frame, waiting, others }: ListProps) => {
  const { list: t } = completionWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <section class="stack">
        <h2>{t.waiting(waiting.length)}</h2>
        {waiting.length === 0 ? <Empty title={t.none} /> : <CallRows frame={frame} calls={waiting} settle />}
      </section>
      {others.length > 0 && (
        <section class="stack">
          <h2>{t.others}</h2>
          <CallRows frame={frame} calls={others} />
        </section>
      )}
    </Layout>
  )
}

const CallRows = ({ frame, calls, settle }: { frame: Frame; calls: readonly OfficeCall[]; settle?: boolean }) => {
  const { states, list: t } = completionWords(frame)
  return (
    <Rows plain>
      {calls.map(({ call, project }) => (
        <Row
          title={projectTitle(frame.locale, project)}
          href={url(settle ? paths.projectCompletionSettlement : paths.project, { id: project.id })}
          note={[project.publicNo, partNames(frame, call.parts), t.until({ day: dayWords(frame, call.dueOn) })].filter(Boolean).join(' · ')}
        >
          <p class="tags">
            <Tag kind={call.state === 'complied' ? 'good' : call.state === 'not-complied' ? 'no' : 'wait'}>
              {settle && isUnderWay(call) ? t.overdue : states[call.state]}
            </Tag>
          </p>
        </Row>
      ))}
    </Rows>
  )
}
