import { z } from 'zod'
import { commentKinds, commentLimits } from '#modules/discussions/discussions.rules.ts'
import { behalfFields, keyField } from '#modules/people/office/behalf.actions.ts'

/** What the form of a comment sends, for oneself or for somebody without e-mail. */
export const commentSchema = z.object({
  key: keyField,
  kind: z.enum(commentKinds, 'kind-missing'),
  text: z.string('text-missing').min(commentLimits.min, 'text-short').max(commentLimits.max, 'text-long'),
  replyTo: z.string().max(60).optional(),
  asked: z.string().max(20).optional(),
  ...behalfFields,
})
