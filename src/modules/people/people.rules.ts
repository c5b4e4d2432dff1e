import { type Actor, type Grant, has, house, isSomebody, isStaff, type Role, type Scope } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Locale } from '#kit/texts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

export const mailWishes = ['each', 'daily', 'weekly', 'none'] as const
export type MailWish = (typeof mailWishes)[number]

/** What others see of a name: as it was typed, or the first name with the initial of the last. */
export const namesShown = ['whole', 'initial'] as const
export type NameShown = (typeof namesShown)[number]

export type Person = {
  readonly id: string
  /** The public name, chosen by the person; "[usunięto]" once erased. */
  readonly name: string
  /** As it was typed, where others see less of it by its bearer's choice; else the public name itself. */
  readonly wholeName: string
  readonly nameShown: NameShown
  readonly named: boolean
  readonly email: string | undefined
  readonly emailFails: boolean
  readonly phone: string | undefined
  readonly level: 0 | 1
  readonly districtId: string | undefined
  readonly locale: Locale
  readonly mailWish: MailWish
  /** Who entered a person that has no e-mail. */
  readonly enteredBy: string | undefined
  readonly createdAt: Date
  readonly version: number
  readonly erased: boolean
}

/** One line of a search: no more of a person than is needed to tell them from others. */
export type FoundPerson = {
  readonly id: string
  readonly name: string
  readonly level: 0 | 1
  readonly noEmail: boolean
  readonly roles: readonly Role[]
}

/** What stands where the name of an erased person stood. */
export const erasedName = '[usunięto]'

/** Ways in which a person becomes better known. The next ones (SMS, trusted profile) are rows here, each with a door of its own. */
const verificationMethods = [
  { id: 'mail', level: 0 },
  { id: 'entered', level: 0 },
  { id: 'address', level: 1 },
] as const satisfies readonly { id: string; level: Actor['level'] }[]
export type VerificationMethod = (typeof verificationMethods)[number]['id']
export const levelBy = (id: VerificationMethod): Actor['level'] => verificationMethods.find(method => method.id === id)?.level ?? 0

const nameLength = { min: 2, max: 60 } as const
/** A public name is one line, and neither an address nor the mark of an erased person. */
export const isPublicName = (typed: string): boolean =>
  typed.length >= nameLength.min && typed.length <= nameLength.max && !/[\n\r@<>[\]]/.test(typed) && /\p{L}/u.test(typed)

/** "Anna Maria Nowak-Wilk" -> "Anna N."; a name of one word has nothing to leave out. */
export function shownName(typed: string, shown: NameShown): string {
  const words = typed.trim().split(/\s+/)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  const [initial = ''] = last
  return shown === 'whole' || words.length < 2 ? typed : `${first} ${initial.toLocaleUpperCase('pl')}.`
}

export const normalEmail = (typed: string): string => typed.trim().toLowerCase()
/** "+48 600-100-200" -> "+48600100200"; undefined when it cannot be a telephone number. */
export function normalPhone(typed: string): string | undefined {
  const bare = typed.replace(/[\s().-]/g, '').replace(/^00/, '+')
  const full = /^\d{9}$/.test(bare) ? `+48${bare}` : bare
  return /^\+\d{8,15}$/.test(full) ? full : undefined
}

/** Roles that are given; everybody signed in is a resident without being given anything. */
export const grantableRoles = ['ambassador', 'moderator', 'coordinator', 'clerk', 'unit-head', 'unit-expert', 'editor', 'auditor'] as const
const needsUnit = (role: Role): boolean => role === 'unit-head' || role === 'unit-expert'

export type KeptGrant = Grant & { readonly id: string; readonly personId: string; readonly since: Date; readonly until: Date | undefined }
export type GrantWhy = 'not-coordinator' | 'own-matter' | 'wider-than-yours' | 'unit-missing'

/** A coordinator gives and takes roles, within the scope of their own, and never in a matter of their own. */
export function mayGrant(actor: Actor, personId: string, grant?: Grant): Verdict<GrantWhy> {
  const verdict = mayEndGrant(actor, personId, grant)
  if (!verdict.ok) return verdict
  return grant && needsUnit(grant.role) && grant.unitId === undefined ? no('unit-missing') : yes
}
export function mayEndGrant(actor: Actor, personId: string, grant?: Grant): Verdict<GrantWhy> {
  if (actor.id === house.id) return yes
  if (!has(actor, 'coordinator')) return no('not-coordinator')
  if (actor.id === personId) return no('own-matter')
  return grant && !actor.grants.some(own => own.role === 'coordinator' && isWithin(grant, own)) ? no('wider-than-yours') : yes
}
const isWithin = (inner: Scope, outer: Scope) =>
  (['editionId', 'territoryId', 'unitId'] as const).every(key => outer[key] === undefined || outer[key] === inner[key])

