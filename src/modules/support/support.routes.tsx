import { z } from 'zod'
import { dayOf, isDay } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import type { Verdict } from '#kit/verdict.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { processingWords } from '#modules/programme/statements/privacy.parts.tsx'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import { mayFind, type Project } from '#modules/proposals/proposals.rules.ts'
import { loadProject, versionsOf } from '#modules/proposals/proposals.store.ts'
import { examiningOf, standingOf } from '#modules/support/standing.store.ts'
import { endorse, extendSupport, judgeLine, keepScan, keyLine, mayEndorseNow, withdrawSupport } from '#modules/support/support.actions.ts'
import { KeyingPage, SupportPage } from '#modules/support/support.pages.tsx'
import { supportWords } from '#modules/support/support.parts.tsx'
import { type EndorseWhy, lineFaults, mayKey } from '#modules/support/support.rules.ts'
import { findOwnLine, listSupport } from '#modules/support/support.store.ts'
import { paths, url } from '#paths'
import { renderPdf } from '#platform/documents.ts'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { qrRows } from '#ui/qr.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, printed, type Route, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const files = { pl: filesTexts, en: filesTextsEn }

export async function projectHere(c: Visit): Promise<Project> {
  const project = await loadProject(c.var.ctx, c.req.param('id') ?? '')
  return mayFind(c.var.ctx.actor, project) ? project : notFound('project')
}
const mayKeyHere = async ({ var: { ctx } }: Visit, project: Project) => mayKey(ctx.actor, await loadEdition(ctx, project.editionId), project)

async function show(c: Visit, refusal?: Verdict<EndorseWhy | 'on-paper'>): Promise<Response> {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const [standing, endorsing, own, keying] = await Promise.all([
    standingOf(ctx, project),
    refusal ?? mayEndorseNow(ctx, project),
    ctx.actor.id === '' ? undefined : findOwnLine(ctx, project.id),
    mayKeyHere(c, project),
  ])
  return page(c, <SupportPage {...{ frame, project, standing, endorsing }} mine={own !== undefined} mayKey={keying.ok} />, refusal ? 409 : 200)
}

/** The paper: the number or the mark of the draft, as many lines as are needed and some more, and what becomes of the data. */
async function printList(c: Visit): Promise<Response> {
  const { ctx, frame, config } = c.var
  const project = await projectHere(c)
  const standing = (await standingOf(ctx, project)) ?? notFound('no list')
  const [territory, [version]] = await Promise.all([loadTerritory(ctx, project.territoryId), versionsOf(ctx, project.id)])
  const words = supportWords(frame)
  const t = words.paperList
  const address = `${config.publicUrl}${url(paths.projectSupport, { id: project.id })}`
  const number = project.publicNo ? t.number(project.publicNo) : t.draft({ version: project.version, mark: version?.hash.slice(0, 8) ?? '' })
  const data = {
    title: t.title,
    lang: ctx.locale,
    foot: `${t.title} · ${number}`,
    project: projectTitle(ctx.locale, project),
    place: territoryTitle(territory),
    number,
    statement: t.statement,
    who: standing.districtOnly ? words.who.district : words.who.city,
    address,
    qr: { rows: qrRows(address), alt: t.qr },
    columns: t.columns,
    lines: Array.from({ length: standing.needed + 5 }, (_, at) => at + 1),
    notice: t.notice,
    noticeLines: processingWords('support', ctx.locale),
  }
  return printed(c, renderPdf(new URL('./list.typ', import.meta.url), data, ctx.now), `lista-poparcia-${project.publicNo ?? project.version}.pdf`)
}

type KeyingForms = { readonly form?: FormState; readonly scanForm?: FormState; readonly deadlineForm?: FormState }
export async function showKeying(c: Visit, given: KeyingForms = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const keying = await mayKeyHere(c, project)
  // who signed is for those who key it in; whoever may not sees the reason and no line
  const lines = keying.ok ? await listSupport(ctx, project.id) : []
  const { form = emptyForm, scanForm = emptyForm, deadlineForm = emptyForm } = given
  const examining = keying.ok ? await examiningOf(ctx, project) : undefined
  const receivedOn = lines.filter(line => line.receivedOn).at(-1)?.receivedOn ?? dayOf(ctx.now)
  return page(
    c,
    <KeyingPage
      {...{ frame, project, lines, keying, form, deadlineForm, examining, receivedOn }}
      scanForm={await holdFiles(c, scanForm)}
      scanKey={newId('key')}
    />,
    status,
  )
}

