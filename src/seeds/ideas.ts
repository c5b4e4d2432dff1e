import { readFileSync } from 'node:fs'
import type { CommentKind } from '#modules/discussions/discussions.rules.ts'
import type { CastKey } from '#seeds/cast.ts'

/** What the people of the demo world say. Invented, in everyday Polish; titles are what journeys and screenshots know. */
export type SaidComment = {
  readonly who: CastKey
  readonly kind: CommentKind
  readonly text: string
  readonly answer?: { readonly who: CastKey; readonly text: string }
}
type Said = {
  readonly name: string
  readonly where: number | 'city'
  readonly title: string
  readonly text: string
  readonly place?: string
  readonly point?: { readonly lon: number; readonly lat: number }
  readonly who: CastKey
  readonly days: number
  readonly backed: number
  readonly talk?: readonly SaidComment[]
}
export type SaidNeed = Said & { readonly heard?: 'phone' | 'office' | 'paper' | 'meeting'; readonly closed?: string }
export type SaidIdea = Said & { readonly needs?: readonly string[]; readonly dropped?: string }

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
export const needs = read('./needs.json') as readonly SaidNeed[]
export const ideas = read('./ideas.json') as readonly SaidIdea[]
