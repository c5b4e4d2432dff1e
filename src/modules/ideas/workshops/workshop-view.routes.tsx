import { isSomebody } from '#kit/actor.ts'
import { notFound } from '#kit/refusal.ts'
import { listPractices } from '#modules/ambassadors/workspace/practices.store.ts'
import { countBackingsOf } from '#modules/ideas/backings.store.ts'
import type { Idea } from '#modules/ideas/ideas.rules.ts'
import { listIdeasById } from '#modules/ideas/ideas.store.ts'
import { listNeeds, listNeedsById } from '#modules/ideas/needs.store.ts'
import { readSeason } from '#modules/ideas/season.actions.ts'
import { openIn } from '#modules/ideas/space.rules.ts'
import type { CardsView } from '#modules/ideas/workshops/cards.parts.tsx'
import type { PracticesView } from '#modules/ideas/workshops/workshop-practices.parts.tsx'
import { type DraftsView, type WorkshopForms, WorkshopPage } from '#modules/ideas/workshops/workshops.pages.tsx'
import type { RankView } from '#modules/ideas/workshops/workshops.parts.tsx'
import { listInvitations } from '#modules/meetings/experts/experts.store.ts'
import { listCards, listTables } from '#modules/meetings/voices/cards.store.ts'
import { attachedPractices } from '#modules/meetings/workshops/workshop-practices.store.ts'
import { type StandingWorkshop, standingWorkshop } from '#modules/meetings/workshops/workshops.actions.ts'
import {
  mayAdd,
  mayArrange,
  mayAttachPractice,
  mayStepWorkshop,
  mayWriteCard,
  rankGroups,
  type Workshop,
  workshopLimits,
} from '#modules/meetings/workshops/workshops.rules.ts'
import { listGroups, listWorkshops, marksOf } from '#modules/meetings/workshops/workshops.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { offspringOf } from '#platform/origins.ts'
import { findThings } from '#platform/things.ts'
import { page, type Visit } from '#web/http.ts'

/** The workshop of this address; without workshops in the edition it is nowhere. */
export async function workshopOf(c: Visit): Promise<Workshop> {
  const { edition } = await readSeason(c.var.ctx)
  if (!edition || !hasPart(edition, 'workshops')) return notFound('no workshops')
  const workshops = await listWorkshops(c.var.ctx, [c.req.param('id') ?? ''])
  return workshops.find(one => String(one.stage) === c.req.param('stage')) ?? notFound('no such workshop')
}

async function rankView(c: Visit, standing: StandingWorkshop, of: Workshop): Promise<RankView> {
  const { ctx } = c.var
  const { series, workshop, asked } = standing
  const groups = await listGroups(ctx, of.id)
  const taken = groups.flatMap(group => group.needIds)
  const own = of.id === workshop.id
  const place = own
    ? await listNeeds(ctx, { editionId: series.editionId, territoryId: series.territoryId, limit: workshopLimits.needs, sort: 'backed' })
    : []
  return {
    series,
    workshop: of,
    ranked: rankGroups(groups),
    needs: new Map((await listNeedsById(ctx, taken)).filter(need => !need.hidden).map(need => [need.id, need])),
    backings: await countBackingsOf(ctx, taken),
    adding: mayAdd(ctx.actor, asked, ctx.now),
    arranging: own && mayArrange(ctx.actor, asked).ok,
    mine: own && isSomebody(ctx.actor) ? await marksOf(ctx, of.id, ctx.actor.id) : [],
    free: place.filter(need => !taken.includes(need.id)),
  }
}

/** Ideas that grew out of each card. */
async function ideasOfCards(c: Visit, cardIds: readonly string[]): Promise<{ byCard: Map<string, Idea[]>; grown: Map<string, string[]> }> {
  const grown = await offspringOf(c.var.ctx, cardIds)
  const ids = [...new Set([...grown.values()].flat().filter(id => id.startsWith('idea_')))]
  const ideas = new Map((await listIdeasById(c.var.ctx, ids)).filter(idea => !idea.hidden).map(idea => [idea.id, idea]))
  return { byCard: new Map([...grown].map(([cardId, children]) => [cardId, children.flatMap(id => ideas.get(id) ?? [])])), grown }
}

