import type { Term } from '#modules/ambassadors/tenure/terms.rules.ts'
import { findTerm, listActiveTerms } from '#modules/ambassadors/tenure/terms.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import type { Ctx } from '#platform/context.ts'

/** An ambassador as everybody may know them: the public name and the term, nothing of the person's contact. */
export type Ambassador = Pick<Term, 'id' | 'personId' | 'districtIds' | 'area' | 'areaWords' | 'forms' | 'residents' | 'activatedAt'> & {
  readonly name: string
}

/** Those who work now, of one district or the whole city: two statements, however many they are. */
export async function listActiveAmbassadors(ctx: Ctx, of: { territoryId?: string | undefined } = {}): Promise<Ambassador[]> {
  const terms = await listActiveTerms(ctx, of)
  const names = await namesOf(
    ctx,
    terms.map(term => term.personId),
  )
  return terms.map(term => named(term, names.get(term.personId) ?? '')).sort((a, b) => a.name.localeCompare(b.name, 'pl'))
}

/** One of them, by the id of the term; undefined when the term does not run now. */
export async function findAmbassador(ctx: Ctx, id: string): Promise<Ambassador | undefined> {
  const term = await findTerm(ctx, id)
  if (term?.state !== 'active') return undefined
  return named(term, (await namesOf(ctx, [term.personId])).get(term.personId) ?? '')
}

const named = ({ id, personId, districtIds, area, areaWords, forms, residents, activatedAt }: Term, name: string): Ambassador => ({
  id,
  personId,
  districtIds,
  area,
  areaWords,
  forms,
  residents,
  activatedAt,
  name,
})
