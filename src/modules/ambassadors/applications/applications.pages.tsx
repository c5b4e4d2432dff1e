import { longDate, startOfDay } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { type Lack, partOfLack, partsOf, type ScanKind } from '#modules/ambassadors/applications/application-forms.rules.ts'
import { ApplicationTag, contentEntries } from '#modules/ambassadors/applications/applications.parts.tsx'
import type { Application, WriteWhy } from '#modules/ambassadors/applications/applications.rules.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import { type Call, callOpenness } from '#modules/ambassadors/applications/calls.rules.ts'
import type { Decision } from '#modules/ambassadors/applications/decisions.rules.ts'
import { Openness } from '#modules/programme/calendar.parts.tsx'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { AreaView } from '#ui/area-input.tsx'
import { ActButton, ErrorSummary } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Facts, LifeLine, LinkButton, Now, type Tone, Why } from '#ui/parts.tsx'

const texts = { pl: applicationsTexts, en: applicationsTextsEn }

export type ScanFile = { readonly id: string; readonly kind: ScanKind }
export type ApplicationView = {
  readonly one: Application
  readonly call: Call
  readonly edition: string
  readonly districts: readonly Territory[]
  readonly lacks: readonly Lack[]
  readonly scans: readonly ScanFile[]
  readonly letters: readonly Decision[]
  readonly writing: Verdict<WriteWhy>
  readonly withdrawing: Verdict<string>
  readonly form: FormState
}
type Props = { readonly frame: Frame; readonly view: ApplicationView }

/** The applicant's page of an application: how it stands, what to do and until when. */
export const ApplicationPage = ({ frame, view }: Props) => {
  const { own: t } = texts[frame.locale]
  const { one } = view
  return (
    <Layout frame={frame} title={t.title} kicker={view.edition} aside={<ApplicationAside frame={frame} view={view} />}>
      <ErrorSummary form={view.form} />
      <Status frame={frame} view={view} />
      {one.channel !== 'online' && <p class="small muted">{t.entered({ channel: texts[frame.locale].channels[one.channel] })}</p>}
      <Said frame={frame} view={view} />
      {view.withdrawing.ok && (
        <section class="tight">
          <h2>{t.withdraw}</h2>
          <p class="muted">{t.withdrawLead}</p>
          <ActButton action={url(paths.ambassadorApplicationWithdrawal, { id: one.id })} label={t.withdraw} quiet />
        </section>
      )}
    </Layout>
  )
}

const toneOf: Readonly<Record<Application['state'], Tone>> = {
  draft: 'plain',
  submitted: 'good',
  'to-complete': 'wait',
  waiting: 'wait',
  accepted: 'good',
  rejected: 'no',
  withdrawn: 'no',
}

const Status = ({ frame, view }: Props) => {
  const { own: t } = texts[frame.locale]
  const { one, letters } = view
  const decided = letters.find(letter => letter.kind !== 'complete' && letter.reason !== '')
  return (
    <Now title={t.now[one.state]} tone={toneOf[one.state]}>
      {one.state === 'draft' && <Openness of={callOpenness(view.call, frame.now)} frame={frame} />}
      {one.state === 'submitted' && <p>{t.submittedNext}</p>}
      {one.state === 'to-complete' && <ToComplete frame={frame} view={view} />}
      {one.state === 'waiting' && one.waitingNo !== null && <p>{t.waitingNo(one.waitingNo)}</p>}
      {one.state === 'accepted' && (
        <>
          <p>{t.acceptedNext}</p>
          <p>
            <a href={paths.workspace}>{t.toTraining}</a>
          </p>
        </>
      )}
      {decided && (one.state === 'rejected' || one.state === 'waiting' || one.state === 'accepted') && (
        <p class="as-typed">
          <b>{t.reason}:</b> {decided.reason}
        </p>
      )}
      {(one.state === 'draft' || one.state === 'to-complete') && <Sending frame={frame} view={view} />}
    </Now>
  )
}

const ToComplete = ({ frame, view: { one, writing } }: Props) => {
  const { own: t } = texts[frame.locale]
  return (
    <>
      <p class="as-typed">
        <b>{t.missing}:</b> {one.missing}
      </p>
      {one.dueOn && <p>{t.due(longDate(startOfDay(one.dueOn), frame.locale))}</p>}
      {!writing.ok && writing.why === 'due-passed' && <Why>{t.duePassed}</Why>}
    </>
  )
}

