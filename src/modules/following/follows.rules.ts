import { type Actor, isSomebody, type Role } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    // whoever follows what is nobody else's business: neither fact says it
    'follow.started': Record<string, never>
    'follow.ended': Record<string, never>
  }
}
export const followsFacts = { 'follow.started': { keep: { years: 1 } }, 'follow.ended': { keep: { years: 1 } } } satisfies FactRules

export const followKinds = ['thing', 'place', 'role', 'theme', 'search'] as const
export type FollowKind = (typeof followKinds)[number]

/** What a follow is of: an id for a thing, a territory for a place, a role's holder for a role ("ambassador"), a theme's name, or words. */
export type Followed = {
  readonly kind: FollowKind
  /** Says the same for the same thing, whoever follows: one person follows it once. */
  readonly target: string
  readonly words: string | null
  readonly territoryId: string | null
}
/** `sinceSeq` is the last fact there was when the follow began: what came before is not its news. */
export type Follow = Followed & { readonly id: string; readonly personId: string; readonly createdAt: Date; readonly sinceSeq: number }

/** Roles whose holders people know by name and may follow. */
export const followedRoles = ['ambassador'] as const satisfies readonly Role[]

/** Matters that people ask about across districts. The words decide what belongs: no clerk has to mark anything. */
export const themes = {
  zielen: 'drzewo zieleń park skwer trawnik ogród krzew łąka kwiat nasadzenie',
  ruch: 'chodnik rower rowerowy przejście ścieżka ulica przystanek parking skrzyżowanie',
  'dzieci-i-sport': 'zabawa boisko sport sportowy dziecko szkoła siłownia rekreacja',
  kultura: 'biblioteka koncert kino warsztat kultura kulturalny muzyka książka świetlica',
  bezpieczenstwo: 'światło lampa oświetlenie bezpieczeństwo bezpieczny ciemny',
  dostepnosc: 'pochylnia schody winda wózek ławka senior dostępność toaleta próg',
} as const
export type Theme = keyof typeof themes
export const isTheme = (name: string): name is Theme => name in themes

export const ofThing = (id: string): Followed => ({ kind: 'thing', target: id, words: null, territoryId: null })
export const ofPlace = (territoryId: string): Followed => ({ kind: 'place', target: territoryId, words: null, territoryId })
export const ofRole = (role: (typeof followedRoles)[number], territoryId: string): Followed => ({
  kind: 'role',
  target: `${role}@${territoryId}`,
  words: null,
  territoryId,
})
export const ofTheme = (theme: Theme): Followed => ({ kind: 'theme', target: theme, words: themes[theme], territoryId: null })
/** The same words in another order or form are the same search; `lemmas` are their basic forms. */
export const ofSearch = (words: string, lemmas: readonly string[], territoryId: string | null): Followed => ({
  kind: 'search',
  target: `${[...new Set(lemmas)].sort().join(' ')}@${territoryId ?? ''}`,
  words,
  territoryId,
})
export const roleOf = ({ target }: Pick<Followed, 'target'>): Role => target.slice(0, target.indexOf('@')) as Role

export const limits = { most: 200, wordsMin: 3, wordsMax: 100 } as const

export type FollowWhy = 'sign-in' | 'too-many' | 'nothing-there' | 'words-short'
export function mayFollow(actor: Actor, already: number): Verdict<'sign-in' | 'too-many'> {
  if (!isSomebody(actor)) return no('sign-in')
  return already < limits.most ? yes : no('too-many')
}
export const mayEnd = (actor: Actor, follow: Pick<Follow, 'personId'>): Verdict<'not-yours'> =>
  isSomebody(actor) && actor.id === follow.personId ? yes : no('not-yours')

/** What happened, as far as a follow can see it. `words` are the basic forms of the thing's title and text. */
export type Happening = {
  readonly seq: number
  readonly subject: string
  readonly actorId: string
  readonly isNew: boolean
  readonly territoryId: string | undefined
  readonly words: ReadonlySet<string>
}
/** What a follow needs to know of the city: which areas lie in a place, who holds a role there, the basic forms of words. */
export type Known = {
  readonly areasOf: (territoryId: string) => ReadonlySet<string>
  readonly holders: (target: string) => ReadonlySet<string>
  readonly lemmas: (words: string) => readonly string[]
}

/** Whether what happened concerns what is followed. A theme and a search are told of what is new, not of each move afterwards. */
export function concerns(
  follow: Followed & Pick<Follow, 'sinceSeq'>,
  { seq, subject, actorId, isNew, territoryId, words }: Happening,
  known: Known,
): boolean {
  const inPlace = follow.territoryId === null || (territoryId !== undefined && known.areasOf(follow.territoryId).has(territoryId))
  if (seq <= follow.sinceSeq) return false
  if (follow.kind === 'thing') return subject === follow.target
  if (!inPlace) return false
  if (follow.kind === 'place') return true
  if (follow.kind === 'role') return known.holders(follow.target).has(actorId)
  const lemmas = known.lemmas(follow.words ?? '')
  if (!isNew || lemmas.length === 0) return false
  return follow.kind === 'theme' ? lemmas.some(lemma => words.has(lemma)) : lemmas.every(lemma => words.has(lemma))
}
