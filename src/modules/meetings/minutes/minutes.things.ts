import { dayOf } from '#kit/dates.ts'
import type { Thing, WaitingMatter } from '#kit/things.ts'
import { isPublicMeeting } from '#modules/meetings/meetings.rules.ts'
import { listMeetingsById } from '#modules/meetings/meetings.store.ts'
import { listLinesById, minutesWaitingFor } from '#modules/meetings/minutes/minutes.store.ts'
import { minutesTextsEn } from '#modules/meetings/minutes/minutes.texts.en.ts'
import { minutesTexts } from '#modules/meetings/minutes/minutes.texts.ts'
import { listTasksById, tasksOf } from '#modules/meetings/minutes/tasks.store.ts'
import { listVoicesById } from '#modules/meetings/voices/voices.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { hiddenAmong } from '#platform/hidings.ts'
import type { ThingKind } from '#platform/things.ts'

type Part = {
  readonly id: string
  readonly meetingId: string
  readonly title: string
  readonly path: string
  readonly authorId: string
  /** The voice that a line wrote down: hidden, it takes the line along. */
  readonly voiceId?: string | null
}
const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text)

/** Parts of a meeting are seen where and by whom the meeting is. */
async function partsAsThings(ctx: Ctx, parts: readonly Part[]): Promise<Thing[]> {
  const meetings = new Map((await listMeetingsById(ctx, [...new Set(parts.map(part => part.meetingId))])).map(meeting => [meeting.id, meeting]))
  const hiding = await hiddenAmong(
    ctx,
    parts.flatMap(({ meetingId, voiceId }) => (voiceId ? [meetingId, voiceId] : [meetingId])),
  )
  return parts.flatMap(({ id, meetingId, title, path, authorId, voiceId }) => {
    const meeting = meetings.get(meetingId)
    if (!meeting) return []
    const hidden = hiding.has(meetingId) || (voiceId ? hiding.has(voiceId) : false)
    const authorIds = authorId ? [authorId] : []
    return [{ id, title: shortened(title), path, territoryId: meeting.territoryId, authorIds, isPublic: isPublicMeeting(meeting) && !hidden }]
  })
}

export const minutesThings: readonly ThingKind[] = [
  {
    prefix: 'line',
    find: async (ctx, ids) =>
      partsAsThings(
        ctx,
        (await listLinesById(ctx, ids)).map(line => ({
          ...line,
          title: line.text,
          path: url(paths.minutesLine, { id: line.meetingId, line: line.id }),
        })),
      ),
  },
  {
    prefix: 'voice',
    find: async (ctx, ids) =>
      partsAsThings(
        ctx,
        (await listVoicesById(ctx, ids)).map(voice => ({
          ...voice,
          title: voice.text,
          path: `${url(paths.meetingVoices, { id: voice.meetingId })}#${voice.id}`,
        })),
      ),
  },
  {
    prefix: 'task',
    find: async (ctx, ids) =>
      partsAsThings(
        ctx,
        (await listTasksById(ctx, ids)).map(task => ({
          id: task.id,
          meetingId: task.meetingId,
          authorId: task.keeperId,
          title: task.what,
          path: `${url(paths.minutes, { id: task.meetingId })}#zadania`,
        })),
      ),
  },
]

const texts = { pl: minutesTexts, en: minutesTextsEn }

/** For My matters: corrections to propose or to answer, minutes to freeze, tasks to look after. */
export async function minutesMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  const { matters: t } = texts[ctx.locale]
  const today = dayOf(ctx.now)
  const [waiting, tasks] = [await minutesWaitingFor(ctx), await tasksOf(ctx, ctx.actor.id)]
  const rows = waiting.flatMap((one): WaitingMatter[] => {
    const path = url(paths.minutes, { id: one.id })
    const about = { path, territoryId: one.territoryId }
    const over = today > one.until
    if (one.leads && one.unanswered > 0)
      return [{ ...about, id: `${one.id}-answers`, title: t.answer(one.title), note: t.answerNote(one.unanswered) }]
    if (one.leads && over) return [{ ...about, id: `${one.id}-freeze`, title: t.freeze(one.title), note: t.freezeNote }]
    if (one.there && !one.leads && !over)
      return [{ ...about, id: `${one.id}-corrections`, title: t.correct(one.title), note: t.correctNote, dueOn: one.until }]
    return []
  })
  const mine = tasks.map(task => ({
    id: task.id,
    title: t.task(task.what),
    note: task.who,
    path: `${url(paths.minutes, { id: task.meetingId })}#zadania`,
    dueOn: task.dueOn,
  }))
  return [...rows, ...mine]
}
