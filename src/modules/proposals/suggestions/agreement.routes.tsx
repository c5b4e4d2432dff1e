import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { formatMoney } from '#kit/money.ts'
import { notFound } from '#kit/refusal.ts'
import type { Verdict } from '#kit/verdict.ts'
import { costTotal, formatQuantity, lineTotal, type Snapshot, sectionNames } from '#modules/proposals/drafting/drafting.rules.ts'
import { acceptVersion, freezeProject, reopenProject, submitProject } from '#modules/proposals/drafting/versions.actions.ts'
import { type VersionChanges, VersionPage, VersionsPage } from '#modules/proposals/drafting/versions.pages.tsx'
import { heldPhotos } from '#modules/proposals/place/photos.actions.ts'
import { photoChangesInWords } from '#modules/proposals/place/photos.parts.tsx'
import { mayWithdrawPhoto } from '#modules/proposals/place/photos.rules.ts'
import { spotChangesInWords } from '#modules/proposals/place/spots.parts.tsx'
import { noSpot } from '#modules/proposals/place/spots.rules.ts'
import { doneAt, projectHere, refused, type Why } from '#modules/proposals/projects.routes.tsx'
import { withdrawProject } from '#modules/proposals/proposals.actions.ts'
import { isAuthor, maySeeWhoAccepted, type Project, type ProjectVersion } from '#modules/proposals/proposals.rules.ts'
import { loadProject, versionsOf } from '#modules/proposals/proposals.store.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { shownNames } from '#modules/proposals/shown-names.store.ts'
import { ReasonPage, SubmissionPage } from '#modules/proposals/suggestions/agreement.pages.tsx'
import { agreementTextsEn } from '#modules/proposals/suggestions/agreement.texts.en.ts'
import { agreementTexts } from '#modules/proposals/suggestions/agreement.texts.ts'
import { viewProject } from '#modules/proposals/views.store.ts'
import { paths } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { type DiffPart, wordDiff } from '#platform/diff.ts'
import { readForm } from '#web/forms.ts'
import { get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: agreementTexts, en: agreementTextsEn }
const common = { pl: proposalsTexts, en: proposalsTextsEn }

const namesIn = async (ctx: Ctx, project: Project, versions: readonly ProjectVersion[]) => ({
  named: (version: number) => maySeeWhoAccepted(ctx.actor, project, version),
  names: await shownNames(
    ctx,
    project,
    versions.flatMap(version => [version.createdBy, ...version.acceptances.map(one => one.personId)]),
  ),
})

/** What answers a call to complete is the authors' own until it is handed in. */
const shownVersions = async (ctx: Ctx, project: Project) =>
  (await versionsOf(ctx, project.id)).filter(({ number }) => number <= project.version || isAuthor(ctx.actor, project))

async function versions(c: Visit) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const all = await shownVersions(ctx, project)
  return page(c, <VersionsPage frame={frame} project={project} versions={all} {...(await namesIn(ctx, project, all))} />)
}

async function showVersion(c: Visit, project: Project, number: number, refusal?: Verdict<Why>) {
  const { ctx, frame } = c.var
  const all = await shownVersions(ctx, project)
  const version = all.find(one => one.number === number) ?? notFound('version')
  const former = all.find(one => one.number === Number(c.req.query('od')) && one.number !== number)
  const view = await viewProject(ctx, await loadProject(ctx, project.id))
  const changes = former && { from: former.number, sections: changedParts(ctx, former.snapshot, version.snapshot) }
  const others = all.filter(one => one.number !== number).map(one => one.number)
  const names = await namesIn(ctx, project, [version])
  const photos = await heldPhotos(ctx, project, version.snapshot.photos)
  const shown = { frame, view, version, ...names, others, changes, photos, withdrawing: mayWithdrawPhoto(ctx.actor, project) }
  return page(c, <VersionPage {...shown} {...(refusal && { refusal })} />, refusal ? 409 : 200)
}
const version = async (c: Visit) => showVersion(c, await projectHere(c), numberHere(c))
const numberHere = (c: Visit) => Number(c.req.param('version')) || notFound('version')

