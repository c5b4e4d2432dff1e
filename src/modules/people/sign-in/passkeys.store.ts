import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    passkeys: {
      id: string
      person_id: string
      public_key: Buffer
      counter: number
      transports: string[]
      label: string
      created_at: Date
      last_used_at: Date | null
    }
    passkey_challenges: { challenge: string; person_id: string | null; expires_at: Date }
  }
}

export type Passkey = {
  readonly id: string
  readonly personId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly label: string
  readonly createdAt: Date
}
const minutes = 5

const passkeys = ({ db }: Ctx) =>
  db
    .selectFrom('passkeys')
    .select(['id', 'person_id as personId', 'public_key as publicKey', 'counter', 'transports', 'label', 'created_at as createdAt'])

export const listPasskeys = (ctx: Ctx, personId: string): Promise<Passkey[]> =>
  passkeys(ctx).where('person_id', '=', personId).orderBy('created_at').execute()
export const findPasskey = (ctx: Ctx, id: string): Promise<Passkey | undefined> => passkeys(ctx).where('id', '=', id).executeTakeFirst()

/** False when this key is known already. */
export async function insertPasskey({ db, wall }: Ctx, key: Omit<Passkey, 'createdAt'>): Promise<boolean> {
  const { id, personId, publicKey, counter, transports, label } = key
  const made = await db
    .insertInto('passkeys')
    .values({ id, person_id: personId, public_key: publicKey, counter, transports: [...transports], label, created_at: wall, last_used_at: null })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export async function keepUse({ db, wall }: Ctx, id: string, counter: number): Promise<void> {
  await db.updateTable('passkeys').set({ counter, last_used_at: wall }).where('id', '=', id).execute()
}
export async function deletePasskey({ db }: Ctx, personId: string, id: string): Promise<boolean> {
  const gone = await db.deleteFrom('passkeys').where('id', '=', id).where('person_id', '=', personId).executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export async function keepChallenge({ db, wall }: Ctx, challenge: string, personId: string | null): Promise<void> {
  const expires_at = new Date(wall.getTime() + minutes * 60_000)
  await db.insertInto('passkey_challenges').values({ challenge, person_id: personId, expires_at }).execute()
}
/** A challenge is answered once. */
export async function takeChallenge({ db, wall }: Ctx, challenge: string, personId: string | null): Promise<boolean> {
  const taken = await db
    .deleteFrom('passkey_challenges')
    .where('challenge', '=', challenge)
    .where('person_id', 'is not distinct from', personId)
    .where('expires_at', '>', wall)
    .executeTakeFirst()
  return taken.numDeletedRows === 1n
}
export async function sweepChallenges({ db, wall }: Ctx): Promise<number> {
  return Number((await db.deleteFrom('passkey_challenges').where('expires_at', '<=', wall).executeTakeFirst()).numDeletedRows)
}