async function cardsView(c: Visit, standing: StandingWorkshop): Promise<CardsView> {
  const { ctx } = c.var
  const { workshop, asked, before } = standing
  const [tables, cards, groups] = await Promise.all([
    listTables(ctx, workshop.id),
    listCards(ctx, workshop.id),
    before ? listGroups(ctx, before.id) : [],
  ])
  const { byCard } = await ideasOfCards(
    c,
    cards.map(card => card.id),
  )
  const mayWrite = (tableId: string) => {
    const table = tables.find(one => one.id === tableId)
    return table !== undefined && mayWriteCard(ctx.actor, asked, table, ctx.now).ok
  }
  const personId = isSomebody(ctx.actor) ? ctx.actor.id : undefined
  const may = { adding: mayAdd(ctx.actor, asked, ctx.now), arranging: mayArrange(ctx.actor, asked).ok, mayWrite }
  return { workshop, tables, cards, groups, ideas: byCard, personId, ...may }
}

async function draftsView(c: Visit, second: Workshop | undefined): Promise<DraftsView> {
  const { ctx } = c.var
  const { edition } = await readSeason(ctx)
  const cards = second ? await listCards(ctx, second.id) : []
  const { byCard } = await ideasOfCards(
    c,
    cards.map(card => card.id),
  )
  const ideas = [...new Map([...byCard.values()].flat().map(idea => [idea.id, idea])).values()]
  const grown = await offspringOf(
    ctx,
    ideas.map(idea => idea.id),
  )
  const things = await findThings(
    ctx,
    c.var.things,
    [...grown.values()].flat().filter(id => id.startsWith('project_')),
  )
  return {
    ideas: ideas.map(idea => ({ idea, drafts: (grown.get(idea.id) ?? []).flatMap(id => things.get(id) ?? []) })),
    mayStart: openIn(edition, 'drafts', ctx.now).ok,
  }
}

/** Those attached to this workshop, and for whoever may attach also all others to choose from. */
async function practicesOf(ctx: Ctx, workshopId: string, mayAttach: boolean): Promise<PracticesView> {
  const ids = await attachedPractices(ctx, workshopId)
  if (ids.length === 0 && !mayAttach) return { attached: [], others: undefined }
  const all = new Map((await listPractices(ctx)).map(practice => [practice.id, practice]))
  const others = [...all.values()].filter(({ id }) => !ids.includes(id))
  return { attached: ids.flatMap(id => all.get(id) ?? []), others: mayAttach ? others : undefined }
}

export async function showWorkshop(c: Visit, forms: WorkshopForms = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const { id } = await workshopOf(c)
  const standing = await standingWorkshop(ctx, id)
  const { series, workshop, meeting, asked } = standing
  const siblings = await listWorkshops(ctx, [series.id])
  const first = siblings.find(one => one.stage === 1)
  const experts = (await listInvitations(ctx, meeting.id)).filter(one => one.state === 'accepted')
  const names = await namesOf(
    ctx,
    experts.flatMap(one => one.personId ?? []),
  )
  const view = {
    practices: await practicesOf(ctx, id, mayAttachPractice(ctx.actor, asked).ok),
    experts: experts.map(one => [one.unitName, one.personId && names.get(one.personId)].filter(Boolean).join(': ')),
    ...{ series, workshop, meeting, siblings, leads: asked.leads },
    steps: { open: mayStepWorkshop(ctx.actor, 'open', asked), settle: mayStepWorkshop(ctx.actor, 'settle', asked) },
    rank: first ? await rankView(c, standing, first) : undefined,
    cards: workshop.stage === 2 ? await cardsView(c, standing) : undefined,
    drafts:
      workshop.stage === 3
        ? await draftsView(
            c,
            siblings.find(one => one.stage === 2),
          )
        : undefined,
  }
  return page(c, <WorkshopPage frame={frame} view={view} forms={forms} />, status)
}