type Compared = Pick<Snapshot, 'sections' | 'costs' | 'spot' | 'photos'>
/** Word by word, and the place on the map in words; whichever of the two is the older. */
export function changedParts(ctx: Ctx, one: Compared, other: Compared): VersionChanges['sections'] {
  const sections = sectionNames
    .filter(name => one.sections[name] !== other.sections[name])
    .map(name => ({ name, parts: wordDiff(one.sections[name], other.sections[name]) }))
  const parts = lineDiff(costsInWords(ctx, one.costs), costsInWords(ctx, other.costs))
  const moved = spotChangesInWords(ctx, one.spot ?? noSpot, other.spot ?? noSpot).map(words => ({ text: `${words}\n`, kind: 'same' as const }))
  const pictures = photoChangesInWords(ctx, one.photos ?? [], other.photos ?? []).map(words => ({ text: `${words}\n`, kind: 'same' as const }))
  return [
    ...sections,
    ...(moved.length > 0 ? [{ name: 'spot' as const, parts: moved }] : []),
    ...(pictures.length > 0 ? [{ name: 'photos' as const, parts: pictures }] : []),
    ...(parts.some(part => part.kind !== 'same') ? [{ name: 'costs' as const, parts }] : []),
  ]
}
/** A line of the cost table is one piece: half a sum taken out and half put in tells nobody anything. */
const lineDiff = (was: readonly string[], is: readonly string[]): DiffPart[] => [
  ...was.filter(line => !is.includes(line)).map(text => ({ text: `${text}\n`, kind: 'removed' as const })),
  ...is.map(text => ({ text: `${text}\n`, kind: was.includes(text) ? ('same' as const) : ('added' as const) })),
]
function costsInWords({ locale }: Ctx, costs: Snapshot['costs']): string[] {
  const t = texts[locale].versions
  const lines = costs.map(line =>
    t.costLine({
      name: line.name,
      quantity: `${formatQuantity(line.quantity, locale)} ${line.unit}`,
      price: formatMoney(line.price, locale),
      sum: formatMoney(lineTotal(line), locale),
    }),
  )
  return [...lines, t.total(formatMoney(costTotal(costs), locale))]
}

async function freeze(c: Visit) {
  const project = await projectHere(c)
  const frozen = await freezeProject(c.var.ctx, project.id)
  if (!frozen.ok && frozen.why !== 'waits') return refused(c, project.id, frozen)
  return doneAt(c, project.id, common[c.var.ctx.locale].done.frozen(frozen.ok ? (frozen.version ?? project.version) : project.version))
}

async function accept(c: Visit) {
  const { ctx } = c.var
  const [project, number] = [await projectHere(c), numberHere(c)]
  const accepted = await acceptVersion(ctx, project.id, number)
  if (!accepted.ok)
    return accepted.why === 'old-version' || accepted.why === 'not-waiting'
      ? showVersion(c, project, number, accepted)
      : refused(c, project.id, accepted)
  return doneAt(c, project.id, common[ctx.locale].done.accepted(number))
}

const showReason =
  (kind: 'reopen' | 'withdrawal') =>
  async (c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200) => {
    const view = await viewProject(c.var.ctx, await projectHere(c))
    return page(c, <ReasonPage frame={c.var.frame} view={view} form={form} kind={kind} />, status)
  }
const [askReopening, askWithdrawal] = [showReason('reopen'), showReason('withdrawal')]
const reasonForm = z.object({ powod: z.string('required').max(1000, 'long') })

async function reopen(c: Visit) {
  const { ctx } = c.var
  const project = await projectHere(c)
  const read = await readForm(c, reasonForm, texts[ctx.locale].errors)
  if (!read.ok) return askReopening(c, read.form, 422)
  const verdict = await reopenProject(ctx, project.id, read.value.powod)
  return verdict.ok ? doneAt(c, project.id, common[ctx.locale].done.open) : askReopening(c, read.form, 409)
}

async function withdraw(c: Visit) {
  const { ctx } = c.var
  const project = await projectHere(c)
  const read = await readForm(c, reasonForm, texts[ctx.locale].errors)
  if (!read.ok) return askWithdrawal(c, read.form, 422)
  const verdict = await withdrawProject(ctx, project.id, read.value.powod)
  return verdict.ok || verdict.why === 'withdrawn' ? doneAt(c, project.id, common[ctx.locale].done.withdrawn) : askWithdrawal(c, read.form, 409)
}

async function askSubmission(c: Visit, status: 200 | 409 = 200) {
  const view = await viewProject(c.var.ctx, await projectHere(c))
  return page(c, <SubmissionPage frame={c.var.frame} view={view} />, status)
}

async function submit(c: Visit) {
  const { ctx } = c.var
  const project = await projectHere(c)
  const submitted = await submitProject(ctx, project.id)
  return submitted.ok ? doneAt(c, project.id, common[ctx.locale].done.submitted(submitted.publicNo)) : askSubmission(c, 409)
}

export const agreementRoutes: readonly Route[] = [
  get(paths.projectVersions, 'everyone', versions),
  get(paths.projectVersion, 'everyone', version),
  post(paths.projectFreeze, 'signed-in', 'project.frozen', freeze),
  get(paths.projectReopening, 'signed-in', c => askReopening(c)),
  post(paths.projectReopening, 'signed-in', 'project.reopened', reopen),
  post(paths.projectAcceptance, 'signed-in', 'version.accepted', accept),
  get(paths.projectSubmission, 'signed-in', c => askSubmission(c)),
  post(paths.projectSubmission, 'signed-in', 'project.submitted', submit),
  get(paths.projectWithdrawal, 'signed-in', c => askWithdrawal(c)),
  post(paths.projectWithdrawal, 'signed-in', 'project.withdrawn', withdraw),
]
