import type { FactRules } from '#kit/facts.ts'
import type { AdviceVerdict } from '#modules/consultation/advice.rules.ts'

type About = { title: string; unit: string; adviceId: string }
declare module '#kit/facts.ts' {
  interface Facts {
    'advice.asked': About
    'advice.queued': About
    'advice.admitted': About
    'advice.assigned': About
    'advice.returned': { title: string; from: string; to: string; adviceId: string }
    'advice.joined': About
    'advice.dropped': About
    'advice.withdrawn': About
    'advice.asked-back': About
    'advice.replied': About
    'advice.drafted': About
    'advice.rejected': About
    'advice.contributed': About
    'advice.answered': About & { overall: AdviceVerdict }
    'advice.noted': { unit: string }
    'advice.reminded': About
    'advice.escalated': About & { to: 'head' | 'coordinator' }
    'desk.changed': { unit: string }
    'deputy.named': { unit: string }
    'deputy.ended': { unit: string }
  }
}
const long = { keep: { years: 10 } } as const

export const adviceFacts = {
  'advice.asked': long,
  'advice.queued': long,
  'advice.admitted': long,
  'advice.assigned': long,
  'advice.returned': long,
  'advice.joined': long,
  'advice.dropped': long,
  'advice.withdrawn': long,
  'advice.asked-back': long,
  'advice.replied': long,
  'advice.drafted': long,
  'advice.rejected': long,
  'advice.contributed': long,
  'advice.answered': long,
  'advice.noted': { keep: { years: 3 } },
  'advice.reminded': { keep: { years: 3 } },
  'advice.escalated': { keep: { years: 3 } },
  'desk.changed': long,
  'deputy.named': { keep: { years: 3 } },
  'deputy.ended': { keep: { years: 3 } },
} satisfies FactRules
