import { ensurePersonByEmail, grantRole } from '#modules/people/people.actions.ts'
import { confirmPerson, loadPerson } from '#modules/people/people.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'

/** The first coordinator of a city, made by the house at its owner's command; everybody else is given a role by them. */
export const makeCoordinator = (ctx: Ctx, { email, name }: { email: string; name: string }): Promise<string> =>
  inTransaction(ctx, async ctx => {
    const id = await ensurePersonByEmail(ctx, { email, name })
    const { named } = await loadPerson(ctx, id)
    await confirmPerson(ctx, id, named ? undefined : name)
    await grantRole(ctx, id, { role: 'coordinator' })
    return id
  })
