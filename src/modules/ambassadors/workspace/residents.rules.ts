import type { FactRules } from '#kit/facts.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'residents.of-district': { districts: number; source: string }
  }
}
export const residentsFacts = { 'residents.of-district': { keep: { years: 25 } } } satisfies FactRules

export type DistrictResidents = { readonly territoryId: string; readonly residents: number; readonly source: string }
export type Coverage = {
  readonly territoryId: string
  /** People in the areas of ambassadors who work there, as far as they have been counted. */
  readonly covered: number
  readonly residents: number | undefined
  /** 0 to 1; undefined while one of the numbers is missing. Areas may overlap, so it is at most and says so. */
  readonly share: number | undefined
  /** Some of these areas have not been counted. */
  readonly partly: boolean
}

type Counted = { readonly districtIds: readonly string[]; readonly residents: number | undefined }
/** What part of each district has an ambassador. An area over several districts counts evenly in each. */
export function coverageOf(districtIds: readonly string[], ambassadors: readonly Counted[], known: ReadonlyMap<string, number>): readonly Coverage[] {
  return districtIds.map(territoryId => {
    const own = ambassadors.filter(one => one.districtIds.includes(territoryId))
    const covered = own.reduce((sum, one) => sum + Math.round((one.residents ?? 0) / one.districtIds.length), 0)
    const residents = known.get(territoryId)
    const counted = own.some(one => one.residents !== undefined)
    const share = residents !== undefined && counted ? Math.min(1, covered / residents) : undefined
    return { territoryId, covered, residents, share, partly: own.some(one => one.residents === undefined) }
  })
}