/** A clerk anywhere, an ambassador at a meeting: both may write down somebody who has no e-mail. */
export const mayEnterPerson = (actor: Actor): Verdict<'not-clerk'> =>
  actor.id === house.id || has(actor, 'clerk') || has(actor, 'ambassador') ? yes : no('not-clerk')
export const maySeePeople = (actor: Actor): Verdict<'not-clerk'> => (has(actor, 'clerk') ? yes : no('not-clerk'))
/** The page of one person: for clerks, for auditors, and for whoever entered them. */
export const maySeePerson = (actor: Actor, person: Person): Verdict<'not-clerk'> =>
  maySeePeople(actor).ok || has(actor, 'auditor') || (person.enteredBy === actor.id && mayEnterPerson(actor).ok) ? yes : no('not-clerk')
/** A code is handed to the person it belongs to, so it is made for people entered by the office and not yet grown into an account. */
export function mayMakeTakeoverCode(actor: Actor, person: Person): Verdict<'not-clerk' | 'own-matter' | 'has-email' | 'erased'> {
  if (!has(actor, 'clerk') && !(person.enteredBy === actor.id && mayEnterPerson(actor).ok)) return no('not-clerk')
  if (actor.id === person.id) return no('own-matter')
  if (person.erased) return no('erased')
  return person.email === undefined ? yes : no('has-email')
}
export const mayKeepProfile = (actor: Actor, personId: string): Verdict<'not-yours'> =>
  isSomebody(actor) && actor.id === personId ? yes : no('not-yours')
/** Whoever holds an office hands it back first; then everybody may go, at any time. */
export function mayErase(actor: Actor, personId: string): Verdict<'not-yours' | 'staff'> {
  if (!mayKeepProfile(actor, personId).ok) return no('not-yours')
  return isStaff(actor) ? no('staff') : yes
}
/** Somebody without e-mail asks a clerk to do it for them. */
export function mayEraseFor(actor: Actor, person: Person): Verdict<'not-clerk' | 'own-matter' | 'has-email' | 'erased'> {
  if (!has(actor, 'clerk')) return no('not-clerk')
  if (actor.id === person.id) return no('own-matter')
  if (person.erased) return no('erased')
  return person.email === undefined ? yes : no('has-email')
}
/** Passkeys are for those whose account opens the office. */
export const mayHavePasskeys = (actor: Actor): Verdict<'not-staff'> => (isStaff(actor) ? yes : no('not-staff'))

/** Nobody's work needs the data of more people than this within an hour without somebody else knowing of it. */
export const viewingAlarm = { persons: 50, hours: 1, shownDays: 14 } as const
export const isMassViewing = (persons: number): boolean => persons > viewingAlarm.persons
/** Who is told of it: never whoever looked. */
export const mayHearAlarm = (actor: Actor, viewerId: string): boolean => (has(actor, 'coordinator') || has(actor, 'auditor')) && actor.id !== viewerId

declare module '#kit/facts.ts' {
  interface Facts {
    'person.invited': Record<string, never>
    'person.joined': Record<string, never>
    'person.entered': Record<string, never>
    'profile.changed': Record<string, never>
    'person.viewed': Record<string, never>
    /** Its subject is whoever looked. */
    'viewing.alarmed': { persons: number }
    'person.told': Record<string, never>
    'person.taken-over': Record<string, never>
    'person.united': Record<string, never>
    'person.erased': Record<string, never>
    'takeover-code.made': Record<string, never>
    'address.declared': Record<string, never>
    'address.removed': Record<string, never>
    'email.changed': Record<string, never>
    'email.failed': Record<string, never>
    'role.granted': { role: Role; editionId?: string; territoryId?: string; unitId?: string; until?: string }
    'role.ended': { role: Role }
    'passkey.added': Record<string, never>
    'passkey.removed': Record<string, never>
    'own-data.exported': Record<string, never>
  }
}
export const peopleFacts = {
  'person.invited': { keep: { years: 1 } },
  'person.joined': { keep: { years: 5 } },
  'person.entered': { keep: { years: 5 } },
  'profile.changed': { keep: { years: 1 } },
  'person.viewed': { keep: { years: 2 } },
  'viewing.alarmed': { keep: { years: 2 } },
  'person.told': { keep: { years: 1 } },
  'person.taken-over': { keep: { years: 5 } },
  'person.united': { keep: { years: 5 } },
  'person.erased': { keep: { years: 10 } },
  'takeover-code.made': { keep: { years: 1 } },
  'address.declared': { keep: { years: 5 } },
  'address.removed': { keep: { years: 5 } },
  'email.changed': { keep: { years: 2 } },
  'email.failed': { keep: { years: 1 } },
  'role.granted': { keep: { years: 10 } },
  'role.ended': { keep: { years: 10 } },
  'passkey.added': { keep: { years: 2 } },
  'passkey.removed': { keep: { years: 2 } },
  'own-data.exported': { keep: { years: 1 } },
} satisfies FactRules
