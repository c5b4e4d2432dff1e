import { type Generated, type Selectable, sql } from 'kysely'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import type { Material, Training, TrainingFields, TrainingMode, TrainingPlace, TrainingState } from '#modules/ambassadors/training/trainings.rules.ts'
import type { Ctx } from '#platform/context.ts'

type TrainingRow = {
  id: string
  key: string
  edition_id: string
  state: TrainingState
  mode: TrainingMode
  title: string
  about: string
  place: string
  link: Generated<string | null>
  starts_at: Date
  ends_at: Date
  capacity: number
  reason: Generated<string | null>
  created_at: Date
  version: Generated<number>
}
declare module '#platform/schema.ts' {
  interface Tables {
    trainings: TrainingRow
    training_materials: { id: string; training_id: string; title: string; link: string }
    training_places: {
      training_id: string
      person_id: string
      signed_at: Date
      attended: Generated<boolean | null>
      marked_by: Generated<string | null>
    }
  }
}

const toTraining = (row: Selectable<TrainingRow>): Training => ({
  id: row.id,
  editionId: row.edition_id,
  state: row.state,
  mode: row.mode,
  title: row.title,
  about: row.about,
  place: row.place,
  link: row.link ?? undefined,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  capacity: row.capacity,
  reason: row.reason ?? undefined,
  version: row.version,
})
const columnsOf = ({ mode, title, about, place, link, startsAt, endsAt, capacity }: TrainingFields) => ({
  mode,
  title,
  about,
  place,
  link: link ?? null,
  capacity,
  starts_at: startsAt,
  ends_at: endsAt,
})

export type ListedTraining = Training & { readonly taken: number; readonly mine: boolean; readonly attended: boolean | undefined }
/** Sessions of an edition by time, with how many places are taken and whether the one who asks has one: one statement. */
export async function listTrainings({ db, actor }: Ctx, editionId: string): Promise<ListedTraining[]> {
  const rows = await db
    .selectFrom('trainings as t')
    .selectAll('t')
    .select([
      sql<number>`(select count(*)::int from training_places p where p.training_id = t.id)`.as('taken'),
      sql<boolean>`exists (select from training_places p where p.training_id = t.id and p.person_id = ${actor.id})`.as('mine'),
      sql<boolean | null>`(select p.attended from training_places p where p.training_id = t.id and p.person_id = ${actor.id})`.as('attended'),
    ])
    .where('t.edition_id', '=', editionId)
    .orderBy('t.starts_at')
    .orderBy('t.id')
    .execute()
  return rows.map(row => ({ ...toTraining(row), taken: row.taken, mine: row.mine, attended: row.attended ?? undefined }))
}

/** `lock` holds the session until the transaction ends, so that the last place is given once. */
export async function loadTraining({ db }: Ctx, id: string, lock = false): Promise<Training> {
  let query = db.selectFrom('trainings').selectAll().where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row ? toTraining(row) : notFound('no such training')
}

export async function insertTraining({ db, now }: Ctx, id: string, key: string, editionId: string, fields: TrainingFields): Promise<boolean> {
  const made = await db
    .insertInto('trainings')
    .values({ id, key, edition_id: editionId, state: 'planned', created_at: now, ...columnsOf(fields) })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export const findTrainingByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('trainings').select('id').where('key', '=', key).executeTakeFirst())?.id

/** False when somebody changed it after this form was opened. */
export async function updateTraining({ db }: Ctx, id: string, version: number, fields: TrainingFields): Promise<boolean> {
  const done = await db
    .updateTable('trainings')
    .set({ ...columnsOf(fields), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export async function moveTraining({ db }: Ctx, id: string, from: TrainingState, to: TrainingState, reason: string): Promise<boolean> {
  const done = await db
    .updateTable('trainings')
    .set(is => ({ state: to, reason, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function listPlaces({ db }: Ctx, trainingId: string): Promise<TrainingPlace[]> {
  const rows = await db
    .selectFrom('training_places')
    .select(['person_id as personId', 'attended'])
    .where('training_id', '=', trainingId)
    .orderBy('signed_at')
    .orderBy('person_id')
    .execute()
  return rows.map(({ personId, attended }) => ({ personId, attended: attended ?? undefined }))
}
export async function takePlace({ db, now }: Ctx, trainingId: string, personId: string): Promise<boolean> {
  const made = await db
    .insertInto('training_places')
    .values({ training_id: trainingId, person_id: personId, signed_at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export async function leavePlace({ db }: Ctx, trainingId: string, personId: string): Promise<boolean> {
  const gone = await db.deleteFrom('training_places').where('training_id', '=', trainingId).where('person_id', '=', personId).executeTakeFirst()
  return gone.numDeletedRows === 1n
}
export async function markAttendance({ db, actor }: Ctx, trainingId: string, present: readonly string[]): Promise<void> {
  await db
    .updateTable('training_places')
    .set({ attended: sql<boolean>`person_id = any(${present})`, marked_by: actor.id })
    .where('training_id', '=', trainingId)
    .execute()
}

export const listMaterials = ({ db }: Ctx, trainingId: string): Promise<Material[]> =>
  db.selectFrom('training_materials').select(['id', 'title', 'link']).where('training_id', '=', trainingId).orderBy('title').execute()
export async function listMaterialsOf({ db }: Ctx, trainingIds: readonly string[]): Promise<(Material & { readonly trainingId: string })[]> {
  if (trainingIds.length === 0) return []
  return db
    .selectFrom('training_materials')
    .select(['id', 'title', 'link', 'training_id as trainingId'])
    .where('training_id', 'in', trainingIds)
    .orderBy('title')
    .execute()
}
export async function addMaterial({ db }: Ctx, trainingId: string, title: string, link: string): Promise<void> {
  await db
    .insertInto('training_materials')
    .values({ id: newId('material'), training_id: trainingId, title, link })
    .execute()
}
export async function removeMaterial({ db }: Ctx, trainingId: string, id: string): Promise<void> {
  await db.deleteFrom('training_materials').where('training_id', '=', trainingId).where('id', '=', id).execute()
}

export const placesOf = ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('training_places as p')
    .innerJoin('trainings as t', 't.id', 'p.training_id')
    .select(['t.title', 't.starts_at', 'p.signed_at', 'p.attended'])
    .where('p.person_id', '=', personId)
    .orderBy('t.starts_at')
    .execute()
export async function removePlacesOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('training_places').where('person_id', '=', personId).execute()
}
/** Who took part in a session is kept so long after it. */
export async function removePlacesBefore({ db }: Ctx, before: Date): Promise<number> {
  const old = db.selectFrom('trainings').select('id').where('ends_at', '<', before)
  return Number((await db.deleteFrom('training_places').where('training_id', 'in', old).executeTakeFirst()).numDeletedRows)
}
