import { z } from 'zod'
import { type FormState, typedOne } from '#kit/form.ts'
import { readPoint, type Territory, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { findCity, listDistricts } from '#modules/programme/territories/territories.store.ts'
import type { Revisions } from '#modules/proposals/alone/alone.pages.tsx'
import { fieldOfSection } from '#modules/proposals/alone/alone.rules.ts'
import { sectionNames, textMax } from '#modules/proposals/drafting/drafting.rules.ts'
import type { Placed } from '#modules/proposals/place/spots.actions.ts'
import { isPoint, pointIssue, spotFields } from '#modules/proposals/place/spots.routes.tsx'
import type { Ctx } from '#platform/context.ts'

export const nothing: Revisions = { title: 0, summary: 0, description: 0, place: 0, reasons: 0, beneficiaries: 0, costs: 0, spot: 0 }
/** Where one person's project may be. */
export const places = async (ctx: Ctx) => [await findCity(ctx), ...(await listDistricts(ctx))].filter(one => one !== undefined)

const words = z.string().default('')
export const wholeForm = z
  .object({
    key: z
      .string()
      .regex(/^key_\w{10,40}$/)
      .optional(),
    gdzie: words,
    pomysl: z.string().max(60).optional(),
    ...Object.fromEntries(sectionNames.map(name => [fieldOfSection(name), z.string().max(textMax, 'long').default('')])),
    ...spotFields,
  })
  .refine(isPoint, pointIssue)
/** What an address fills there. */
export const addressFields = { words: fieldOfSection('place'), where: 'gdzie' } as const

export const revisionsIn = ({ typed }: FormState): Revisions => {
  const at = (name: string) => Number(typed[`rewizja-${name}`]) || 0
  return { ...nothing, ...Object.fromEntries(sectionNames.map(name => [name, at(fieldOfSection(name))])), costs: at('koszty'), spot: at('mapa') }
}
export const placedIn = (form: FormState): Placed => ({
  point: readPoint(typedOne(form, 'lon'), typedOne(form, 'lat')),
  line: typedOne(form, 'line'),
  area: typedOne(form, 'area'),
})

/** Another place than the form was drawn with; none where it stays, or where there was none before. */
export async function movedTo(ctx: Ctx, form: FormState): Promise<{ readonly to?: Territory | undefined; readonly nowhere?: boolean }> {
  const [from, to] = [typedOne(form, 'gdzie-od'), form.typed.gdzie]
  if (from === '' || from === to) return {}
  const found = (await places(ctx)).find(one => whereOf(one) === to)
  return { to: found, nowhere: !found }
}
