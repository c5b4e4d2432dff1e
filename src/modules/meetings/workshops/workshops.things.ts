import { isPublicMeeting } from '#modules/meetings/meetings.rules.ts'
import { listMeetingsById } from '#modules/meetings/meetings.store.ts'
import { listCardsById } from '#modules/meetings/voices/cards.store.ts'
import { listWorkshopsById, loadSeries } from '#modules/meetings/workshops/workshops.store.ts'
import { workshopsTextsEn } from '#modules/meetings/workshops/workshops.texts.en.ts'
import { workshopsTexts } from '#modules/meetings/workshops/workshops.texts.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import type { ThingKind } from '#platform/things.ts'

const texts = { pl: workshopsTexts, en: workshopsTextsEn }

async function workshopsWithPlaces(ctx: Ctx, ids: readonly string[]) {
  const workshops = await listWorkshopsById(ctx, [...new Set(ids)])
  const seriesIds = [...new Set(workshops.map(workshop => workshop.seriesId))]
  const series = new Map((await Promise.all(seriesIds.map(id => loadSeries(ctx, id)))).map(one => [one.id, one]))
  const meetings = new Map(
    (
      await listMeetingsById(
        ctx,
        workshops.map(workshop => workshop.meetingId),
      )
    ).map(meeting => [meeting.id, meeting]),
  )
  return workshops.map(workshop => {
    const meeting = meetings.get(workshop.meetingId)
    return {
      workshop,
      title: texts[ctx.locale].thing({ title: series.get(workshop.seriesId)?.title ?? '', stage: workshop.stage }),
      territoryId: meeting?.territoryId,
      isPublic: meeting !== undefined && isPublicMeeting(meeting),
      path: url(paths.workshop, { id: workshop.seriesId, stage: workshop.stage }),
    }
  })
}

export const workshopsThings: readonly ThingKind[] = [
  {
    prefix: 'workshop',
    find: async (ctx, ids) => (await workshopsWithPlaces(ctx, ids)).map(({ workshop, ...thing }) => ({ ...thing, id: workshop.id, authorIds: [] })),
  },
  {
    prefix: 'card',
    find: async (ctx, ids) => {
      const cards = await listCardsById(ctx, ids)
      const of = new Map(
        (
          await workshopsWithPlaces(
            ctx,
            cards.map(card => card.workshopId),
          )
        ).map(one => [one.workshop.id, one]),
      )
      return cards.flatMap(card => {
        const at = of.get(card.workshopId)
        return at ? [{ ...at, id: card.id, title: card.title, path: `${at.path}#${card.id}`, authorIds: card.madeBy ? [card.madeBy] : [] }] : []
      })
    },
  },
]
