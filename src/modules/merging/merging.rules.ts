import { type Actor, house, isSomebody } from '#kit/actor.ts'
import type { Day } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'merging.proposed': { title: string }
    'merging.rewritten': { title: string }
    'merging.consented': { title: string }
    'merging.agreed': { title: string; kind: MergingKind; results: readonly string[] }
    'merging.refused': { title: string }
    'merging.lapsed': { title: string }
    'merging.withdrawn': { title: string }
    'merging.reminded': { title: string }
    'merging.undone': { title: string; kind: MergingKind }
  }
}
export const mergingFacts = {
  'merging.proposed': { keep: { years: 6 } },
  'merging.rewritten': { keep: { years: 2 } },
  'merging.consented': { keep: { years: 2 } },
  'merging.agreed': { keep: { years: 10 } },
  'merging.refused': { keep: { years: 2 } },
  'merging.lapsed': { keep: { years: 2 } },
  'merging.withdrawn': { keep: { years: 2 } },
  'merging.reminded': { keep: { years: 1 } },
  'merging.undone': { keep: { years: 10 } },
} satisfies FactRules

export const mergingKinds = ['join', 'split'] as const
export type MergingKind = (typeof mergingKinds)[number]
export const mergingStates = ['proposed', 'agreed', 'refused', 'lapsed', 'withdrawn', 'undone'] as const
export type MergingState = (typeof mergingStates)[number]
export const ways = ['left', 'right', 'both', 'own'] as const
export type Way = (typeof ways)[number]
export const following = ['both', 'first', 'second'] as const
export type Following = (typeof following)[number]

/** How a section comes about: of a join from the left, the right, both one after the other, or in own words; of a split into the first, the second, both, or in own words for each. */
export type Choice = { readonly way: Way; readonly own: readonly string[] }
export type Choices = Readonly<Record<string, Choice>>
export type Texts = Readonly<Record<string, string>>

export const answerDays = [7, 14, 30] as const
/** Days before the last one on which whoever has not answered is reminded. */
export const reminderDays = 3
export const wordLimits = { wordsMin: 10, wordsMax: 1000, reasonMin: 10, reasonMax: 500 } as const

/** One idea or draft that may be joined with another one, or divided, with what the rules must know of it. */
export type Side = {
  readonly id: string
  readonly kind: 'idea' | 'project'
  readonly title: string
  readonly texts: Texts
  readonly editionId: string
  readonly territoryId: string
  readonly authorIds: readonly string[]
  /** It may be joined now; or why not. */
  readonly open: Verdict<'ended' | 'has-draft' | 'private' | 'agreeing'>
  readonly submitted: boolean
}
export type Answer = { readonly personId: string; readonly answer: 'yes' | 'no'; readonly follows: Following; readonly reason: string }
export type Merging = {
  readonly id: string
  readonly kind: MergingKind
  readonly state: MergingState
  readonly sourceIds: readonly string[]
  readonly resultIds: readonly string[]
  readonly title: string
  readonly words: string
  readonly choices: Choices
  /** Digest of the originals' texts as they were when the choices were made. */
  readonly seen: string
  readonly revision: number
  readonly proposedBy: string
  readonly answerBy: Day
  readonly createdAt: Date
  readonly endedAt: Date | null
  readonly reason: string | null
  readonly answers: readonly Answer[]
}
/** With those whose consent it needs: the authors of all originals; once it is done, the authors of what came of it too. */
export type MergingCase = Pick<Merging, 'state' | 'proposedBy'> & { readonly authorIds: readonly string[] }

const isOneOfAuthors = (actor: Actor, { authorIds }: MergingCase) => isSomebody(actor) && authorIds.includes(actor.id)
const isProposer = (actor: Actor, { proposedBy }: MergingCase) => isSomebody(actor) && actor.id === proposedBy

/** All authors answer by a day. One "no" ends it, silence is no consent, and any author may undo it until submission. */
export const consenting = procedure<MergingState, Actor, MergingCase>('proposed')({
  agree: { from: ['proposed'], to: 'agreed', allows: isOneOfAuthors },
  refuse: { from: ['proposed'], to: 'refused', allows: isOneOfAuthors },
  lapse: { from: ['proposed'], to: 'lapsed', allows: actor => actor === house },
  withdraw: { from: ['proposed'], to: 'withdrawn', allows: isProposer },
  undo: { from: ['agreed'], to: 'undone', allows: isOneOfAuthors },
})

