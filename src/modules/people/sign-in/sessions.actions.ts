import { endSession, endSessionsOf } from '#modules/people/sign-in/sessions.store.ts'
import type { Ctx } from '#platform/context.ts'

/** Sessions are nobody's business but their owner's, so they leave no fact. */
export const endOwnSession = (ctx: Ctx, sessionId: string): Promise<void> => endSession(ctx, ctx.actor.id, sessionId)
export const endOwnSessions = (ctx: Ctx): Promise<number> => endSessionsOf(ctx, ctx.actor.id)
