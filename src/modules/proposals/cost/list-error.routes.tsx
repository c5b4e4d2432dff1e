import { dayOf } from '#kit/dates.ts'
import { mayEditPrices, pricesOn } from '#modules/programme/registers/price-list.rules.ts'
import { listPriceItems } from '#modules/programme/registers/price-list.store.ts'
import { ListErrorPage } from '#modules/proposals/cost/list-error.pages.tsx'
import { comparisonsOf, listErrorOf } from '#modules/proposals/cost/list-error.rules.ts'
import { listUnitEstimates } from '#modules/proposals/cost/unit-prices.store.ts'
import { paths } from '#paths'
import { get, page, type Route } from '#web/http.ts'

export const listErrorRoutes: readonly Route[] = [
  get(paths.priceListError, 'everyone', async c => {
    const { ctx, frame } = c.var
    const prices = new Map(pricesOn(await listPriceItems(ctx), dayOf(ctx.now)).map(item => [item.code, item]))
    const error = listErrorOf(comparisonsOf(await listUnitEstimates(ctx)))
    return page(c, <ListErrorPage frame={frame} error={error} prices={prices} edits={mayEditPrices(ctx.actor).ok} />)
  }),
]