export type ProposeWhy = 'sign-in' | 'same' | 'other-kind' | 'other-edition' | 'waits-already' | 'ended' | 'has-draft' | 'private' | 'agreeing'

/** Anybody may propose to join two of one kind and edition, or to divide one; the authors decide. `waiting`: one of them is asked about already. */
export function mayPropose(actor: Actor, sides: readonly Side[], waiting: boolean): Verdict<ProposeWhy> {
  const [first, second = first] = sides
  if (!isSomebody(actor)) return no('sign-in')
  if (!first || !second || (sides.length === 2 && first.id === second.id)) return no('same')
  if (first.kind !== second.kind) return no('other-kind')
  if (first.editionId !== second.editionId) return no('other-edition')
  const shut = sides.find(side => !side.open.ok)?.open
  if (shut && !shut.ok) return shut
  return waiting ? no('waits-already') : yes
}

export type AnswerWhy = 'not-yours' | 'wrong-state' | 'too-late' | 'old-text'
/** `today` in Warsaw; the last day counts whole. */
export function mayAnswer(actor: Actor, merging: MergingCase & Pick<Merging, 'answerBy'>, today: Day): Verdict<AnswerWhy> {
  const step = consenting.may(actor, 'agree', merging)
  if (!step.ok) return step
  return today > merging.answerBy ? no('too-late') : yes
}

export type UndoWhy = 'not-yours' | 'wrong-state' | 'submitted' | 'gone-on'
/** Until submission: neither what came of it nor a draft that grew from it has been handed in, and it has not gone on in yet another one. */
export function mayUndo(actor: Actor, merging: MergingCase, results: readonly Pick<Side, 'submitted' | 'open'>[]): Verdict<UndoWhy> {
  const step = consenting.may(actor, 'undo', merging)
  if (!step.ok) return step
  if (results.some(side => side.submitted)) return no('submitted')
  return results.some(side => !side.open.ok && side.open.why === 'ended') ? no('gone-on') : yes
}

export const hasConsentOfAll = (merging: Pick<Merging, 'answers'>, authorIds: readonly string[]): boolean =>
  authorIds.length > 0 && authorIds.every(id => merging.answers.some(({ personId, answer }) => personId === id && answer === 'yes'))

/** The texts that the choices make of the originals: one set for a join, two for a split. */
export function textsOf(kind: MergingKind, originals: readonly Texts[], choices: Choices): Texts[] {
  const sections = Object.keys(originals[0] ?? {})
  const make = (which: 0 | 1) => Object.fromEntries(sections.map(section => [section, textOf(kind, which, section, originals, choices[section])]))
  return kind === 'join' ? [make(0)] : [make(0), make(1)]
}

function textOf(
  kind: MergingKind,
  which: 0 | 1,
  section: string,
  originals: readonly Texts[],
  { way, own }: Choice = { way: 'both', own: [] },
): string {
  const [left = '', right = ''] = originals.map(texts => texts[section] ?? '')
  if (way === 'own') return own[which] ?? ''
  if (kind === 'split') return way === 'both' || (way === 'left') === (which === 0) ? left : ''
  if (way === 'both') return [left, right].filter((text, i, all) => text !== '' && all.indexOf(text) === i).join('\n\n')
  return way === 'left' ? left : right
}

/** What a form begins with: of a join nothing that somebody wrote is left out; one name cannot be two. */
export function wayOffered(kind: MergingKind, section: string, originals: readonly Texts[], offered: readonly Way[]): Way {
  const [left = '', right = ''] = originals.map(texts => texts[section] ?? '')
  const way = kind === 'split' || right === '' || left === right ? 'left' : left === '' ? 'right' : 'both'
  return offered.includes(way) ? way : (offered[0] ?? 'own')
}

/** Who writes each result: of a join everybody; of a split whoever follows it, and everybody where nobody does. */
export function authorsOfResults(kind: MergingKind, authorIds: readonly string[], answers: readonly Answer[]): string[][] {
  if (kind === 'join') return [[...authorIds]]
  return (['first', 'second'] as const).map(which => {
    const staying = authorIds.filter(id => answers.every(({ personId, follows }) => personId !== id || follows === 'both' || follows === which))
    return staying.length > 0 ? staying : [...authorIds]
  })
}

/** Names of the fields of a section's choice. */
export const wayName = (section: string): string => `wybor-${section}`
export const ownName = (section: string, which: number): string => `wlasne${which + 1}-${section}`