const lineForm = z.object({
  numer: z
    .string('required')
    .regex(/^[1-9]\d{0,4}$/, 'number')
    .transform(Number)
    .refine(n => n <= 10_000, 'number'),
  nazwa: z.string('required').max(200, 'long'),
  adres: z.string('required').max(200, 'long'),
  wplynelo: z.string('required').refine(isDay, 'day'),
  wada: z.enum(lineFaults, 'wrong').optional(),
})
async function key(c: Visit): Promise<Response> {
  const t = supportWords(c.var.frame)
  const read = await readForm(c, lineForm, t.errors)
  if (!read.ok) return showKeying(c, { form: read.form }, 422)
  const { numer: number, nazwa: name, adres: address, wplynelo: receivedOn, wada: fault } = read.value
  const keyed = await keyLine(c.var.ctx, c.var.config, (await projectHere(c)).id, { number, name, address, receivedOn, fault })
  if (!keyed.ok) {
    const fields: Partial<Record<typeof keyed.why, string>> = { 'number-taken': 'numer', 'received-ahead': 'wplynelo', 'received-before': 'wplynelo' }
    const field = fields[keyed.why] ?? ''
    return showKeying(c, { form: { ...read.form, errors: { [field]: t.why[keyed.why] } } }, 409)
  }
  const sentence = keyed.fault ? t.keying.notCounted({ n: number, why: t.faults[keyed.fault] }) : t.keying.counted(number)
  return done(c, backToKeying(c), sentence)
}
export const backToKeying = (c: Visit) => url(paths.projectSupportKeying, { id: c.req.param('id') ?? '' })

const changeForm = z.object({ zmiana: z.enum([...lineFaults, 'restore', 'withdraw'], 'wrong') })
async function change(c: Visit): Promise<Response> {
  const t = supportWords(c.var.frame)
  const read = await readForm(c, changeForm, t.errors)
  if (!read.ok) return showKeying(c, { form: { typed: {}, errors: { '': t.errors.wrong } } }, 422)
  const { zmiana } = read.value
  const judged = zmiana === 'restore' || zmiana === 'withdraw' ? { step: zmiana } : { step: 'reject' as const, why: zmiana }
  const verdict = await judgeLine(c.var.ctx, (await projectHere(c)).id, c.req.param('line') ?? '', judged)
  if (verdict.ok) return done(c, backToKeying(c), t.keying.changed)
  return showKeying(c, { form: { typed: {}, errors: { '': t.why[verdict.why] } } }, 409)
}

const scanForm = z.object({ key: z.string('required').min(8).max(60), strony: z.string('required').max(200, 'long') })
async function scan(c: Visit): Promise<Response> {
  const t = supportWords(c.var.frame)
  const read = await readForm(c, scanForm, t.errors)
  if (!read.ok) return showKeying(c, { scanForm: read.form }, 422)
  const file = await chosenFile(c, 'skan')
  if (!file) return showKeying(c, { scanForm: { ...read.form, errors: { skan: files[c.var.ctx.locale].why['file-missing'] } } }, 422)
  const verdict = await keepScan(c.var.ctx, (await projectHere(c)).id, { file, key: read.value.key, alt: read.value.strony })
  if (verdict.ok) return done(c, backToKeying(c), t.scan.saved)
  const said: Readonly<Record<string, string>> = { ...t.why, ...files[c.var.ctx.locale].why }
  return showKeying(c, { scanForm: { ...read.form, errors: { skan: said[verdict.why] } } }, 422)
}

const deadlineForm = z.object({ dzien: z.string('required').refine(isDay, 'day'), powod: z.string('required').max(200, 'long') })
async function extend(c: Visit): Promise<Response> {
  const t = supportWords(c.var.frame)
  const read = await readForm(c, deadlineForm, t.errors)
  if (!read.ok) return showKeying(c, { deadlineForm: read.form }, 422)
  const verdict = await extendSupport(c.var.ctx, (await projectHere(c)).id, read.value.dzien, read.value.powod)
  if (verdict.ok) return done(c, backToKeying(c), t.deadline.saved)
  return showKeying(c, { deadlineForm: { ...read.form, errors: { dzien: t.why[verdict.why] } } }, 409)
}

export const supportRoutes: readonly Route[] = [
  get(paths.projectSupport, 'everyone', c => show(c)),
  get(paths.projectSupportList, 'everyone', printList),
  post(paths.projectEndorsement, 'signed-in', 'support.endorsed', async c => {
    const project = await projectHere(c)
    const verdict = await endorse(c.var.ctx, c.var.config, project.id)
    return verdict.ok ? done(c, url(paths.projectSupport, { id: project.id }), supportWords(c.var.frame).endorsed) : show(c, verdict)
  }),
  post(paths.projectEndorsementEnd, 'signed-in', 'support.withdrawn', async c => {
    const project = await projectHere(c)
    await withdrawSupport(c.var.ctx, project.id)
    return done(c, url(paths.projectSupport, { id: project.id }), supportWords(c.var.frame).withdrawn)
  }),
  get(paths.projectSupportKeying, ['clerk'], c => showKeying(c)),
  post(paths.projectSupportKeying, ['clerk'], 'support.keyed', key),
  post(paths.projectSupportLine, ['clerk'], 'support.rejected', change),
  post(paths.projectSupportScans, ['clerk'], 'support.scanned', scan),
  post(paths.projectSupportDeadline, ['clerk'], 'support.extended', extend),
]
