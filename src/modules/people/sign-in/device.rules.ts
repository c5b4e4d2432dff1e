export type OpenSession = { readonly id: string; readonly device: string; readonly createdAt: Date; readonly lastSeenAt: Date }

/** Of what a browser says about itself only its family and system are kept, so that people know their own devices. */
export function deviceOf(userAgent: string | undefined): string {
  const agent = userAgent ?? ''
  return [first(agent, browsers), first(agent, systems)].filter(Boolean).join(', ')
}

const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Chrome', 'Chrome'],
  ['CriOS', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['CrOS', 'Chromebook'],
  ['Linux', 'Linux'],
] as const

const first = (agent: string, names: readonly (readonly [string, string])[]) => names.find(([mark]) => agent.includes(mark))?.[1]
