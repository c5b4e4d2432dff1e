import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { Term } from '#modules/ambassadors/tenure/terms.rules.ts'
import { termsOf } from '#modules/ambassadors/tenure/terms.store.ts'
import { trainingNews } from '#modules/ambassadors/training/trainings.mail.tsx'
import {
  type JoinWhy,
  mayChange,
  mayJoin,
  mayLeave,
  mayMark,
  mayPlan,
  type Training,
  type TrainingFields,
  type TrainingWhy,
  training,
} from '#modules/ambassadors/training/trainings.rules.ts'
import {
  addMaterial,
  findTrainingByKey,
  insertTraining,
  leavePlace,
  listPlaces,
  loadTraining,
  markAttendance,
  moveTraining,
  removeMaterial,
  takePlace,
  updateTraining,
} from '#modules/ambassadors/training/trainings.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { type ChosenFile, keepFile } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import type { FileRefusal } from '#platform/uploads.ts'

/** Plans a session; the key of the form makes it one, however often it is sent. */
export async function planTraining(
  ctx: Ctx,
  { key, editionId, ...fields }: TrainingFields & { readonly key: string; readonly editionId: string },
): Promise<Verdict<TrainingWhy> & { readonly id?: string }> {
  const verdict = mayPlan(ctx.actor, editionId, fields)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const id = newId('training')
    if (!(await insertTraining(ctx, id, key, editionId, fields))) return { ...yes, id: (await findTrainingByKey(ctx, key)) ?? id }
    await record(ctx, 'training.planned', id, { title: fields.title })
    return { ...yes, id }
  })
}

/** A new time or place is told to everybody who has a place. */
export async function changeTraining(ctx: Ctx, id: string, version: number, fields: TrainingFields): Promise<Verdict<TrainingWhy>> {
  return inTransaction(ctx, async ctx => {
    const before = await loadTraining(ctx, id, true)
    const places = await listPlaces(ctx, id)
    const verdict = mayChange(ctx.actor, before, fields, places.length)
    if (!verdict.ok) return verdict
    if (!(await updateTraining(ctx, id, version, fields))) return no('changed-meanwhile')
    await record(ctx, 'training.changed', id, { title: fields.title })
    if (isMoved(before, fields))
      await tell(
        ctx,
        places.map(place => place.personId),
        trainingNews('training.changed', { ...before, ...fields }, ''),
      )
    return yes
  })
}
const isMoved = (before: Training, after: TrainingFields) =>
  before.startsAt.getTime() !== after.startsAt.getTime() || before.place !== after.place || before.link !== after.link || before.mode !== after.mode

export async function cancelTraining(ctx: Ctx, id: string, reason: string): Promise<Verdict<TrainingWhy>> {
  return inTransaction(ctx, async ctx => {
    const before = await loadTraining(ctx, id, true)
    const verdict = training.may(ctx.actor, 'cancel', before)
    if (!verdict.ok) return verdict
    if (reason.trim() === '') return no('reason-missing')
    if (!(await moveTraining(ctx, id, before.state, training.steps.cancel.to, reason.trim()))) return no('wrong-state')
    await record(ctx, 'training.cancelled', id, { title: before.title, reason: reason.trim() })
    const places = await listPlaces(ctx, id)
    await tell(
      ctx,
      places.map(place => place.personId),
      trainingNews('training.cancelled', before, reason.trim()),
    )
    return yes
  })
}

const termFor = async (ctx: Ctx, editionId: string): Promise<Term | undefined> =>
  (await termsOf(ctx, ctx.actor.id)).find(term => term.editionId === editionId)

/** One takes a place for oneself; the session is locked, so sixteen at once do not take more than there are. */
export async function joinTraining(ctx: Ctx, id: string): Promise<Verdict<JoinWhy>> {
  return inTransaction(ctx, async ctx => {
    const of = await loadTraining(ctx, id, true)
    const places = await listPlaces(ctx, id)
    if (places.some(place => place.personId === ctx.actor.id)) return yes
    const verdict = mayJoin(await termFor(ctx, of.editionId), of, { taken: places.length, now: ctx.now })
    if (!verdict.ok) return verdict
    if (await takePlace(ctx, id, ctx.actor.id)) await record(ctx, 'training.joined', id, { title: of.title })
    return yes
  })
}
export async function leaveTraining(ctx: Ctx, id: string): Promise<Verdict<JoinWhy>> {
  return inTransaction(ctx, async ctx => {
    const of = await loadTraining(ctx, id, true)
    const verdict = mayLeave(of, ctx.now)
    if (!verdict.ok) return verdict
    if (await leavePlace(ctx, id, ctx.actor.id)) await record(ctx, 'training.left', id, { title: of.title })
    return yes
  })
}

/** Who was there, the whole list at once: whoever is not named was not. */
export async function markTraining(ctx: Ctx, id: string, present: readonly string[]): Promise<Verdict<TrainingWhy>> {
  return inTransaction(ctx, async ctx => {
    const of = await loadTraining(ctx, id, true)
    const verdict = mayMark(ctx.actor, of, ctx.now)
    if (!verdict.ok) return verdict
    const places = await listPlaces(ctx, id)
    const there = places.filter(place => present.includes(place.personId)).map(place => place.personId)
    await markAttendance(ctx, id, there)
    await record(ctx, 'training.attended', id, { title: of.title, present: there.length, absent: places.length - there.length })
    return yes
  })
}

export type NewMaterial = { readonly title: string; readonly link?: string | undefined; readonly file?: ChosenFile | undefined; readonly key: string }
/** A link, or a file that everybody trained may open. */
export async function giveMaterial(ctx: Ctx, id: string, material: NewMaterial): Promise<Verdict<TrainingWhy | FileRefusal | 'link-missing'>> {
  return inTransaction(ctx, async ctx => {
    const of = await loadTraining(ctx, id)
    const verdict = mayPlan(ctx.actor, of.editionId, of)
    if (!verdict.ok) return verdict
    const { title, link, file, key } = material
    if (file) {
      const kept = await keepFile(ctx, { file, owner: ctx.actor.id, subject: id, visibility: 'public', alt: title, caption: title, key })
      if (!kept.ok) return kept
    } else if (link) await addMaterial(ctx, id, title, link)
    else return no('link-missing')
    await record(ctx, 'training.changed', id, { title: of.title })
    return yes
  })
}
export async function dropMaterial(ctx: Ctx, id: string, materialId: string): Promise<Verdict<TrainingWhy>> {
  return inTransaction(ctx, async ctx => {
    const of = await loadTraining(ctx, id)
    const verdict = mayPlan(ctx.actor, of.editionId, of)
    if (!verdict.ok) return verdict
    await removeMaterial(ctx, id, materialId)
    await record(ctx, 'training.changed', id, { title: of.title })
    return yes
  })
}
