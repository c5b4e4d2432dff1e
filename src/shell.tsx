import type { Furnish } from '#web/app.ts'

/** What stands around every page: menus without a trace of what the edition has switched off, the demo's bar. */
export const furnish: Furnish = async () => ({ menu: [], footer: [], strip: undefined, cityName: 'Budżet Obywatelski', waiting: 0 })
