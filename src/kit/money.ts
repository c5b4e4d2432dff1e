/** Money is integer grosze everywhere; only the functions here know about złote. */
export type Grosze = number

/** `1250000` -> "12 500 zł"; grosze appear only where there are some. Never rounds. */
export function formatMoney(grosze: Grosze, locale: 'pl' | 'en' = 'pl'): string {
  const sign = grosze < 0 ? '−' : ''
  const whole = Math.trunc(Math.abs(grosze) / 100)
  const rest = Math.abs(grosze) % 100
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, locale === 'pl' ? '\u00a0' : ',')
  const cents = rest === 0 ? '' : `${locale === 'pl' ? ',' : '.'}${String(rest).padStart(2, '0')}`
  return locale === 'pl' ? `${sign}${grouped}${cents}\u00a0zł` : `${sign}PLN\u00a0${grouped}${cents}`
}

/** "12 500,50 zł" -> 1250050; undefined when it is not an amount with at most two decimals. */
export function parseMoney(typed: string): Grosze | undefined {
  const bare = typed.replace(/zł|pln/gi, '').replace(/[\s\u00a0\u202f]/g, '')
  const match = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(bare)
  if (!match) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** As people type it into a field: "2800" or "199,99". */
export const moneyTyped = (grosze: Grosze): string =>
  grosze % 100 === 0 ? String(grosze / 100) : `${Math.trunc(grosze / 100)},${String(grosze % 100).padStart(2, '0')}`
