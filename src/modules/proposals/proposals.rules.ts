import { type Actor, has, house, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Grosze } from '#kit/money.ts'
import { procedure } from '#kit/procedure.ts'
import { allOf, no, type Verdict, yes } from '#kit/verdict.ts'
import type { Snapshot } from '#modules/proposals/drafting/drafting.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'project.started': { title: string }
    'project.changed': { title: string; section: string }
    'project.priced': { title: string; total: number }
    'project.shared': { title: string }
    'project.frozen': { title: string; version: number; hash: string }
    'project.reopened': { title: string; version: number; reason: string }
    'project.submitted': { title: string; publicNo: string; version: number }
    'project.withdrawn': { title: string; reason: string }
    'version.accepted': { title: string; version: number }
    'version.named': { title: string }
    'version.signed': { title: string; version: number; personId: string }
  }
}

export const proposalsFacts = {
  'project.started': { keep: { years: 10 } },
  'project.changed': { keep: { years: 10 } },
  'project.priced': { keep: { years: 10 } },
  'project.shared': { keep: { years: 10 } },
  'project.frozen': { keep: { years: 10 } },
  'project.reopened': { keep: { years: 10 } },
  'project.submitted': { keep: { years: 10 } },
  'project.withdrawn': { keep: { years: 10 } },
  'version.accepted': { keep: { years: 10 } },
  'version.named': { keep: { years: 10 } },
  'version.signed': { keep: { years: 10 } },
} satisfies FactRules

export const projectPaths = ['joint-district', 'joint-city', 'individual'] as const
export type ProjectPath = (typeof projectPaths)[number]
export const projectStates = ['draft', 'agreeing', 'submitted', 'withdrawn', 'continued'] as const
export type ProjectState = (typeof projectStates)[number]
export const visibilities = ['shared', 'private'] as const
export type Visibility = (typeof visibilities)[number]

/** What the rules must know of a project. `authorIds` are those who have accepted, the lead among them. */
export type ProjectCase = {
  readonly state: ProjectState
  readonly path: ProjectPath
  readonly visibility: Visibility
  readonly leadId: string
  readonly territoryId: string
  /** Moderation has taken it out of sight: its authors alone see and mend it. */
  readonly hidden?: boolean
  /** Number of the newest frozen version; 0 while there is none. */
  readonly version: number
  readonly authorIds: readonly string[]
  readonly invitedIds: readonly string[]
  /** Who writes along without being an author. */
  readonly helperIds?: readonly string[]
}

export type Project = ProjectCase & {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly editionId: string
  readonly ideaId?: string
  readonly point?: { readonly lon: number; readonly lat: number }
  readonly total: Grosze
  /** Waits, and every author has accepted it. */
  readonly agreed: boolean
  readonly costsRevision: number
  readonly publicNo?: string
  readonly createdAt: Date
  readonly changedAt: Date
  readonly frozenAt?: Date
  readonly submittedAt?: Date
  readonly withdrawnAt?: Date
  readonly withdrawalReason?: string
}

export type Acceptance = { readonly personId: string; readonly at: Date; readonly how: 'own' | 'signature'; readonly recordedBy: string }
export type ProjectVersion = {
  readonly number: number
  readonly hash: string
  readonly snapshot: Snapshot
  readonly createdAt: Date
  readonly createdBy: string
  /** When it was handed in to the office; a version that was corrected before has no such moment. */
  readonly submittedAt?: Date | undefined
  readonly acceptances: readonly Acceptance[]
}

export const isAuthor = (actor: Actor, project: Pick<ProjectCase, 'authorIds'>): boolean => isSomebody(actor) && project.authorIds.includes(actor.id)
export const isLead = (actor: Actor, project: ProjectCase): boolean => isSomebody(actor) && project.leadId === actor.id
export const isHelper = (actor: Actor, project: Pick<ProjectCase, 'helperIds'>): boolean =>
  isSomebody(actor) && (project.helperIds ?? []).includes(actor.id)
const isInvited = (actor: Actor, project: ProjectCase) => isSomebody(actor) && project.invitedIds.includes(actor.id)

const isHouse = (actor: Actor) => actor === house

/** From a joint draft to a submitted project: a frozen version waits for all, any correction opens it again. */
export const drafting = procedure<ProjectState, Actor, ProjectCase>('draft')({
  freeze: { from: ['draft'], to: 'agreeing', allows: isLead },
  reopen: { from: ['agreeing'], to: 'draft', allows: isAuthor },
  submit: { from: ['agreeing'], to: 'submitted', allows: isLead },
  withdraw: { from: ['draft', 'agreeing', 'submitted'], to: 'withdrawn', allows: isLead },
  // joined with another draft or divided: the house takes the step once all authors have agreed, and it may come back
  goOn: { from: ['draft', 'agreeing'], to: 'continued', allows: isHouse },
  comeBack: { from: ['continued'], to: 'draft', allows: isHouse },
})

