import { notFound } from '#kit/refusal.ts'
import type { Locale } from '#kit/texts.ts'
import { mustHaveAmbassadors } from '#modules/ambassadors/ambassadors.routes.tsx'
import { KitPage } from '#modules/ambassadors/kit.pages.tsx'
import {
  announcementData,
  attendanceData,
  isSheet,
  type KitSheet,
  type KitWho,
  posterData,
  scriptData,
  sheetsData,
} from '#modules/ambassadors/kit.rules.ts'
import { kitTextsEn } from '#modules/ambassadors/kit.texts.en.ts'
import { kitTexts } from '#modules/ambassadors/kit.texts.ts'
import { mayWork } from '#modules/ambassadors/terms.rules.ts'
import { termsOf } from '#modules/ambassadors/terms.store.ts'
import { readCitySettings } from '#modules/programme/city-settings.store.ts'
import { paths, url } from '#paths'
import { renderPdf } from '#platform/documents.ts'
import { qrRows } from '#ui/qr.ts'
import { get, page, printed, type Route, type Visit } from '#web/http.ts'

const texts = { pl: kitTexts, en: kitTextsEn }
const template = (name: string) => new URL(`./kit-${name}.typ`, import.meta.url)

async function ownTerm(c: Visit) {
  await mustHaveAmbassadors(c.var.ctx)
  return (await termsOf(c.var.ctx, c.var.ctx.actor.id)).find(term => mayWork(c.var.ctx.actor, term).ok)
}

/** The generic kit, without a meeting: dates and places are written in by hand. */
function sheetOf(sheet: KitSheet, who: KitWho, locale: Locale): readonly [URL, Readonly<Record<string, unknown>>] {
  const t = texts[locale]
  switch (sheet) {
    case 'plakat': {
      const { qr, ...data } = posterData(who, t.poster, locale)
      return [template('poster'), { ...data, qr: qrRows(data.link), qrAlt: qr }]
    }
    case 'ogloszenie':
      return [template('announcement'), announcementData(who, t.announcement, locale)]
    case 'lista-obecnosci':
      return [template('attendance'), attendanceData(who, t.attendance, locale)]
    case 'arkusze':
      return [template('sheets'), sheetsData(who, t.contribution, locale)]
    case 'scenariusz':
      return [template('script'), scriptData(who, t.script, locale)]
  }
}

async function print(c: Visit): Promise<Response> {
  const { ctx, config } = c.var
  const term = await ownTerm(c)
  const sheet = c.req.param('sheet')
  if (!term || !isSheet(sheet)) return notFound('no kit')
  const city = await readCitySettings(ctx)
  const who = {
    name: ctx.actor.name,
    area: term.areaWords,
    city: city.cityName,
    contact: city.phone,
    address: `${config.publicUrl}${url(paths.ambassador, { id: term.id })}`,
    short: `${config.publicUrl}${paths.ambassadors}`,
  }
  const [file, data] = sheetOf(sheet, who, c.req.query('jezyk') === 'en' ? 'en' : 'pl')
  return printed(c, renderPdf(file, data, ctx.now), `${sheet}.pdf`)
}

export const kitRoutes: readonly Route[] = [
  get(paths.kit, 'signed-in', async c => page(c, <KitPage frame={c.var.frame} may={(await ownTerm(c)) !== undefined} />)),
  get(paths.kitPrint, 'signed-in', print),
]
