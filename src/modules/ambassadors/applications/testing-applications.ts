import { newId } from '#kit/ids.ts'
import { type Content, emptyContent, statements } from '#modules/ambassadors/applications/applications.rules.ts'
import { openCall } from '#modules/ambassadors/applications/calls.actions.ts'
import type { CallText } from '#modules/ambassadors/applications/calls.rules.ts'
import type { Ctx } from '#platform/context.ts'

/** For tests: a whole application but for its area, and a call without questions. */
export const wholeContent: Content = {
  ...emptyContent,
  name: 'Olga Jeleń',
  ofAge: true,
  forms: ['citizens-budget'],
  experience: 'Festyn sąsiedzki.',
  motivation: 'Lubię swoją okolicę.',
  availability: 'wtorki po 17',
  statements,
}
export const callText: CallText = {
  from: '2026-03-01',
  to: '2026-03-20',
  minAge: 18,
  statute: 'Ambasador zaprasza sąsiadów do rozmowy.',
  statuteEn: '',
  questions: [],
}
export async function aCall(ctx: Ctx, editionId: string, text: Partial<CallText> = {}): Promise<string> {
  const opened = await openCall(ctx, { ...callText, ...text, key: newId('key'), editionId })
  if (!opened.ok) throw new Error(opened.why)
  return opened.id
}
/** One page that a scanner sends. */
export const aScan = (): File => new File(['%PDF-1.4\n%%EOF\n'], 'skan.pdf', { type: 'application/pdf' })
