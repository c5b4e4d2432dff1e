import { writeDrawn } from '#kit/area.ts'
import { newId } from '#kit/ids.ts'
import { assert } from '#kit/refusal.ts'
import { answerInvitation, bringInAuthor, inviteAuthor } from '#modules/proposals/authors/authors.actions.ts'
import { saveCosts, saveSection } from '#modules/proposals/drafting/drafting.actions.ts'
import type { SectionName } from '#modules/proposals/drafting/drafting.rules.ts'
import { sectionNow } from '#modules/proposals/drafting/drafting.store.ts'
import { acceptVersion, freezeProject } from '#modules/proposals/drafting/versions.actions.ts'
import { addProjectPhoto } from '#modules/proposals/place/photos.actions.ts'
import { placeProject } from '#modules/proposals/place/spots.actions.ts'
import { type NewDraft, startProject, withdrawProject } from '#modules/proposals/proposals.actions.ts'
import { authorsOf, costsOf, loadProject } from '#modules/proposals/proposals.store.ts'
import { type CastKey, cast, emailOf } from '#seeds/cast.ts'
import { drawingFile } from '#seeds/drawings.ts'
import { placeIn } from '#seeds/places.ts'
import { drafts, type SaidCost, type SaidDraft } from '#seeds/projects.ts'
import type { SeedPart, World } from '#seeds/world.ts'

export const known = (world: World, key: string): string => {
  const id = world.ids.get(key)
  assert(id, `${key} is not in the world yet`)
  return id
}
const personOf = (world: World, key: CastKey) => {
  const actor = world.actors.get(key)
  assert(actor, `${key} has not entered the world yet`)
  return actor.id
}

/** Joint drafts and projects of one: "project.park", "project.tor" … */
export const projectsSeed: SeedPart = async world => {
  for (const draft of drafts) await sayDraft(world, draft)
}

export async function sayDraft(world: World, draft: SaidDraft): Promise<void> {
  const { name, where, idea, path, title, who, days, visibility = 'shared' } = draft
  const territoryId = known(world, where === 'city' ? 'city' : `district.${where}`)
  const started: NewDraft = {
    key: `key_seed_draft_${name}`,
    path,
    territoryId,
    title,
    visibility,
    ...(idea && { ideaId: known(world, `idea.${idea}`) }),
  }
  const made = await startProject(world.ctx(who, days, '19:05'), started)
  assert(made.ok && made.id, `the draft ${name} was refused: ${made.ok ? '' : made.why}`)
  world.ids.set(`project.${name}`, made.id)
  for (const { who: coauthor, answers } of draft.coauthors ?? []) await invite(world, made.id, { lead: who, coauthor, days: days - 1, answers })
  for (const part of draft.sections) await writePart(world, made.id, part.section, part.text, part.who ?? who, part.days ?? days - 1)
  if (draft.costs) await price(world, made.id, who, draft.costs, days - 2)
  if (draft.spot && where !== 'city') await placeDraft(world, made.id, { who, days: days - 2, district: where, spot: draft.spot })
  for (const [at, photo] of (draft.photos ?? []).entries()) await showPlace(world, made.id, { who, days: days - 2, at, photo })
  if (draft.frozen !== undefined) await agree(world, made.id, who, draft.frozen, draft.accepted ?? [])
  if (draft.withdrawn) assert((await withdrawProject(world.ctx(who, 2, '08:15'), made.id, draft.withdrawn)).ok, `${name} was not withdrawn`)
}

type Placing = { readonly who: CastKey; readonly days: number; readonly district: number; readonly spot: NonNullable<SaidDraft['spot']> }
export async function placeDraft(world: World, id: string, { who, days, district, spot }: Placing): Promise<void> {
  const drawn = (points: NonNullable<Placing['spot']['line']> = []) => writeDrawn(points.map(([east, north]) => placeIn(district, east, north)))
  const [lon, lat] = spot.point ? placeIn(district, ...spot.point) : []
  const point = lon === undefined || lat === undefined ? undefined : { lon, lat }
  const placed = await placeProject(world.ctx(who, days, '21:20'), id, { point, line: drawn(spot.line), area: drawn(spot.area), words: '' })
  assert(placed.ok, `${id} was not put on the map: ${placed.ok ? '' : placed.why}`)
}

type Showing = { readonly who: CastKey; readonly days: number; readonly at: number; readonly photo: NonNullable<SaidDraft['photos']>[number] }
async function showPlace(world: World, id: string, { who, days, at, photo: { drawing, ...words } }: Showing): Promise<void> {
  const key = `${id.replace(/^project/, 'key')}${at}`
  const added = await addProjectPhoto(world.ctx(who, days, `21:3${at}`), id, { key, file: await drawingFile(drawing), ...words, consent: true })
  assert(added.ok, `the photo ${drawing} was refused: ${added.ok ? '' : added.why}`)
}

async function invite(world: World, id: string, asked: { lead: CastKey; coauthor: CastKey; days: number; answers: boolean }): Promise<void> {
  const { lead, coauthor, days, answers } = asked
  if ('noEmail' in cast[coauthor]) {
    // whoever has no e-mail says yes to the office
    const broughtIn = await bringInAuthor(world.ctx('celina', days, '11:20'), id, personOf(world, coauthor))
    assert(broughtIn.ok, `${coauthor} was not brought in: ${broughtIn.ok ? '' : broughtIn.why}`)
    return
  }
  const invited = await inviteAuthor(world.ctx(lead, days, '19:30'), id, { email: emailOf(coauthor), name: cast[coauthor].name.split(' ')[0] ?? '' })
  assert(invited.ok, `${coauthor} was not invited`)
  if (!answers) return
  const ctx = world.ctx(coauthor, days - 1, '07:45')
  const invitation = (await authorsOf(ctx, id)).find(author => author.personId === ctx.actor.id && author.state === 'invited')
  assert(invitation && (await answerInvitation(ctx, id, invitation.id, 'accept')).ok, `${coauthor} did not join`)
}

export async function writePart(world: World, id: string, section: SectionName, text: string, who: CastKey, days: number): Promise<void> {
  const ctx = world.ctx(who, days, '20:40')
  const { revision } = await sectionNow(ctx, id, section)
  const saved = await saveSection(ctx, id, section, { text, from: revision })
  assert(saved.ok, `${section} was not saved: ${saved.ok ? '' : saved.why}`)
}

/** Lines are added to those that stand already. */
export async function price(world: World, id: string, who: CastKey, costs: readonly SaidCost[], days: number): Promise<void> {
  const ctx = world.ctx(who, days, '21:10')
  const lines = costs.map(([name, quantity, unit, price, item]) => ({
    ...{ id: newId('line'), name, quantity: quantity * 1000, unit, price: price * 100 },
    ...(item !== undefined && { item }),
  }))
  const { costsRevision } = await loadProject(ctx, id)
  assert((await saveCosts(ctx, id, { lines: [...(await costsOf(ctx, id)), ...lines], from: costsRevision })).ok, 'the costs were not saved')
}

/** The lead freezes a version; those named accept it, one after another. */
export async function agree(world: World, id: string, lead: CastKey, days: number, accepted: readonly CastKey[]): Promise<void> {
  const frozen = await freezeProject(world.ctx(lead, days, '18:00'), id)
  assert(frozen.ok && frozen.version, `the version was not frozen: ${frozen.ok ? '' : frozen.why}`)
  for (const who of accepted)
    assert((await acceptVersion(world.ctx(who, Math.max(0, days - 1), '08:30'), id, frozen.version)).ok, `${who} did not accept`)
}
