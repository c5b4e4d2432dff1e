/** How the city and its programme are called, and where people can ask. Shown on every page. */
export type CitySettings = {
  readonly cityName: string
  readonly programmeName: string
  readonly office: string
  readonly email: string
  readonly phone: string
  readonly address: string
  readonly version: number
}
export const noCitySettings: CitySettings = { cityName: '', programmeName: '', office: '', email: '', phone: '', address: '', version: 0 }
