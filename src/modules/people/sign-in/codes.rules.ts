/** What keeps a short code safe: it lives briefly, few tries are counted, and few are sent. All in real time, whatever the demo clock says. */
export const codeRules = {
  minutes: 15,
  attempts: 5,
  perEmailAnHour: 6,
  perAddressAnHour: 40,
  /** A second click with the right code, within so many seconds, is the same act. */
  graceSeconds: 30,
} as const

/** Printed codes are long, so guessing is hopeless; tries are limited all the same. */
export const takeoverRules = { days: 90, triesAnHour: 20 } as const

export const codeDigits = (typed: string): string => typed.replace(/\D/g, '')
/** "abc def-ghk mnp" -> "ABC-DEF-GHK-MNP", as it is printed. */
export const printedCode = (typed: string): string =>
  (
    typed
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .match(/.{1,3}/g) ?? []
  ).join('-')
