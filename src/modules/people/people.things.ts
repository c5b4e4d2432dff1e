import { has } from '#kit/actor.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { listAlarms } from '#modules/people/office/viewing.store.ts'
import { mayHearAlarm } from '#modules/people/people.rules.ts'
import { peopleTextsEn } from '#modules/people/people.texts.en.ts'
import { peopleTexts } from '#modules/people/people.texts.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'

const texts = { pl: peopleTexts, en: peopleTextsEn }

/** Somebody has looked at the data of very many people: whoever answers for it is told. */
export async function peopleMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  if (!mayHearAlarm(ctx.actor, '')) return []
  const alarms = await listAlarms(ctx)
  return alarms
    .filter(({ viewerId }) => mayHearAlarm(ctx.actor, viewerId))
    .map(({ viewerId, name, persons }) => ({
      id: viewerId,
      title: name,
      note: texts[ctx.locale].alarm(persons),
      path: has(ctx.actor, 'coordinator') ? url(paths.person, { id: viewerId }) : paths.register,
    }))
}
