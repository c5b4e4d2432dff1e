import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { listMeetingsById } from '#modules/meetings/meetings.store.ts'
import { noticeNews } from '#modules/meetings/notices.mail.tsx'
import { type Notice, noticeComing, takeNotices } from '#modules/meetings/notices.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

const chunk = 100
const hour = 3_600_000

/** Writes the letters that wait, in chunks, so that five thousand of them hold nothing for long. Answers how many people were told. */
export async function deliverNotices(ctx: Ctx): Promise<number> {
  let told = 0
  for (;;) {
    const taken = await inTransaction(ctx, deliverSome)
    told += taken
    if (taken < chunk) return told
  }
}
async function deliverSome(ctx: Ctx): Promise<number> {
  const notices = await takeNotices(ctx, chunk)
  // whoever is no longer there holds up nobody else
  const people = await namesOf(
    ctx,
    notices.map(({ personId }) => personId),
  )
  const meetings = new Map((await listMeetingsById(ctx, [...new Set(notices.map(({ meetingId }) => meetingId))])).map(one => [one.id, one]))
  for (const [meeting, kind, told] of grouped(
    notices.filter(({ personId }) => people.has(personId)),
    meetings,
  ))
    await tell(ctx, told, noticeNews(meeting, kind))
  return notices.length
}
function grouped(notices: readonly Notice[], meetings: ReadonlyMap<string, Meeting>) {
  const groups = new Map<string, [Meeting, Notice['kind'], string[]]>()
  for (const { meetingId, kind, personId } of notices) {
    const meeting = meetings.get(meetingId)
    if (!meeting) continue
    const group = groups.get(`${meetingId} ${kind}`) ?? [meeting, kind, []]
    group[2].push(personId)
    groups.set(`${meetingId} ${kind}`, group)
  }
  return groups.values()
}

/** Two days and three hours before a meeting; each once, whatever how often the job runs. */
export async function remindComing(ctx: Ctx): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const near = [...(await noticeComing(ctx, 'days', 48 * hour)), ...(await noticeComing(ctx, 'hours', 3 * hour))]
    for (const { id, title } of await listMeetingsById(ctx, near)) await record(ctx, 'meeting.reminded', id, { title })
  })
}
