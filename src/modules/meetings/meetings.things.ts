import { isPublicMeeting } from '#modules/meetings/meetings.rules.ts'
import { listMeetingsById } from '#modules/meetings/meetings.store.ts'
import { paths, url } from '#paths'
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
