import { addDays, dayOf } from '#kit/dates.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { type MeetingMatter, meetingMatters } from '#modules/meetings/matters.store.ts'
import { mattersTextsEn } from '#modules/meetings/matters.texts.en.ts'
import { mattersTexts } from '#modules/meetings/matters.texts.ts'
import { isPublicMeeting } from '#modules/meetings/meetings.rules.ts'
import { listMeetingsById } from '#modules/meetings/meetings.store.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import type { ThingKind } from '#platform/things.ts'

export const meetingsThings: readonly ThingKind[] = [
  {
    prefix: 'meeting',
    find: async (ctx, ids) =>
      (await listMeetingsById(ctx, ids)).map(meeting => ({
        id: meeting.id,
        title: meeting.title,
        path: url(paths.meeting, { id: meeting.id }),
        territoryId: meeting.territoryId,
        authorIds: meeting.hostIds,
        isPublic: isPublicMeeting(meeting),
      })),
  },
]

const texts = { pl: mattersTexts, en: mattersTextsEn }
/** Paper with names does not lie about: a week after the meeting it should be gone. */
const daysForPaper = 7

function rowOf(one: MeetingMatter, { locale }: Ctx): WaitingMatter {
  const t = texts[locale]
  const { kind, id, title, territoryId, startsAt, endsAt } = one
  const after = kind === 'hold' || kind === 'paper' || kind === 'close'
  return {
    id: `${id}-${kind}`,
    title,
    territoryId,
    note: after ? t[kind] : t[kind](whenWords(one, locale)),
    path: kind === 'expert' ? paths.expertsPlan : url(paths.meeting, { id }),
    own: kind === 'coming' || kind === 'confirm',
    dueOn: after ? addDays(dayOf(endsAt), daysForPaper) : dayOf(startsAt),
  }
}
/** For My matters: what a host has yet to close, where somebody means to go, which meetings want an expert. */
export const meetingsMatters = async (ctx: Ctx): Promise<readonly WaitingMatter[]> => (await meetingMatters(ctx)).map(one => rowOf(one, ctx))
