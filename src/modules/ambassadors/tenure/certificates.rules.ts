import { type Actor, has } from '#kit/actor.ts'
import type { Day } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { Term } from '#modules/ambassadors/tenure/terms.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'certificate.issued': { number: string; hours: number; meetings: number }
    'certificate.name-shown': { number: string; shown: boolean }
  }
}
export const certificatesFacts = {
  'certificate.issued': { keep: { years: 6 } },
  'certificate.name-shown': { keep: { years: 6 } },
} satisfies FactRules

/** What an ambassador takes away; anybody who has the number may check it. */
export type Certificate = {
  readonly number: string
  readonly termId: string
  readonly personId: string
  /** The name stands on the public page only if its person says so. */
  readonly showsName: boolean
  readonly from: Day
  readonly until: Day
  readonly hours: number
  readonly meetings: number
  readonly issuedAt: Date
}

/** C-2026-7-K3QX: the last letters are random, so a number cannot be guessed from another. */
export const certificateNo = (ordinal: number, year: number, letters: string): string => `C-${year}-${ordinal}-${letters}`

export type CertificateWhy = 'not-yours' | 'wrong-state' | 'issued'
export function mayCertify(actor: Actor, term: Pick<Term, 'state' | 'personId' | 'editionId'>, issued: boolean): Verdict<CertificateWhy> {
  if (actor.id === term.personId || !has(actor, 'coordinator', { editionId: term.editionId })) return no('not-yours')
  if (term.state !== 'finished') return no('wrong-state')
  return issued ? no('issued') : yes
}
export const mayShowName = (actor: Actor, certificate: Pick<Certificate, 'personId'>): Verdict<'not-yours'> =>
  actor.id !== '' && actor.id === certificate.personId ? yes : no('not-yours')
export const mayPrintCertificate = (actor: Actor, certificate: Pick<Certificate, 'personId'>): Verdict<'not-yours'> =>
  (actor.id !== '' && actor.id === certificate.personId) || has(actor, 'coordinator') ? yes : no('not-yours')

/** What happened in a term, counted by those who know: meetings and people by the module of meetings, the rest here. */
export type ReportFigures = {
  readonly trained: 'session' | 'course' | undefined
  readonly requests: number
  readonly granted: number
  readonly practices: number
  readonly messages: number
  readonly replies: number
  readonly meetings?: number | undefined
  readonly people?: number | undefined
  readonly voices?: number | undefined
}
export const figureNames = ['meetings', 'people', 'voices', 'messages', 'replies', 'requests', 'granted', 'practices'] as const
export type FigureName = (typeof figureNames)[number]
/** The figures that are known, in the order in which they are read. */
export const reportRows = (figures: ReportFigures): readonly { readonly name: FigureName; readonly n: number }[] =>
  figureNames.flatMap(name => {
    const n = figures[name]
    return n === undefined ? [] : [{ name, n }]
  })
