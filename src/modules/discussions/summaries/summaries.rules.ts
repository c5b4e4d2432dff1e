import { type Actor, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { Comment } from '#modules/discussions/discussions.rules.ts'
import { mayHost, type Talk } from '#modules/discussions/talks.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'summary.published': { title: string; version: number }
    'summary.agreed': { title: string; version: number }
    'summary.objected': { title: string; version: number }
  }
}
export const summariesFacts = {
  'summary.published': { keep: { years: 10 } },
  'summary.agreed': { keep: { years: 2 } },
  'summary.objected': { keep: { years: 2 } },
} satisfies FactRules

/** What has been agreed so far: each sentence leans on what somebody said. A version is never changed, the next one is added. */
export type Sentence = { readonly text: string; readonly cites: readonly string[] }
export type Summary = {
  readonly id: string
  readonly talkId: string
  readonly version: number
  readonly sentences: readonly Sentence[]
  readonly byId: string
  readonly at: Date
}
export type SummaryView = {
  readonly summaryId: string
  readonly personId: string
  readonly agrees: boolean
  readonly reason: string
  readonly at: Date
}

export const summaryLimits = { sentenceMax: 400, sentences: 12, reasonMin: 10, reasonMax: 500 } as const
export const asText = (sentences: readonly Sentence[]): string => sentences.map(({ text }) => text).join('\n')

/** Sentences as typed: a text and the numbers of the contributions it leans on ("3, 7"). */
export type TypedSentence = { readonly text: string; readonly numbers: string }
export type ReadSentences =
  | { readonly ok: true; readonly sentences: readonly Sentence[] }
  | { readonly ok: false; readonly row: number; readonly why: 'cites-missing' | 'cites-wrong' | 'sentence-long' | 'sentences-missing' }

/** Numbers count contributions from the oldest, which keeps them as they are while new ones come. */
export function readSentences(rows: readonly TypedSentence[], comments: readonly Pick<Comment, 'id'>[]): ReadSentences {
  const sentences: Sentence[] = []
  for (const [row, { text, numbers }] of rows.entries()) {
    if (text.trim() === '') continue
    if (text.length > summaryLimits.sentenceMax) return { ok: false, row, why: 'sentence-long' }
    const typed = numbers.split(/[\s,;]+/).filter(Boolean)
    if (typed.length === 0) return { ok: false, row, why: 'cites-missing' }
    const cites = typed.map(number => (/^\d{1,4}$/.test(number) ? comments[Number(number) - 1]?.id : undefined))
    if (cites.includes(undefined)) return { ok: false, row, why: 'cites-wrong' }
    sentences.push({ text: text.trim(), cites: [...new Set(cites as string[])] })
  }
  return sentences.length === 0 ? { ok: false, row: 0, why: 'sentences-missing' } : { ok: true, sentences }
}

/** Whoever hosts sums up, but never what they co-author: neither their own words nor what was said about a thing of theirs. */
export function maySummarise(
  actor: Actor,
  talk: Talk,
  cited: readonly { readonly authorIds: readonly string[] }[] = [],
): Verdict<'not-host' | 'co-author' | 'joined'> {
  if (talk.state === 'joined') return no('joined')
  return mayHost(
    actor,
    talk,
    cited.flatMap(({ authorIds }) => authorIds),
  )
}

export function mayView(actor: Actor, summary: Summary, newest: number): Verdict<'sign-in' | 'own-summary' | 'newer-summary'> {
  if (!isSomebody(actor)) return no('sign-in')
  if (summary.byId === actor.id) return no('own-summary')
  return summary.version === newest ? yes : no('newer-summary')
}
