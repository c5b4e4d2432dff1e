import type { JSX } from 'hono/jsx/jsx-runtime'
import { dateAndTime, longDate } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { hashInGroups } from '#modules/proposals/drafting/drafting.rules.ts'
import { hashOf } from '#modules/proposals/drafting/versions.actions.ts'
import { isAuthor, mayHelp, type Project } from '#modules/proposals/proposals.rules.ts'
import { findProject } from '#modules/proposals/proposals.store.ts'
import { projectHere } from '#modules/submission/agreeing/agreeing.routes.tsx'
import { type Checked, CheckPage } from '#modules/submission/prints/receipts.pages.tsx'
import { checkAddress, ReceiptBeside, receiptsWords } from '#modules/submission/prints/receipts.parts.tsx'
import { isHash, plainHash, plainNumber } from '#modules/submission/prints/receipts.rules.ts'
import { findReceipt, receiptOf } from '#modules/submission/prints/receipts.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { renderPdf } from '#platform/documents.ts'
import { qrRows } from '#ui/qr.ts'
import { get, page, printed, type Route, type Visit } from '#web/http.ts'

/** Looks up what was copied from paper; without anything it only asks. */
async function check(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const { errors: t } = receiptsWords(frame)
  const [numer = '', odcisk = ''] = [c.req.query('numer'), c.req.query('odcisk')]
  if (numer === '' && odcisk === '') return page(c, <CheckPage frame={frame} form={emptyForm} checked={undefined} />)
  const errors: FormState['errors'] = {
    ...(numer.trim() === '' ? { numer: t.required } : numer.length > 40 ? { numer: t.long } : {}),
    ...(isHash(odcisk) ? {} : { odcisk: odcisk.trim() === '' ? t.required : t.hash }),
  }
  const wrong = Object.keys(errors).length > 0
  const form = { typed: { numer: numer.slice(0, 40), odcisk: odcisk.slice(0, 100) }, errors }
  const checked = wrong ? undefined : await look(ctx, numer, odcisk)
  return page(c, <CheckPage {...{ frame, form, checked }} />, wrong ? 422 : 200)
}

async function look(ctx: Ctx, numer: string, odcisk: string): Promise<Checked> {
  const receipt = await findReceipt(ctx, plainNumber(numer), plainHash(odcisk))
  return { receipt: receipt && { ...receipt, same: hashOf(receipt.snapshot) === receipt.hash } }
}

const mayPrint = ({ actor }: Ctx, project: Project) => isAuthor(actor, project) || mayHelp(actor, project).ok

/** The receipt on paper: number, moment, version, hash, and where to check it. No name. */
async function print(c: Visit): Promise<Response> {
  const { ctx, config, frame } = c.var
  const { paper: t } = receiptsWords(frame)
  const project = await projectHere(c)
  const receipt = mayPrint(ctx, project) ? await receiptOf(ctx, project.id) : undefined
  if (!receipt) return notFound('receipt')
  const address = `${config.publicUrl}${checkAddress(receipt)}`
  const data = {
    title: t.title,
    lang: ctx.locale,
    foot: `${frame.cityName} · ${receipt.publicNo}`,
    number: receipt.publicNo,
    facts: [
      [t.project, receipt.snapshot.sections.title],
      [t.place, territoryTitle(await loadTerritory(ctx, project.territoryId))],
      [t.at, dateAndTime(receipt.at, ctx.locale)],
      [t.version, String(receipt.version)],
    ],
    hashName: t.hash,
    hash: hashInGroups(receipt.hash),
    statement: t.statement,
    check: t.check,
    address: `${config.publicUrl}${url(paths.receiptCheck)}`,
    qr: { rows: qrRows(address), alt: t.qr },
    made: t.made(longDate(ctx.now, ctx.locale)),
  }
  return printed(c, renderPdf(new URL('./receipt.typ', import.meta.url), data, ctx.now), `potwierdzenie-${receipt.publicNo}.pdf`)
}

/** On the page of a submitted project, for its authors and those who help them. */
export async function receiptsBeside({ var: { ctx, frame } }: Visit, id: string): Promise<JSX.Element | undefined> {
  if (ctx.actor.id === '' || !id.startsWith('project_')) return undefined
  const project = await findProject(ctx, id)
  const receipt = project && mayPrint(ctx, project) ? await receiptOf(ctx, id) : undefined
  return receipt && <ReceiptBeside frame={frame} id={id} receipt={receipt} />
}

export const receiptsRoutes: readonly Route[] = [get(paths.receiptCheck, 'everyone', check), get(paths.projectReceipt, 'signed-in', print)]
