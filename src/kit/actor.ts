export const roles = ['resident', 'ambassador', 'moderator', 'coordinator', 'clerk', 'unit-head', 'unit-expert', 'editor', 'auditor'] as const
export type Role = (typeof roles)[number]

/** A grant is a role within a scope; an absent scope means the whole city, all editions, every unit. */
export type Scope = { readonly editionId?: string; readonly territoryId?: string; readonly unitId?: string }
export type Grant = Scope & { readonly role: Role }

/** Who acts. `level` is how well we know them: 0 by e-mail or entered by a clerk, 1 a declared address inside a district. */
export type Actor = { readonly id: string; readonly name: string; readonly level: 0 | 1; readonly grants: readonly Grant[] }

export const nobody: Actor = { id: '', name: '', level: 0, grants: [] }
/** Acts for the house itself: timed jobs, imports, the demo world. Never a person. */
export const house: Actor = { id: 'house', name: '', level: 0, grants: [] }

/** "Also grants": a coordinator may do what a clerk, moderator and editor may. Everything else is refused by default. */
const alsoGrants: Partial<Record<Role, readonly Role[]>> = { coordinator: ['clerk', 'moderator', 'editor'], 'unit-head': ['unit-expert'] }

export const isSomebody = (actor: Actor): boolean => actor.id !== ''

/** Does the actor hold the role (or one that also grants it) for this scope? Every signed-in person is a resident. */
export function has(actor: Actor, role: Role, scope: Scope = {}): boolean {
  if (role === 'resident') return isSomebody(actor)
  return actor.grants.some(grant => (grant.role === role || (alsoGrants[grant.role] ?? []).includes(role)) && covers(grant, scope))
}

const covers = (grant: Grant, scope: Scope) =>
  (['editionId', 'territoryId', 'unitId'] as const).every(key => grant[key] === undefined || scope[key] === undefined || grant[key] === scope[key])

export const isStaff = (actor: Actor): boolean => actor.grants.some(grant => grant.role !== 'resident' && grant.role !== 'ambassador')
