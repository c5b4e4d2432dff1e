import type { Config } from '#platform/config.ts'
import { type CastKey, cast, emailOf, type Part } from '#seeds/cast.ts'

/** What the terminal says once the house answers: the address, and in the demo who can sign in. */
export function welcome(config: Config, port: number): string {
  const address = `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}`
  const shown = config.host === '127.0.0.1' ? `http://localhost:${port}` : address
  if (!config.demo) return `Wspólne Projekty: ${shown} (${config.publicUrl})`
  const people = (Object.keys(cast) as CastKey[]).filter(key => !(cast[key] as Part).noEmail)
  const lines = people.map(key => `  ${emailOf(key).padEnd(28)} ${cast[key].name}, ${cast[key].about.en}`)
  return [
    `Wspólne Projekty: ${shown}`,
    '',
    'This is the demo. Become anybody in the bar on top, or sign in by e-mail (the page shows the code):',
    ...lines,
    '',
  ].join('\n')
}
