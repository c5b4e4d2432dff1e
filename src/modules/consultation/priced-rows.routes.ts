import { dayOf } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { formatMoney, type Grosze } from '#kit/money.ts'
import { loadAdvice } from '#modules/consultation/advice.store.ts'
import { loadSubject } from '#modules/consultation/registers/subjects.store.ts'
import { pricesOn } from '#modules/programme/registers/price-list.rules.ts'
import { listPriceItems } from '#modules/programme/registers/price-list.store.ts'
import type { StatedPrices } from '#modules/proposals/cost/unit-prices.actions.ts'
import { seenRevision, unitPricesWords } from '#modules/proposals/cost/unit-prices.parts.tsx'
import { unitTotal } from '#modules/proposals/cost/unit-prices.rules.ts'
import { lackingRows, readUnitPrices } from '#modules/proposals/cost/unit-prices-form.rules.ts'
import { costsOf } from '#modules/proposals/proposals.store.ts'
import type { Visit } from '#web/http.ts'

export const oneRowMore = ({ typed }: FormState): FormState => ({ typed: { ...typed, wierszy: String(lackingRows(typed) + 1) }, errors: {} })

type Priced = { readonly stated?: StatedPrices; readonly errors: Readonly<Record<string, string>> }

/** What the expert says of the rows of a project's costs; rows that changed under their hands are looked at again. */
export async function readPriced(c: Visit, form: FormState, estimate: Grosze | undefined): Promise<Priced> {
  const { ctx, frame } = c.var
  const advice = await loadAdvice(ctx, c.req.param('id') ?? '')
  const { kind, id, costsRevision = 0 } = await loadSubject(ctx, advice.subjectId)
  if (kind !== 'project' || form.typed.kosztorys === undefined) return { errors: {} }
  const { faults: words, form: t } = unitPricesWords(frame)
  const [costs, items] = [await costsOf(ctx, id), pricesOn(await listPriceItems(ctx), dayOf(ctx.now))]
  const listed = new Map(items.map(({ code, price }) => [code, price]))
  const { prices, faults } = readUnitPrices(form.typed, { costs, listed, adviceId: advice.id })
  const errors: Record<string, string> = Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, words[fault]]))
  if (prices.length === 0 || Object.keys(errors).length > 0) return { errors }
  if (seenRevision(form) !== costsRevision) errors[''] = t.revised
  const sum = unitTotal({ revision: costsRevision, costs, prices })
  if (estimate !== undefined && estimate !== sum) errors.kwota = t.sumWrong(formatMoney(sum, ctx.locale))
  return { stated: { revision: costsRevision, prices }, errors }
}