const Sending = ({ frame, view }: Props) => {
  const { own: t, lacks: words } = texts[frame.locale]
  const { one, lacks, writing } = view
  if (!writing.ok) return null
  const part = lacks[0] && partOfLack[lacks[0]]
  if (part)
    return (
      <>
        <p>{t.lacks}</p>
        <ul class="tight">
          {lacks.map(lack => (
            <li>
              <a href={url(paths.ambassadorApplicationPart, { id: one.id, part: partOfLack[lack] })}>{words[lack]}</a>
            </li>
          ))}
        </ul>
        <Acts>
          <LinkButton href={url(paths.ambassadorApplicationPart, { id: one.id, part })}>{t.goOn}</LinkButton>
        </Acts>
      </>
    )
  return (
    <>
      <p>{t.ready}</p>
      <Acts>
        <ActButton action={url(paths.ambassadorApplicationSubmission, { id: one.id })} label={one.state === 'draft' ? t.submit : t.submitAgain} />
      </Acts>
    </>
  )
}

/** Everything the application says, part by part; used by the office too. */
export const Said = ({
  frame,
  view,
}: {
  frame: Frame
  view: Pick<ApplicationView, 'one' | 'call' | 'districts' | 'writing'> & { hidePhone?: boolean }
}) => {
  const { own: t } = texts[frame.locale]
  const { one, call, districts, writing, hidePhone = false } = view
  return (
    <>
      {partsOf(call).map(part => (
        <section class="tight part">
          <h2>{t.said[part]}</h2>
          <Facts entries={contentEntries(one, part, { frame, call, districts, hidePhone })} />
          {part === 'area' && one.area && <AreaView frame={frame} areas={[{ title: one.content.areaWords || one.content.name, area: one.area }]} />}
          {writing.ok && (
            <p>
              <a href={url(paths.ambassadorApplicationPart, { id: one.id, part })}>
                {t.change}
                <span class="visually-hidden">: {t.said[part]}</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

export const ScanLinks = ({ frame, scans }: { frame: Frame; scans: readonly ScanFile[] }) => {
  const { own: t, form } = texts[frame.locale]
  if (scans.length === 0) return null
  const names = { form: form.formAlt, consent: form.consentAlt }
  return (
    <section class="tight">
      <h2>{t.scans}</h2>
      <ul class="tight">
        {scans.map(({ id, kind }) => (
          <li>
            <a href={url(paths.file, { id })}>{names[kind]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const LetterLinks = ({ frame, id, letters }: { frame: Frame; id: string; letters: readonly Decision[] }) => {
  const { own: t } = texts[frame.locale]
  if (letters.length === 0) return null
  return (
    <section class="tight">
      <h2>{t.letters}</h2>
      <ul class="tight">
        {letters.map(letter => (
          <li>
            <a href={url(paths.ambassadorLetter, { id, letter: letter.id })}>
              {t.letter({ number: letter.number, day: longDate(letter.at, frame.locale) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const ApplicationAside = ({ frame, view }: Props) => {
  const { own: t } = texts[frame.locale]
  const { one } = view
  const written = one.submittedAt !== null
  const decided = one.state === 'accepted' || one.state === 'rejected'
  return (
    <>
      <p>
        <ApplicationTag frame={frame} state={one.state} />
      </p>
      <section class="tight">
        <h2>{t.road}</h2>
        <LifeLine
          steps={[
            { title: t.roadSteps.written, state: written ? 'done' : 'now' },
            { title: t.roadSteps.submitted, state: written ? 'done' : 'ahead', note: one.submittedAt && longDate(one.submittedAt, frame.locale) },
            { title: t.roadSteps.decided, state: decided ? 'done' : written ? 'now' : 'ahead' },
            { title: t.roadSteps.training, state: one.state === 'accepted' ? 'now' : 'ahead' },
          ]}
        />
      </section>
      <p>
        <a href={url(paths.ambassadorApplicationPrint, { id: one.id })}>{t.print}</a>
      </p>
      <ScanLinks frame={frame} scans={view.scans} />
      <LetterLinks frame={frame} id={one.id} letters={view.letters} />
    </>
  )
}
