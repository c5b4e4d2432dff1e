import { type FormState, filled } from '#kit/form.ts'
import { type Found, findPlaces } from '#modules/programme/finding.rules.ts'
import { krakowPlaces } from '#modules/programme/territories/krakow-places.rules.ts'
import { FindDistrictPage } from '#modules/programme/territories/territories.pages.tsx'
import { readPoint } from '#modules/programme/territories/territories.rules.ts'
import { districtAt, listTerritories } from '#modules/programme/territories/territories.store.ts'
import { territoriesTextsEn } from '#modules/programme/territories/territories.texts.en.ts'
import { territoriesTexts } from '#modules/programme/territories/territories.texts.ts'
import { districtShapes, districtsBox, districtsGeoJson } from '#modules/programme/territories/territories-map.store.ts'
import { paths } from '#paths'
import { get, page, type Route, type Visit } from '#web/http.ts'
import { readTile, tileOf, tileTouches } from '#web/tiles.ts'

const texts = { pl: territoriesTexts, en: territoriesTextsEn }

/** GeoJSON for the live map; `tiles` is there only where the city has switched a background on. */
async function boundaries(c: Visit): Promise<Response> {
  const { ctx, config } = c.var
  const tiles = config.tilesUrl ? { tiles: '/mapa/{z}/{x}/{y}' } : {}
  c.header('Cache-Control', 'public, max-age=300')
  return c.body(JSON.stringify({ ...(await districtsGeoJson(ctx)), ...tiles }), 200, { 'Content-Type': 'application/geo+json; charset=utf-8' })
}

async function find(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const typed = { q: c.req.query('q')?.trim().slice(0, 200), lon: c.req.query('lon')?.trim(), lat: c.req.query('lat')?.trim() }
  const answer = typed.lon || typed.lat ? await byPoint(c, typed.lon ?? '', typed.lat ?? '') : typed.q ? await byWords(c, typed.q) : undefined
  const form: FormState = { ...filled(typed), errors: answer?.error ? { [answer.error.field]: answer.error.sentence } : {} }
  const map = await districtShapes(ctx)
  return page(c, <FindDistrictPage frame={frame} map={map} form={form} found={answer?.found} />, answer?.error ? 422 : 200)
}

type Answer = { readonly found?: readonly Found[]; readonly error?: { readonly field: string; readonly sentence: string } }
async function byWords({ var: { ctx } }: Visit, typed: string): Promise<Answer> {
  return { found: findPlaces(typed, await listTerritories(ctx), krakowPlaces) }
}
async function byPoint({ var: { ctx } }: Visit, lon: string, lat: string): Promise<Answer> {
  const t = texts[ctx.locale].find
  const point = readPoint(lon, lat)
  if (!point) return { error: { field: 'lon', sentence: t.badPoint } }
  const territory = await districtAt(ctx, point)
  return territory ? { found: [{ territory, by: t.here }] } : { error: { field: 'lon', sentence: t.pointOutside } }
}

async function tile(c: Visit): Promise<Response> {
  const { ctx, config } = c.var
  const [z = '', x = '', y = ''] = [c.req.param('z'), c.req.param('x'), c.req.param('y')]
  const asked = config.tilesUrl ? readTile(z, x, y) : undefined
  if (!asked || !tileTouches(asked, await districtsBox(ctx))) return c.body(null, 404)
  const answer = await tileOf(config, asked, ctx.wall)
  if (!answer.ok) return c.body(null, answer.status)
  return c.body(answer.bytes, 200, { 'Content-Type': answer.type, 'Cache-Control': 'public, max-age=604800' })
}

export const territoriesRoutes: readonly Route[] = [
  get(paths.districtsMap, 'everyone', boundaries),
  get(paths.findDistrict, 'everyone', find),
  get(paths.tile, 'everyone', tile),
]
