import { pino } from 'pino'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'>

/** Structured lines on standard output. Personal data never goes in: callers pass ids and counts, and these keys are cut even so. */
export const openLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['email', 'address', 'phone', 'name', 'ip', '*.email', '*.address', '*.phone', '*.name', '*.ip'], censor: '[cut]' },
  })
