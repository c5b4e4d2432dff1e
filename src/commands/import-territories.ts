import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AreaFault } from '#modules/programme/territories/geojson.rules.ts'
import { importAreas } from '#modules/programme/territories/territories.actions.ts'
import { counted, filesAsked, progress, withData } from '../command.ts'

const sentences: Record<AreaFault['why'], (what: string) => string> = {
  'not-features': what => `the file must be a FeatureCollection, and this is: ${what}`,
  empty: () => 'the file has no features',
  'not-area': what => `the geometry must be a Polygon or a MultiPolygon, and this is: ${what || 'nothing'}`,
  'short-ring': what => `a ring needs at least four positions, and this one has ${what}`,
  'not-degrees': what => `coordinates must be degrees, WGS84 (longitude, latitude), and this is ${what}`,
  'no-name': () => 'neither a number nor a name is given',
  kind: what => `kind must be district, estate or custom, and this is: ${what}`,
  'no-such-district': what => `the city has no such district: ${what}`,
  'name-differs': what => `the number and the name belong to different districts: ${what}`,
  'no-such-parent': what => `parent must be the number or the name of a district, and this is: ${what}`,
  twice: what => `this area stands in the file twice: ${what}`,
}

async function readJson(file: string): Promise<{ readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly why: string }> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (text instanceof Error) return { ok: false, why: text.code === 'ENOENT' ? 'there is no such file' : text.message }
  try {
    return { ok: true, json: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { ok: false, why: `this is not JSON (${error instanceof Error ? error.message : ''})` }
  }
}

const [file] = filesAsked()
if (!file) {
  console.error('Usage: npm run import:territories -- FILE.geojson')
  process.exit(2)
}
await withData(async ctx => {
  const read = await readJson(file)
  if (!read.ok) {
    console.error(`${basename(file)}: ${read.why}.`)
    return 1
  }
  const answer = await importAreas(ctx(), read.json, basename(file), (done, all) => progress(`Areas: ${done} of ${all}`, done === all))
  if (answer.ok) {
    const { added, changed, unchanged, squareKm } = answer.report
    const all = counted(added + changed + unchanged, 'area', 'areas')
    console.log(
      `${basename(file)}: ${all}, ${squareKm.toFixed(2)} km². New: ${added}, with a changed boundary: ${changed}, as they were: ${unchanged}.`,
    )
    return 0
  }
  if (answer.why === 'no-city') console.error('There is no city yet: start the product once, or create an edition from a preset.')
  for (const { feature, why, what } of answer.faults)
    console.error(`${basename(file)}${feature ? `, feature ${feature}` : ''}: ${sentences[why](what)}.`)
  console.error('Nothing was imported.')
  return 1
})
