import { type Application, type Content, statements } from '#modules/ambassadors/applications/applications.rules.ts'
import { adultAge, type Call, takesMinors } from '#modules/ambassadors/applications/calls.rules.ts'
import type { RuleSet } from '#modules/programme/programme.rules.ts'

/** The application in short steps; a call without questions of its own has no step for them. */
export const formParts = ['you', 'area', 'ways', 'questions', 'statements'] as const
export type FormPart = (typeof formParts)[number]
export const partsOf = (call: Pick<Call, 'questions'>): readonly FormPart[] =>
  formParts.filter(part => part !== 'questions' || call.questions.length > 0)
export const nextPart = (call: Pick<Call, 'questions'>, part: FormPart): FormPart | undefined => partsOf(call)[partsOf(call).indexOf(part) + 1]

/** What is kept beside the words: a signed print and a guardian's consent, each by its own name. */
export const scanKinds = ['form', 'consent'] as const
export type ScanKind = (typeof scanKinds)[number]
export const scanSubject = (applicationId: string, kind: ScanKind): string => `${applicationId}.${kind}`
export type Scans = Readonly<Record<ScanKind, boolean>>

export type Lack =
  | 'name'
  | 'age'
  | 'too-young'
  | 'guardian'
  | 'consent'
  | 'area'
  | 'districts'
  | 'forms'
  | 'experience'
  | 'motivation'
  | 'availability'
  | 'answers'
  | 'statements'
  | 'signed'
/** Where a lack is mended. */
export const partOfLack: Readonly<Record<Lack, FormPart>> = {
  name: 'you',
  age: 'you',
  'too-young': 'you',
  guardian: 'you',
  consent: 'you',
  area: 'area',
  districts: 'area',
  forms: 'ways',
  experience: 'ways',
  motivation: 'ways',
  availability: 'ways',
  answers: 'questions',
  statements: 'statements',
  signed: 'statements',
}

type Filled = { readonly content: Content } & Pick<Application, 'area' | 'districtIds'>
type Asked = { readonly call: Call; readonly rules: RuleSet['ambassador']; readonly scans: Scans }

/** Everything that must still be said before an application can be sent. The area may be drawn or said in words: both weigh the same. */
export function lacksOf({ content, area, districtIds }: Filled, { call, rules, scans }: Asked): readonly Lack[] {
  const unanswered = call.questions.some(question => question.required && !content.answers[question.id]?.trim())
  const asksForms = rules.forms.length > 0
  const missing: readonly (readonly [Lack, boolean])[] = [
    ['name', content.name.trim().length < 2],
    ...ageLacks(content, call, scans),
    ['area', area === null && content.areaWords.trim() === '' && content.streets.length === 0],
    ['districts', districtIds.length === 0],
    ['forms', asksForms && content.forms.length === 0],
    ['experience', content.experience.trim() === ''],
    ['motivation', content.motivation.trim() === ''],
    ['availability', content.availability.trim() === ''],
    ['answers', unanswered],
    ['statements', statements.some(one => !content.statements.includes(one))],
    ['signed', rules.signedForm && !scans.form],
  ]
  return missing.filter(([, lacks]) => lacks).map(([lack]) => lack)
}

function ageLacks({ ofAge, guardian }: Content, call: Call, scans: Scans): readonly (readonly [Lack, boolean])[] {
  const minor = ofAge === false
  return [
    ['age', ofAge === null],
    ['too-young', minor && !takesMinors(call)],
    ['guardian', minor && takesMinors(call) && guardian.trim().length < 2],
    ['consent', minor && takesMinors(call) && !scans.consent],
  ]
}

/** The age that the question of age is about: the call's own, or eighteen where younger ones bring a consent. */
export const askedAge = (call: Pick<Call, 'minAge'>): number => (takesMinors(call) ? adultAge : (call.minAge ?? adultAge))
