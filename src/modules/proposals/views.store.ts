import { no } from '#kit/verdict.ts'
import { addressOf } from '#modules/people/people.store.ts'
import { mayNow, opennessOf } from '#modules/programme/calendar.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { mayInvite, mayLeave, type ProjectAuthor } from '#modules/proposals/authors/authors.rules.ts'
import { invitationsOf } from '#modules/proposals/authors/authors.store.ts'
import { mayAsk } from '#modules/proposals/authors/requests.rules.ts'
import { askedBefore, findOwnRequest } from '#modules/proposals/authors/requests.store.ts'
import { compare } from '#modules/proposals/cost/unit-prices.rules.ts'
import { unitEstimatesOf } from '#modules/proposals/cost/unit-prices.store.ts'
import { problemsOf } from '#modules/proposals/drafting/drafting.rules.ts'
import { acceptedNow } from '#modules/proposals/drafting/versions.store.ts'
import { hasSubmittedEnough, termsOf } from '#modules/proposals/limits.store.ts'
import {
  isAuthor,
  isHelper,
  mayAccept,
  mayEdit,
  mayFreeze,
  mayHelp,
  mayReopen,
  mayShare,
  maySubmit,
  mayWithdraw,
  mayWrite,
  type Project,
  type ProjectVersion,
} from '#modules/proposals/proposals.rules.ts'
import { authorsOf, costsOf, listProjects, sectionsOf, versionsOf } from '#modules/proposals/proposals.store.ts'
import { shownNames } from '#modules/proposals/shown-names.store.ts'
import { isBarredBy } from '#modules/proposals/twins/twins.rules.ts'
import { findTwin } from '#modules/proposals/twins/twins.store.ts'
import type { NamedAuthor, ProjectView } from '#modules/proposals/views.rules.ts'
import type { Ctx } from '#platform/context.ts'

/** Reads a project whole, and asks the rules what this person may do with it. */
export async function viewProject(ctx: Ctx, project: Project): Promise<ProjectView> {
  const [sections, costs, terms, territory, versions, rows, asked, estimates, ownRequest] = await Promise.all([
    sectionsOf(ctx, project.id),
    costsOf(ctx, project.id),
    termsOf(ctx, project),
    loadTerritory(ctx, project.territoryId),
    versionsOf(ctx, project.id),
    authorsOf(ctx, project.id),
    askedBefore(ctx, project.id),
    unitEstimatesOf(ctx, project.id),
    ctx.actor.id === '' ? undefined : findOwnRequest(ctx, project.id),
  ])
  const version = versions[0]
  const help = mayHelp(ctx.actor, project)
  const here = rows.filter(row => row.state === 'accepted' || row.state === 'invited' || row.state === 'helping')
  const named = await nameAuthors(ctx, project, here, { version, withMail: help.ok })
  const [authors, helpers] = [named.filter(({ state }) => state !== 'helping'), named.filter(({ state }) => state === 'helping')]
  const own = named.find(author => author.personId === ctx.actor.id)
  const problems = problemsOf(sections, costs, terms.limits)
  const acceptedIds = version?.acceptances.map(one => one.personId) ?? []
  const open = project.state === 'draft' || project.state === 'agreeing'
  const twin = open && isAuthor(ctx.actor, project) ? await findTwin(ctx, project) : undefined
  const { sameInCityAndDistrictForbidden: forbidden } = terms.edition.rules.submission
  const barred = isBarredBy(twin, forbidden)
  const full = open && (await hasSubmittedEnough(ctx, terms.edition, project.leadId))
  const may: ProjectView['may'] = {
    edit: mayEdit(ctx.actor, project),
    write: mayWrite(ctx.actor, project),
    share: mayShare(ctx.actor, project),
    freeze: mayFreeze(ctx.actor, project, problems.length),
    reopen: mayReopen(ctx.actor, project),
    accept: mayAccept(ctx.actor, project, project.version, acceptedIds),
    submit: maySubmit(ctx.actor, project, { acceptedIds, problems: problems.length, phase: terms.maySubmitNow, barred, full }),
    withdraw: mayWithdraw(ctx.actor, project),
    invite: mayInvite(ctx.actor, project),
    help,
    leave: own ? mayLeave(ctx.actor, own, project) : no('not-yours'),
    ask: mayAsk(ctx.actor, project, isHelper(ctx.actor, project) ? 'author' : 'helper', asked),
  }
  return {
    project,
    territory,
    sections,
    costs,
    unitPrices: estimates.map(one => compare(one, costs)),
    limits: terms.limits,
    pool: terms.pool,
    problems,
    twin: twin && { ...twin, forbidden },
    authors,
    helpers,
    own,
    ownRequest,
    version,
    submission: terms.submission,
    may,
  }
}

/** Only the office, which writes down answers and signatures, must know who has no e-mail. */
async function nameAuthors(
  ctx: Ctx,
  project: Project,
  rows: readonly ProjectAuthor[],
  { version, withMail }: { version: ProjectVersion | undefined; withMail: boolean },
): Promise<NamedAuthor[]> {
  const ids = rows.map(row => row.personId)
  const names = await shownNames(ctx, project, ids)
  const mailed = withMail ? await Promise.all(ids.map(async id => (await addressOf(ctx, id)).email !== undefined)) : []
  return rows.map((row, i) => {
    const acceptance = version?.acceptances.find(one => one.personId === row.personId)
    const name = row.state === 'invited' && row.personId !== ctx.actor.id && row.words !== '' ? row.words : (names.get(row.personId) ?? '')
    return { ...row, name, hasEmail: mailed[i] ?? true, accepted: acceptance !== undefined, signed: acceptance?.how === 'signature' }
  })
}

/** What waits for this person in projects, for My matters: an invitation, a version to accept, a project ready to submit. */
export type ProjectMatter = {
  readonly kind: 'invited' | 'accept' | 'submit'
  readonly project: Project
  readonly invitationId?: string
  readonly until?: Date
}

/** Five statements, however many projects somebody writes. */
export async function projectMatters(ctx: Ctx): Promise<ProjectMatter[]> {
  if (ctx.actor.id === '') return []
  const projects = await listProjects(ctx, { personId: ctx.actor.id, states: ['draft', 'agreeing'], limit: 200 })
  if (projects.length === 0) return []
  const waiting = projects.filter(({ state }) => state === 'agreeing')
  const [invitations, accepted, edition] = await Promise.all([invitationsOf(ctx, ctx.actor.id), acceptedNow(ctx, waiting), findCurrentEdition(ctx)])
  const phase = edition ? mayNow(edition.phases, 'submission', ctx.now) : no('phase-unplanned')
  const until = edition && opennessOf(edition.phases, 'submission', ctx.now)
  return projects.flatMap((project): ProjectMatter[] => {
    const invitation = invitations.get(project.id)
    if (invitation) return [{ kind: 'invited', project, invitationId: invitation.id, until: invitation.expiresAt ?? undefined }]
    const acceptedIds = accepted.get(project.id) ?? []
    if (mayAccept(ctx.actor, project, project.version, acceptedIds).ok) return [{ kind: 'accept', project }]
    const submitting = maySubmit(ctx.actor, project, { acceptedIds, problems: 0, phase })
    return submitting.ok ? [{ kind: 'submit', project, until: until?.state === 'open' ? until.until : undefined }] : []
  })
}