type PhaseWhy = 'phase-not-yet' | 'phase-over' | 'phase-unplanned'

/** Starting: somebody known, a path that this edition uses, and the time for drafts. */
export function mayStart(actor: Actor, asked: { pathOpen: boolean; phase: Verdict<PhaseWhy> }): Verdict<'sign-in' | 'path-closed' | PhaseWhy> {
  if (!isSomebody(actor)) return no('sign-in')
  return asked.pathOpen ? asked.phase : no('path-closed')
}

export const isPublic = (project: Pick<ProjectCase, 'visibility' | 'state' | 'hidden'>): boolean =>
  !project.hidden && (project.visibility === 'shared' || project.state === 'submitted')

/** A shared draft is open to all; a private one to its authors and to those who are asked to join. What was submitted is public. */
export function mayRead(actor: Actor, project: ProjectCase): boolean {
  if (isPublic(project)) return true
  return isAuthor(actor, project) || isHelper(actor, project) || isInvited(actor, project) || isLead(actor, project)
}

const open: readonly ProjectState[] = ['draft', 'agreeing']
/** Nothing of it is written any more; what goes on in another draft is closed like what was withdrawn. */
export const closedAs = ({ state }: Pick<ProjectCase, 'state'>): 'submitted' | 'withdrawn' | undefined =>
  state === 'submitted' ? state : state === 'withdrawn' || state === 'continued' ? 'withdrawn' : undefined

type EditWhy = 'sign-in' | 'not-author' | 'submitted' | 'withdrawn'

/** Correcting a frozen version is allowed too: it opens the draft again and all accept anew. */
export function mayEdit(actor: Actor, project: Pick<ProjectCase, 'state' | 'authorIds'>): Verdict<EditWhy> {
  const closed = closedAs(project)
  if (closed) return no(closed)
  if (!isSomebody(actor)) return no('sign-in')
  return isAuthor(actor, project) ? yes : no('not-author')
}

type Written = Pick<ProjectCase, 'state' | 'authorIds' | 'helperIds'>

/** Texts and costs are written by authors and helpers; a helper leaves alone what the authors are agreeing on. */
export function mayWrite(actor: Actor, project: Written): Verdict<EditWhy | 'waits'> {
  const editing = mayEdit(actor, project)
  if (editing.ok || editing.why !== 'not-author' || !isHelper(actor, project)) return editing
  return project.state === 'agreeing' ? no('waits') : yes
}

/** Writing letter by letter is for an open draft: a key pressed too late must not undo what all have accepted. */
export function mayWriteAlong(actor: Actor, project: Written): Verdict<EditWhy | 'waits'> {
  const editing = mayWrite(actor, project)
  return editing.ok && project.state === 'agreeing' ? no('waits') : editing
}

export function mayShare(actor: Actor, project: ProjectCase): Verdict<EditWhy | 'not-lead' | 'already-shared'> {
  const editing = mayEdit(actor, project)
  if (!editing.ok) return editing
  if (!isLead(actor, project)) return no('not-lead')
  return project.visibility === 'private' ? yes : no('already-shared')
}

export function mayFreeze(actor: Actor, project: ProjectCase, problems: number): Verdict<EditWhy | 'not-lead' | 'waits' | 'incomplete'> {
  const editing = mayEdit(actor, project)
  if (!editing.ok) return editing
  if (!isLead(actor, project)) return no('not-lead')
  if (project.state === 'agreeing') return no('waits')
  return problems === 0 ? yes : no('incomplete')
}

export function mayReopen(actor: Actor, project: ProjectCase): Verdict<EditWhy | 'not-waiting'> {
  const editing = mayEdit(actor, project)
  if (!editing.ok) return editing
  return project.state === 'agreeing' ? yes : no('not-waiting')
}

type AcceptWhy = EditWhy | 'not-waiting' | 'old-version' | 'already-accepted'

/** Accepting is for the authors of the version that waits now, once each. */
export function mayAccept(actor: Actor, project: ProjectCase, version: number, acceptedIds: readonly string[]): Verdict<AcceptWhy> {
  const editing = mayEdit(actor, project)
  if (!editing.ok) return editing
  return acceptable(project, version, actor.id, acceptedIds)
}

function acceptable(project: ProjectCase, version: number, personId: string, acceptedIds: readonly string[]) {
  if (version !== project.version) return no('old-version')
  if (project.state !== 'agreeing') return no('not-waiting')
  return acceptedIds.includes(personId) ? no('already-accepted') : yes
}

