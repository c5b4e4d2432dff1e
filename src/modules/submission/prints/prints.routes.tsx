import { dateAndTime, longDate } from '#kit/dates.ts'
import { formatMoney } from '#kit/money.ts'
import { assert, notFound } from '#kit/refusal.ts'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { reasonOf, signedMoney, signedShare, unitPricesWords } from '#modules/proposals/cost/unit-prices.parts.tsx'
import type { Compared } from '#modules/proposals/cost/unit-prices.rules.ts'
import type { VersionPhoto } from '#modules/proposals/drafting/drafting.rules.ts'
import { costTotal, formatQuantity, hashInGroups, lineTotal, type Snapshot } from '#modules/proposals/drafting/drafting.rules.ts'
import { heldPhotos, photosToFreeze } from '#modules/proposals/place/photos.actions.ts'
import { photosInPrint } from '#modules/proposals/place/photos.parts.tsx'
import type { HeldPhoto } from '#modules/proposals/place/photos.rules.ts'
import { spotInWords } from '#modules/proposals/place/spots.parts.tsx'
import { noSpot } from '#modules/proposals/place/spots.rules.ts'
import { spotOf } from '#modules/proposals/place/spots.store.ts'
import { projectKicker, projectTitle, projectWords } from '#modules/proposals/proposals.parts.tsx'
import { isAuthor, isPublic, type Project, type ProjectVersion } from '#modules/proposals/proposals.rules.ts'
import { versionsOf } from '#modules/proposals/proposals.store.ts'
import { viewProject } from '#modules/proposals/views.store.ts'
import { projectHere } from '#modules/submission/agreeing/agreeing.routes.tsx'
import { printsTextsEn } from '#modules/submission/prints/prints.texts.en.ts'
import { printsTexts } from '#modules/submission/prints/prints.texts.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { type PrintedPicture, printable, renderPdf } from '#platform/documents.ts'
import { readFile } from '#platform/files.ts'
import { qrRows } from '#ui/qr.ts'
import { get, printed, type Route, type Visit } from '#web/http.ts'

const texts = { pl: printsTexts, en: printsTextsEn }

/** The parts and the cost table as they are printed: what the project says, and nobody but its public authors. */
async function bodyOf(
  c: Visit,
  project: Project,
  { sections, costs, spot, photos = [] }: Pick<Snapshot, 'sections' | 'costs' | 'spot'> & { readonly photos?: readonly HeldPhoto[] },
  withUnits = false,
) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const words = projectWords(ctx)
  const { authors, territory, unitPrices } = await viewProject(ctx, project)
  const money = (grosze: number) => formatMoney(grosze, ctx.locale)
  const drawn = photosInPrint(ctx, photos)
  const onMap = [...spotInWords(ctx, spot ?? noSpot), ...drawn.filter(({ there }) => !there).map(({ words }) => words)]
  const parts = (['description', 'place', 'reasons', 'beneficiaries'] as const).filter(
    name => sections[name] !== '' || (name === 'place' && onMap.length + drawn.length > 0),
  )
  return {
    title: sections.title || projectTitle(ctx.locale, project),
    lang: ctx.locale,
    kicker: projectKicker(ctx.locale, project, territory),
    summary: sections.summary,
    parts: parts.map(name => ({
      name: words.sections[name].name,
      paragraphs: [...sections[name].split(/\n+/), ...(name === 'place' ? onMap : [])],
      pictures:
        name === 'place' ? drawn.filter(({ there }) => there).map(photo => ({ path: `/${pathOf(photo)}`, alt: photo.alt, words: photo.words })) : [],
    })),
    costs: {
      title: words.page.costs,
      none: words.page.noCosts,
      columns: t.columns,
      lines: costs.map(line => [line.name, `${formatQuantity(line.quantity, ctx.locale)} ${line.unit}`, money(line.price), money(lineTotal(line))]),
      sum: t.sum,
      total: money(costTotal(costs)),
    },
    units: withUnits ? unitPrices.map(one => printedPrices(ctx.locale, one)) : [],
    people: t.authors(
      authors
        .filter(({ state }) => state === 'accepted')
        .map(({ name }) => name)
        .join(', '),
    ),
  }
}

const pathOf = ({ fileId }: Pick<VersionPhoto, 'fileId'>) => `pictures/${fileId}.jpg`

const picturesOf = (ctx: Ctx, photos: readonly HeldPhoto[]): Promise<PrintedPicture[]> =>
  Promise.all(
    photos
      .filter(({ there }) => there)
      .map(async photo => {
        const picture = await readFile(ctx, photo.fileId, 'small')
        assert(picture, 'a photo that is there has its picture')
        return { path: pathOf(photo), content: await printable(picture) }
      }),
  )

