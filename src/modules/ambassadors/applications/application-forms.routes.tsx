import { z } from 'zod'
import type { FormState } from '#kit/form.ts'
import { filled } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { PartPage, type PartView } from '#modules/ambassadors/applications/application-forms.pages.tsx'
import { type FormPart, formParts, nextPart, partsOf } from '#modules/ambassadors/applications/application-forms.rules.ts'
import { type PartChange, saveApplicationPart, scansOf } from '#modules/ambassadors/applications/applications.actions.ts'
import { contentEntries } from '#modules/ambassadors/applications/applications.parts.tsx'
import {
  type Application,
  applying,
  type Content,
  contentLimits,
  mayWrite,
  type Statement,
  statements,
} from '#modules/ambassadors/applications/applications.rules.ts'
import { loadApplication } from '#modules/ambassadors/applications/applications.store.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import type { Call } from '#modules/ambassadors/applications/calls.rules.ts'
import { loadCall } from '#modules/ambassadors/applications/calls.store.ts'
import { findPerson } from '#modules/people/people.store.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { hasPart, participationForms } from '#modules/programme/programme.rules.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { drawnValue } from '#ui/area-input.tsx'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const texts = { pl: applicationsTexts, en: applicationsTextsEn }
const files = { pl: filesTexts, en: filesTextsEn }
const idOf = (c: Visit) => c.req.param('id') ?? ''

const list = z.union([z.string(), z.array(z.string())]).optional()
const listOf = (typed: string | readonly string[] | undefined): readonly string[] => (typed === undefined ? [] : [typed].flat())
const long = z.string().max(contentLimits.long, 'long').optional()

/** Fields of every form of an application: nothing is required of a draft, but what cannot be kept is refused. */
export const contentFields = {
  name: z.string().max(contentLimits.name, 'long').optional(),
  phone: z
    .string()
    .max(contentLimits.phone, 'long')
    .regex(/^[+\d\s().-]{6,}$/, 'phone')
    .optional(),
  ofAge: z.enum(['tak', 'nie'], 'choose-one').optional(),
  guardian: z.string().max(contentLimits.name, 'long').optional(),
  area: z.string().max(4000, 'long').optional(),
  areaWords: z.string().max(contentLimits.words, 'long').optional(),
  streets: z
    .string()
    .transform(typed => typed.split('\n').flatMap(line => line.trim() || []))
    .refine(streets => streets.length <= contentLimits.streets && streets.every(street => street.length <= contentLimits.street), 'streets')
    .optional(),
  districts: list,
  forms: list,
  experience: long,
  motivation: long,
  availability: long,
  statements: list,
}
const partForm = z.object({
  ...contentFields,
  version: z.coerce.number().int(),
  key: z.string().regex(/^key_[0-9a-z]{20}$/),
  next: z.string().optional(),
})
export type ContentFields = z.infer<z.ZodObject<typeof contentFields>>

/** Answers travel in fields of their own; a call's questions are only known while running. */
export const answersOf = (call: Call, typed: FormState['typed']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    call.questions.flatMap(({ id }) => {
      const answer = typed[`answer-${id}`]
      return typeof answer === 'string' && answer !== '' ? [[id, answer]] : []
    }),
  )

/** The answers that are too long, beside their fields: nothing is cut off. */
export const longAnswers = (call: Call, { typed }: FormState, sentence: string): FormState['errors'] | undefined => {
  const long = Object.entries(answersOf(call, typed)).filter(([, answer]) => answer.length > contentLimits.long)
  return long.length === 0 ? undefined : Object.fromEntries(long.map(([id]) => [`answer-${id}`, sentence]))
}

/** What each step says about the application. */
export function contentOf(part: FormPart, value: ContentFields, call: Call, typed: FormState['typed']): Partial<Content> {
  if (part === 'you') {
    const ofAge = value.ofAge === undefined ? null : value.ofAge === 'tak'
    return { name: value.name ?? '', phone: value.phone ?? '', ofAge, guardian: value.guardian ?? '' }
  }
  if (part === 'area') return { areaWords: value.areaWords ?? '', streets: value.streets ?? [] }
  if (part === 'questions') return { answers: answersOf(call, typed) }
  if (part === 'statements') return { statements: listOf(value.statements).filter((one): one is Statement => statements.includes(one as Statement)) }
  const forms = participationForms.filter(form => listOf(value.forms).includes(form))
  return { forms, experience: value.experience ?? '', motivation: value.motivation ?? '', availability: value.availability ?? '' }
}

/** Only districts that there are. */
export const districtsOf = (value: ContentFields, known: readonly { readonly id: string }[]): readonly string[] =>
  known.map(({ id }) => id).filter(id => listOf(value.districts).includes(id))

