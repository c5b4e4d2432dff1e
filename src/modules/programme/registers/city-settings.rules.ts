/** How the city and its programme are called, and where people can ask. Shown on every page. */
export type CitySettings = {
  readonly cityName: string
  readonly programmeName: string
  readonly programmeNameEn: string
  readonly office: string
  readonly email: string
  readonly phone: string
  readonly address: string
  readonly version: number
}
export const noCitySettings: CitySettings = {
  cityName: '',
  programmeName: '',
  programmeNameEn: '',
  office: '',
  email: '',
  phone: '',
  address: '',
  version: 0,
}
