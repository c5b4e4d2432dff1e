import type { FormPart } from '#modules/ambassadors/applications/application-forms.rules.ts'
import { askedAge } from '#modules/ambassadors/applications/application-forms.rules.ts'
import type { Application, ApplicationState } from '#modules/ambassadors/applications/applications.rules.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import type { Call } from '#modules/ambassadors/applications/calls.rules.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import type { Frame } from '#ui/frame.ts'
import { type Entry, Tag, type Tone } from '#ui/parts.tsx'

const texts = { pl: applicationsTexts, en: applicationsTextsEn }
const formNames = { pl: termsTexts.forms, en: termsTextsEn.forms }

const tones: Readonly<Record<ApplicationState, Tone>> = {
  draft: 'plain',
  submitted: 'wait',
  'to-complete': 'wait',
  waiting: 'wait',
  accepted: 'good',
  rejected: 'no',
  withdrawn: 'no',
}
export const ApplicationTag = ({ frame, state }: { frame: Frame; state: ApplicationState }) => (
  <Tag kind={tones[state]}>{texts[frame.locale].states[state]}</Tag>
)

type Known = {
  readonly frame: Frame
  readonly call: Call
  readonly districts: readonly Territory[]
  /** The office opens the telephone by itself, so that the look is recorded. */
  readonly hidePhone?: boolean
}

/** What an application says in one of its parts, as terms and values. */
export function contentEntries(one: Pick<Application, 'content' | 'area' | 'districtIds'>, part: FormPart, known: Known): readonly Entry[] {
  const entries = { you: youEntries, area: areaEntries, ways: waysEntries, questions: questionEntries, statements: statementEntries }[part](
    one,
    known,
  )
  const { empty } = texts[known.frame.locale].form
  return entries.map(([term, value]) => ({ term, value: <span class="as-typed">{value === '' ? empty : value}</span> }))
}
type Said = Pick<Application, 'content' | 'area' | 'districtIds'>
type Lines = readonly (readonly [term: string, value: string])[]

function youEntries({ content }: Said, { frame, call, hidePhone }: Known): Lines {
  const { form: t, own } = texts[frame.locale]
  const age = content.ofAge === null ? '' : content.ofAge ? own.ofAge(askedAge(call)) : own.minor
  return [
    [t.name, content.name],
    ...(hidePhone ? [] : [[t.phone, content.phone] as const]),
    [t.age(askedAge(call)), age],
    ...(content.guardian === '' ? [] : [[t.guardian, content.guardian] as const]),
  ]
}
function areaEntries({ content, area, districtIds }: Said, { frame, districts }: Known): Lines {
  const { form: t, own } = texts[frame.locale]
  const named = districts.filter(({ id }) => districtIds.includes(id)).map(district => territoryTitle(district))
  return [
    ...(area?.[0]?.[0] ? [[own.area, own.drawn(area[0][0].length)] as const] : []),
    [t.areaWords, content.areaWords],
    [t.streets, content.streets.join(', ')],
    [t.districts, named.join(', ')],
  ]
}
function waysEntries({ content }: Said, { frame }: Known): Lines {
  const { form: t } = texts[frame.locale]
  return [
    [t.ways, content.forms.map(form => formNames[frame.locale][form]).join(', ')],
    [t.experience, content.experience],
    [t.motivation, content.motivation],
    [t.availability, content.availability],
  ]
}
function questionEntries({ content }: Said, { frame, call }: Known): Lines {
  const { own } = texts[frame.locale]
  return call.questions.map(question => {
    const answer = content.answers[question.id] ?? ''
    const label = frame.locale === 'en' && question.labelEn !== '' ? question.labelEn : question.label
    const said = question.kind !== 'yes-no' || answer === '' ? answer : answer === 'tak' ? own.answersYes : own.answersNo
    return [label, said]
  })
}
const statementEntries = ({ content }: Said, { frame }: Known): Lines => {
  const { form: t, statements } = texts[frame.locale]
  return [[t.statements, content.statements.map(one => statements[one]).join('\n')]]
}
