import { has } from '#kit/actor.ts'
import { dayOf } from '#kit/dates.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { listOwnUnfinished, listUndecided } from '#modules/ambassadors/applications/applicants.store.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import { mayRunCalls } from '#modules/ambassadors/applications/calls.rules.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'

const texts = { pl: applicationsTexts, en: applicationsTextsEn }

/** To the applicant: finish, or complete until a day. To the coordinator: one row with how many wait for a decision. */
export async function applicationMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  const { matters: t } = texts[ctx.locale]
  const own = (await listOwnUnfinished(ctx)).map(({ id, state, dueOn, until }) => ({
    id,
    ...(state === 'draft' ? t.goOn : t.complete),
    path: url(paths.ambassadorApplication, { id }),
    dueOn: state === 'draft' ? until : (dueOn ?? undefined),
  }))
  const waiting = has(ctx.actor, 'coordinator') ? await listUndecided(ctx) : []
  const mine = waiting.filter(call => mayRunCalls(ctx.actor, call.editionId).ok)
  const decide = mine.map(({ callId, n }) => ({
    id: callId,
    title: t.decide.title,
    note: t.decide.note(n),
    path: url(paths.officeApplications, { id: callId }, { stan: 'to-decide' }),
  }))
  return [...own.filter(({ dueOn }) => dueOn === undefined || dueOn >= dayOf(ctx.now)), ...decide]
}
