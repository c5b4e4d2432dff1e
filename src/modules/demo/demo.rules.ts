import type { FactRules } from '#kit/facts.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'clock.moved': { to: string }
    'clock.reset': Record<string, never>
  }
}
export const demoFacts = {
  'clock.moved': { keep: { days: 30 } },
  'clock.reset': { keep: { days: 30 } },
} satisfies FactRules

/** The first minutes of a newcomer: who they become, where they stand, and whether the clock must have reached a phase. */
export type TourStep = { readonly key: 'need' | 'draft' | 'advice' | 'submission'; readonly as: string; readonly phase?: 'submission' }
export const tour: readonly TourStep[] = [
  { key: 'need', as: 'olga' },
  { key: 'draft', as: 'marta' },
  { key: 'advice', as: 'irena' },
  { key: 'submission', as: 'marta', phase: 'submission' },
]

/** A moved clock only runs forward; the way back is the reset. */
export const isForward = (now: Date, to: Date): boolean => to.getTime() > now.getTime()
