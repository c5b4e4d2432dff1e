import { MeetingRows, meetingsWords } from '#modules/meetings/meetings.parts.tsx'
import { hasMeetings } from '#modules/meetings/meetings.rules.ts'
import { listComingMeetings } from '#modules/meetings/meetings.store.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { paths } from '#paths'
import type { Beside } from '#web/module.ts'

const most = 6

/** On the page of an ambassador, their next meetings; on the list of all, the next ones in the districts. */
export const besideAmbassadors: Beside['ambassador'] = async ({ var: { ctx, frame } }, personId) => {
  const edition = await findCurrentEdition(ctx)
  if (!edition || !hasMeetings(edition, 'district')) return undefined
  const meetings = await listComingMeetings(ctx, { ...(personId === undefined ? {} : { hostId: personId }), limit: most })
  const shown = meetings.filter(({ path }) => path === 'district')
  if (shown.length === 0) return undefined
  const territories = new Map((await listTerritories(ctx)).map(territory => [territory.id, territory]))
  const t = meetingsWords(frame).beside
  return (
    <section class="part stack">
      <h2>{t.title}</h2>
      <MeetingRows frame={frame} meetings={shown} territories={territories} />
      <p>
        <a href={paths.meetings}>{t.all}</a>
      </p>
    </section>
  )
}