const formOf = ({ content, area, districtIds }: Application): FormState =>
  filled({
    ...content,
    ofAge: content.ofAge === null ? '' : content.ofAge ? 'tak' : 'nie',
    area: drawnValue(area),
    streets: content.streets.join('\n'),
    districts: districtIds,
    answers: undefined,
    ...Object.fromEntries(Object.entries(content.answers).map(([id, answer]) => [`answer-${id}`, answer])),
  })

/** What the fields of an application need, whoever fills them in. */
export async function askingFor(ctx: Ctx, call: Call, applicationId?: string): Promise<PartView['asking']> {
  const edition = await loadEdition(ctx, call.editionId)
  if (!hasPart(edition, 'ambassadors')) return notFound('no ambassadors in this edition')
  const scans = applicationId === undefined ? { form: false, consent: false } : await scansOf(ctx, applicationId)
  const { forms, signedForm: signed } = edition.rules.ambassador
  return { call, forms, districts: await listDistricts(ctx), signed, scans }
}

type Shown = { form?: FormState; status?: 409 | 422; version?: number; meanwhile?: boolean }
async function showPart(c: Visit, { form, status, version, meanwhile }: Shown = {}) {
  const { ctx, frame } = c.var
  const one = await loadApplication(ctx, idOf(c))
  if (!applying.steps.submit.allows(ctx.actor, one)) return forbidden()
  const call = await loadCall(ctx, one.callId)
  const part = partsOf(call).find(known => known === c.req.param('part')) ?? notFound('no such part')
  // what is closed is read on the page of the application, which says why; words that came too late are shown once more
  if (!form && !mayWrite(ctx.actor, one, call, ctx.now).ok) return done(c, url(paths.ambassadorApplication, { id: one.id }))
  const [asking, person] = await Promise.all([askingFor(ctx, call, one.id), findPerson(ctx, one.personId)])
  const now = meanwhile ? contentEntries(one, part, { frame, call, districts: asking.districts }) : undefined
  const view: PartView = {
    id: one.id,
    part,
    asking,
    form: form ? await holdFiles(c, form) : formOf(one),
    version: version ?? one.version,
    key: newId('key'),
    email: person?.email,
    now,
  }
  return page(c, <PartPage frame={frame} view={view} />, status ?? 200)
}

async function scansIn(c: Visit, key: string): Promise<NonNullable<PartChange['scans']>> {
  const t = texts[c.var.ctx.locale].form
  const [form, consent] = [await chosenFile(c, 'signed'), await chosenFile(c, 'consent')]
  return {
    ...(form && { form: { file: form, alt: t.formAlt, key: `${key}.form` } }),
    ...(consent && { consent: { file: consent, alt: t.consentAlt, key: `${key}.consent` } }),
  }
}

async function savePart(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const id = idOf(c)
  const one = await loadApplication(ctx, id)
  const call = await loadCall(ctx, one.callId)
  const part = formParts.find(known => known === c.req.param('part')) ?? notFound('no such part')
  const read = await readForm(c, partForm, t.errors)
  if (!read.ok) return showPart(c, { form: read.form, version: Number(read.form.typed.version ?? 0), status: 422 })
  const { value, form } = read
  const long = longAnswers(call, form, t.errors.long)
  if (long) return showPart(c, { form: { ...form, errors: long }, version: value.version, status: 422 })
  const saved = await saveApplicationPart(ctx, id, {
    version: value.version,
    content: contentOf(part, value, call, form.typed),
    ...(part === 'area' && { drawn: value.area ?? '', districtIds: districtsOf(value, await listDistricts(ctx)) }),
    scans: await scansIn(c, value.key),
  })
  if (!saved.ok) return refusePart(c, part, form, saved.why, value.version)
  const next = value.next && nextPart(call, part)
  if (next) return done(c, url(paths.ambassadorApplicationPart, { id, part: next }))
  return done(c, url(paths.ambassadorApplication, { id }), t.flash.saved)
}

type Why = Extract<Awaited<ReturnType<typeof saveApplicationPart>>, { ok: false }>['why']
function refusePart(c: Visit, part: FormPart, form: FormState, why: Why, version: number) {
  const { locale } = c.var.ctx
  if (why === 'not-yours') return forbidden()
  if (why === 'changed-meanwhile') return showPart(c, { form, meanwhile: true, status: 409 })
  const sentences: Readonly<Record<string, string>> = { ...files[locale].why, ...texts[locale].why }
  const field = why.startsWith('area-') ? 'area' : part === 'you' ? 'consent' : part === 'statements' ? 'signed' : ''
  const status = why.startsWith('phase') || why === 'wrong-state' || why === 'due-passed' ? 409 : 422
  return showPart(c, { form: { ...form, errors: { ...form.errors, [field]: sentences[why] } }, version, status })
}

export const applicationFormsRoutes: readonly Route[] = [
  get(paths.ambassadorApplicationPart, 'signed-in', c => showPart(c)),
  post(paths.ambassadorApplicationPart, 'signed-in', { noFact: 'a draft of the visitor' }, savePart),
]
