import { z } from 'zod'
import { isDay } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { assistedFor, behalfFields, behalfOf, keyField } from '#modules/people/office/behalf.actions.ts'
import { isBehalfWhy, withVoiceError } from '#modules/people/office/behalf.parts.tsx'
import { findCity, listDistricts, territoryOfWhere } from '#modules/programme/territories/territories.store.ts'
import { type CostLine, type Problem, type SectionName, sectionNames, textMax } from '#modules/proposals/drafting/drafting.rules.ts'
import { problemWords } from '#modules/proposals/project-now.parts.tsx'
import { linesShown, linesTyped } from '#modules/submission/completion/completion.routes.tsx'
import { enterPaperProposal, type PaperEntered } from '#modules/submission/paper.actions.ts'
import { PaperPage } from '#modules/submission/paper.pages.tsx'
import { paperTextsEn } from '#modules/submission/paper.texts.en.ts'
import { paperTexts } from '#modules/submission/paper.texts.ts'
import { paths, url } from '#paths'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const texts = { pl: paperTexts, en: paperTextsEn }
const files = { pl: filesTexts, en: filesTextsEn }

async function show(c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200, rows: readonly CostLine[] = []) {
  const { ctx, frame } = c.var
  const places = [await findCity(ctx), ...(await listDistricts(ctx))].filter(one => one !== undefined)
  const people = (await assistedFor(ctx)) ?? []
  return page(
    c,
    <PaperPage {...{ frame, places, people, rows }} form={await holdFiles(c, form)} formKey={typedOne(form, 'key') || newId('key')} />,
    status,
  )
}

const text = z.string('required').max(textMax, 'long')
const paperForm = z.object({
  key: keyField,
  ...behalfFields,
  wplynelo: z.string('required').refine(isDay, 'day'),
  gdzie: z.string('choose').max(40, 'choose'),
  title: text,
  summary: text,
  description: text,
  place: text,
  reasons: text,
  beneficiaries: text,
})

async function enter(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, paperForm, t.errors)
  const rows = linesShown(read.form)
  if (!read.ok) return show(c, read.form, 422, rows)
  const costs = linesTyped(read.form)
  if (!costs) return show(c, { ...read.form, errors: { '': t.why.incomplete } }, 422, rows)
  const { key, gdzie, wplynelo: receivedOn, title, summary, description, place, reasons, beneficiaries, ...behalf } = read.value
  const entered = await enterPaperProposal(ctx, {
    key,
    territoryId: (await territoryOfWhere(ctx, gdzie)).id,
    sections: { title, summary, description, place, reasons, beneficiaries },
    costs,
    behalf: behalfOf({ ...behalf, channel: 'paper' }),
    receivedOn,
    scan: await chosenFile(c, 'skan'),
    alt: t.alt,
  })
  if (entered.ok) return done(c, url(paths.project, { id: entered.id }), t.done(entered.publicNo))
  return show(c, refusedForm(c, read.form, entered), entered.why === 'not-clerk' || entered.why === 'no-edition' ? 409 : 422, rows)
}

/** Each refusal stands beside the field that it is about. */
function refusedForm({ var: { ctx, frame } }: Visit, form: FormState, { why, problems = [] }: Extract<PaperEntered, { ok: false }>): FormState {
  const t = texts[ctx.locale]
  if (isBehalfWhy(why)) return withVoiceError(form, why, frame)
  if (why === 'incomplete')
    return { ...form, errors: Object.fromEntries(problems.map(problem => [fieldOf(problem), problemWords(problem, ctx.locale)])) }
  const said: Readonly<Record<string, string>> = { ...t.why, ...files[ctx.locale].why }
  const field =
    { 'received-outside': 'wplynelo', nobody: 'newPerson', 'wrong-place': 'gdzie' }[why as string] ?? (why.startsWith('file') ? 'skan' : '')
  return { ...form, errors: { [field]: said[why] } }
}
const fieldOf = (problem: Problem): SectionName | '' => ('section' in problem ? (sectionNames.find(name => name === problem.section) ?? '') : '')

export const paperRoutes: readonly Route[] = [
  get(paths.officeProposalNew, ['clerk'], c => show(c)),
  post(paths.officeProposalNew, ['clerk'], 'project.submitted', enter),
]
