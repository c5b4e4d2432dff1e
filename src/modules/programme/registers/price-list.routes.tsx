import { dayOf } from '#kit/dates.ts'
import { type FormState, filled } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { importPrices, previewPrices } from '#modules/programme/registers/price-list.actions.ts'
import { PriceListPage, PricesImportPage, PricesPreviewPage } from '#modules/programme/registers/price-list.pages.tsx'
import { mayEditPrices, type PriceFault } from '#modules/programme/registers/price-list.rules.ts'
import { listPriceItems } from '#modules/programme/registers/price-list.store.ts'
import { priceListTextsEn } from '#modules/programme/registers/price-list.texts.en.ts'
import { priceListTexts } from '#modules/programme/registers/price-list.texts.ts'
import { paths } from '#paths'
import { decodeTable } from '#platform/tables.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: priceListTexts, en: priceListTextsEn }
const largest = 5 * 1024 * 1024

async function formPage(c: Visit, form: FormState, faults: readonly PriceFault[] = []): Promise<Response> {
  const { ctx, frame } = c.var
  const wrong = faults.length > 0 || Object.keys(form.errors).length > 0
  return page(c, <PricesImportPage frame={frame} form={form} faults={faults} count={(await listPriceItems(ctx)).length} />, wrong ? 422 : 200)
}

/** First a look at what would change, then the same table once more to be saved. */
async function bring(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const t = texts[frame.locale].import
  const body = await c.req.parseBody()
  const file = body.plik instanceof File && body.plik.size > 0 ? body.plik : undefined
  const typed = String(body.tabela ?? '')
  if (file && file.size > largest) return formPage(c, { typed: { tabela: typed }, errors: { plik: t.tooBig } })
  const table = file ? decodeTable(new Uint8Array(await file.arrayBuffer())) : typed
  if (table.trim() === '') return formPage(c, { typed: {}, errors: { tabela: t.noTable } })
  if (body.krok !== 'zapis') {
    const { faults, changes } = await previewPrices(ctx, table)
    return faults.length > 0
      ? formPage(c, filled({ tabela: table }), faults)
      : page(c, <PricesPreviewPage frame={frame} table={table} changes={changes} />)
  }
  const answer = await importPrices(ctx, table)
  if (answer.faults) return formPage(c, filled({ tabela: table }), answer.faults)
  if (!answer.ok || !answer.changes) return refuse(403, 'not an editor')
  return done(c, paths.priceList, t.done(answer.changes.added.length, answer.changes.changed.length))
}

export const priceListRoutes: readonly Route[] = [
  get(paths.priceList, 'everyone', async c => {
    const { ctx, frame } = c.var
    const items = await listPriceItems(ctx)
    return page(c, <PriceListPage frame={frame} items={items} today={dayOf(ctx.now)} mayEdit={mayEditPrices(ctx.actor).ok} />)
  }),
  get(paths.priceListImport, ['editor'], c => formPage(c, filled({}))),
  post(paths.priceListImport, ['editor'], 'prices.imported', bring),
]