/** A unit's prices beside the authors', with whose they are, when, and of which state of the table. */
function printedPrices(locale: Ctx['locale'], compared: Compared) {
  const t = unitPricesWords({ locale })
  const money = (grosze: number) => formatMoney(grosze, locale)
  const { estimate, rows, ours, unit, difference, share, changed } = compared
  const how = (sum: number, part: number | undefined) =>
    [signedMoney(sum, locale), part !== undefined && signedShare(part, locale)].filter(Boolean).join(', ')
  return {
    title: t.print.title({ unit: estimate.unitName, day: longDate(estimate.at ?? new Date(0), locale) }),
    note: [t.page.version(estimate.revision), changed ? t.page.changed : t.page.current].join(' '),
    columns: Object.values(t.print.columns),
    lines: rows.map(row => [
      row.name,
      row.oursTotal === undefined ? '—' : money(row.oursTotal),
      money(row.total),
      how(row.difference ?? row.total, row.share),
      reasonOf({ locale }, row),
    ]),
    sum: [t.print.sum, money(ours), money(unit), how(difference, share), ''],
  }
}

const nothingToSign = { statement: null, name: '', date: '', how: '' }
const template = new URL('./project.typ', import.meta.url)

/** One frozen version with its hash; the one that waits also has a line to sign. */
async function printVersion(c: Visit): Promise<Response> {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const project = await projectHere(c)
  const shown = (await versionsOf(ctx, project.id)).filter(({ number }) => number <= project.version || isAuthor(ctx.actor, project))
  const version = shown.find(({ number }) => number === Number(c.req.param('version'))) ?? notFound('version')
  const waits = project.state === 'agreeing' && version.number === project.version
  const signing = waits ? { statement: t.statement(version.number), name: t.name, date: t.date, how: t.how } : nothingToSign
  const { number } = version
  const photos = await heldPhotos(ctx, project, version.snapshot.photos)
  const data = {
    ...(await bodyOf(c, project, { ...version.snapshot, photos })),
    ...signing,
    ...addressed(c, url(paths.projectVersion, { id: project.id, version: number })),
    foot: `${projectTitle(ctx.locale, project)} · ${t.version(number)} · ${version.hash.slice(0, 8)}`,
    made: madeWords(c, project, version),
    check: t.check,
    hash: hashInGroups(version.hash),
  }
  return printed(c, renderPdf(template, data, ctx.now, await picturesOf(ctx, photos)), `projekt-wersja-${number}.pdf`)
}

function madeWords({ var: { ctx } }: Visit, project: Project, { number, createdAt }: ProjectVersion): string {
  const t = texts[ctx.locale]
  if (project.state === 'submitted' && project.submittedAt && project.publicNo && number === project.version)
    return t.submittedAs({ publicNo: project.publicNo, day: dateAndTime(project.submittedAt, ctx.locale) })
  return t.madeOn({ version: number, day: dateAndTime(createdAt, ctx.locale) })
}

const addressed = (c: Visit, path: string) => {
  const address = `${c.var.config.publicUrl}${path}`
  return { address, qr: { rows: qrRows(address), alt: texts[c.var.ctx.locale].qr } }
}

/** What the project says now: the submitted version, or the draft as it stands. */
async function printProject(c: Visit): Promise<Response> {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const project = await projectHere(c)
  const { sections, costs } = await viewProject(ctx, project)
  const submitted = project.state === 'submitted' ? await versionsOf(ctx, project.id) : []
  const newest = submitted.find(({ number }) => number === project.version)
  const photos = await heldPhotos(ctx, project, await photosToFreeze(ctx, project.id))
  const data = {
    ...(await bodyOf(c, project, { sections, costs, spot: await spotOf(ctx, project.id), photos }, true)),
    ...nothingToSign,
    ...addressed(c, url(paths.project, { id: project.id })),
    foot: projectTitle(ctx.locale, project),
    made: newest ? madeWords(c, project, newest) : t.draftOf(longDate(ctx.now, ctx.locale)),
    check: t.check,
    hash: newest ? hashInGroups(newest.hash) : null,
  }
  return printed(c, renderPdf(template, data, ctx.now, await picturesOf(ctx, photos)), 'projekt.pdf')
}

/** For the notice board of a block of flats; only of what everybody may read. */
async function printPoster(c: Visit): Promise<Response> {
  const { ctx } = c.var
  const { poster: t } = texts[ctx.locale]
  const project = await projectHere(c)
  if (!isPublic(project) || !isAlive(project)) return notFound('poster')
  const territory = await loadTerritory(ctx, project.territoryId)
  const state =
    project.state === 'submitted' ? t.state.submitted(project.publicNo ?? '') : project.state === 'agreeing' ? t.state.agreeing : t.state.draft
  const data = {
    title: projectTitle(ctx.locale, project),
    lang: ctx.locale,
    foot: c.var.frame.cityName,
    kicker: territoryTitle(territory),
    summary: project.summary,
    call: project.state === 'submitted' ? t.call.submitted : t.call.open,
    state,
    ...addressed(c, url(paths.project, { id: project.id })),
  }
  return printed(c, renderPdf(new URL('./poster.typ', import.meta.url), data, ctx.now), 'plakat.pdf')
}
const isAlive = ({ state }: Project) => state === 'draft' || state === 'agreeing' || state === 'submitted'

export const printsRoutes: readonly Route[] = [
  get(paths.projectVersionPrint, 'everyone', printVersion),
  get(paths.projectPrint, 'everyone', printProject),
  get(paths.projectPoster, 'everyone', printPoster),
]