/** The office acts for people without e-mail, never where it is an author itself. */
export function mayHelp(actor: Actor, project: ProjectCase): Verdict<'not-staff' | 'own-matter'> {
  const helps = has(actor, 'clerk', { territoryId: project.territoryId }) || has(actor, 'ambassador', { territoryId: project.territoryId })
  if (!helps) return no('not-staff')
  return isAuthor(actor, project) || isInvited(actor, project) ? no('own-matter') : yes
}

/** The office that writes down a signature must find the project, private or not. */
export const mayFind = (actor: Actor, project: ProjectCase): boolean =>
  mayRead(actor, project) || (project.state === 'agreeing' && mayHelp(actor, project).ok)

/** Who has not agreed is the authors' own matter: others read names once the version is submitted, because then everybody stands there. */
export const maySeeWhoAccepted = (actor: Actor, project: ProjectCase, version: number): boolean =>
  isAuthor(actor, project) || mayHelp(actor, project).ok || (project.state === 'submitted' && version === project.version)

/** A signature on paper is recorded with the signed page, by the lead too; without the page by a clerk or an ambassador alone, for somebody without e-mail. */
export function mayRecordSignature(
  actor: Actor,
  project: ProjectCase,
  signature: { personId: string; hasEmail: boolean; scanned: boolean; version: number; acceptedIds: readonly string[] },
): Verdict<AcceptWhy | 'not-staff' | 'own-matter' | 'has-email' | 'page-missing'> {
  const leads = isLead(actor, project)
  const helping = leads ? yes : mayHelp(actor, project)
  if (!helping.ok) return helping
  const closed = closedAs(project)
  if (closed) return no(closed)
  if (!project.authorIds.includes(signature.personId)) return no('not-author')
  if (signature.personId === actor.id) return no('own-matter')
  if (!signature.scanned) {
    if (leads) return no('page-missing')
    if (signature.hasEmail) return no('has-email')
  }
  return acceptable(project, signature.version, signature.personId, signature.acceptedIds)
}

export type SubmitWhy = EditWhy | 'not-lead' | 'not-agreed' | 'waiting-for-others' | 'incomplete' | 'twin' | 'enough' | PhaseWhy

/** `barred`: the edition takes no project both as the city's and as a district's, and the other one is handed in. Submitting: the lead, everybody's acceptance of one version, nothing missing, and the time for it. */
export function maySubmit(
  actor: Actor,
  project: ProjectCase,
  asked: { acceptedIds: readonly string[]; problems: number; phase: Verdict<PhaseWhy>; barred?: boolean; full?: boolean },
): Verdict<SubmitWhy> {
  const editing = mayEdit(actor, project)
  if (!editing.ok) return editing
  if (!isLead(actor, project)) return no('not-lead')
  if (project.state === 'draft') return no('not-agreed')
  return allOf<SubmitWhy>(
    asked.problems === 0 ? yes : no('incomplete'),
    project.authorIds.every(id => asked.acceptedIds.includes(id)) ? yes : no('waiting-for-others'),
    asked.barred ? no('twin') : yes,
    // as many as the rules give one person
    asked.full ? no('enough') : yes,
    asked.phase,
  )
}

export function mayWithdraw(actor: Actor, project: ProjectCase): Verdict<'sign-in' | 'not-lead' | 'withdrawn'> {
  if (!isSomebody(actor)) return no('sign-in')
  if (!isLead(actor, project)) return no('not-lead')
  return open.includes(project.state) || project.state === 'submitted' ? yes : no('withdrawn')
}

/** Facts are public and for ever; a private draft is not, so its facts do not say its name. */
export const publicTitle = (project: Pick<ProjectCase, 'visibility' | 'state'> & { readonly title: string }): string =>
  project.visibility === 'shared' || project.state === 'submitted' ? project.title : ''

/** Which space a path belongs to; alone one may apply in both. */
export const fits = (path: ProjectPath, kind: 'city' | 'district' | 'estate' | 'custom'): boolean =>
  path === 'individual' ? kind === 'city' || kind === 'district' : path === 'joint-city' ? kind === 'city' : kind === 'district'

/** "BO.D13.7/20": district project 7 of the edition of 2020; "BO.OM.3/20": the third one for the whole city. */
export const publicNumber = (districtNumber: number | null, n: number, year: number): string =>
  `BO.${districtNumber === null ? 'OM' : `D${districtNumber}`}.${n}/${String(year % 100).padStart(2, '0')}`

/** Whoever in the office writes down paper forms; of which places, each form says. */
export const mayWriteDownForms = (actor: Actor): boolean => has(actor, 'clerk')
