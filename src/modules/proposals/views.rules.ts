import type { Openness } from '#modules/programme/calendar.rules.ts'
import type { Pool } from '#modules/programme/programme.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import type { mayInvite, mayLeave, ProjectAuthor } from '#modules/proposals/authors/authors.rules.ts'
import type { JoinRequest, mayAsk } from '#modules/proposals/authors/requests.rules.ts'
import type { Compared } from '#modules/proposals/cost/unit-prices.rules.ts'
import type { CostLine, Limits, Problem, SectionName, Sections } from '#modules/proposals/drafting/drafting.rules.ts'
import type {
  mayAccept,
  mayEdit,
  mayFreeze,
  mayHelp,
  mayReopen,
  mayShare,
  maySubmit,
  mayWithdraw,
  mayWrite,
  Project,
  ProjectVersion,
} from '#modules/proposals/proposals.rules.ts'
import type { Twin } from '#modules/proposals/twins/twins.rules.ts'

export type NamedAuthor = ProjectAuthor & {
  readonly name: string
  readonly hasEmail: boolean
  /** Has accepted the newest version. */
  readonly accepted: boolean
  readonly signed: boolean
}

/** All that a page about one project needs, with the answers to what this person may do. */
export type ProjectView = {
  readonly project: Project
  readonly territory: Territory
  readonly sections: Sections
  readonly costs: readonly CostLine[]
  /** What units said of the costs, the newest first. */
  readonly unitPrices: readonly Compared[]
  readonly limits: Limits
  readonly pool?: Pool
  readonly problems: readonly Problem[]
  /** The same content as the city's and as a district's, and whether the edition forbids to hand in both. */
  readonly twin?: (Twin & { readonly forbidden: boolean }) | undefined
  /** Accepted and invited, the lead first. */
  readonly authors: readonly NamedAuthor[]
  /** Who writes along without being an author. */
  readonly helpers: readonly NamedAuthor[]
  /** This person's own place: accepted, invited or helping. */
  readonly own?: NamedAuthor
  /** This person's request to join, while it waits. */
  readonly ownRequest?: JoinRequest
  readonly version?: ProjectVersion
  readonly submission: Openness
  readonly may: {
    readonly edit: ReturnType<typeof mayEdit>
    readonly write: ReturnType<typeof mayWrite>
    readonly share: ReturnType<typeof mayShare>
    readonly freeze: ReturnType<typeof mayFreeze>
    readonly reopen: ReturnType<typeof mayReopen>
    readonly accept: ReturnType<typeof mayAccept>
    readonly submit: ReturnType<typeof maySubmit>
    readonly withdraw: ReturnType<typeof mayWithdraw>
    readonly invite: ReturnType<typeof mayInvite>
    readonly help: ReturnType<typeof mayHelp>
    readonly leave: ReturnType<typeof mayLeave>
    /** As a helper, and of a helper as an author: what is refused there is refused everywhere. */
    readonly ask: ReturnType<typeof mayAsk>
  }
}

export const waitingAuthors = (view: Pick<ProjectView, 'authors'>): readonly NamedAuthor[] =>
  view.authors.filter(author => author.state === 'accepted' && !author.accepted)

/** Polish in addresses, English in the code. */
export const slugs = {
  title: 'tytul',
  summary: 'streszczenie',
  description: 'opis',
  place: 'miejsce',
  reasons: 'uzasadnienie',
  beneficiaries: 'odbiorcy',
} as const satisfies Record<SectionName, string>
export const sectionOfSlug = (slug: string): SectionName | undefined => (Object.keys(slugs) as SectionName[]).find(name => slugs[name] === slug)
