import { resolve } from 'node:path'
import { z } from 'zod'
import { keptSecret } from '#platform/secret.ts'

export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly publicUrl: string
  readonly production: boolean
  readonly demo: boolean
  readonly logLevel: string
  readonly mailFrom: string
  readonly secret: string
  readonly trustProxy: boolean
  readonly tilesUrl: string | undefined
}
export type CheckedSettings = { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly mistakes: readonly string[] }
type Environment = Readonly<Record<string, string | undefined>>

const blankIsUnset = (typed: unknown) => (typeof typed === 'string' && typed.trim() ? typed.trim() : undefined)
const setting = <Rule extends z.ZodType>(rule: Rule) => z.preprocess(blankIsUnset, rule)
const optional = (sentence: string, holds: (typed: string) => boolean) => setting(z.string().refine(holds, sentence).optional())
const choice = <const Options extends readonly [string, ...string[]]>(name: string, options: Options) =>
  setting(z.enum(options, `${name} must be one of: ${options.join(', ')}.`).optional())
const onOrOff = (name: string) =>
  setting(
    z
      .enum(['on', 'off', 'true', 'false', '1', '0'], `${name} must be on or off.`)
      .transform(typed => typed === 'on' || typed === 'true' || typed === '1')
      .optional(),
  )

function isUrl(typed: string, protocols: readonly string[]): boolean {
  const url = URL.canParse(typed) ? new URL(typed) : null
  return url !== null && protocols.includes(url.protocol) && url.hostname !== ''
}
const isDatabaseUrl = (typed: string) => URL.canParse(typed) && /^postgres(ql)?:$/.test(new URL(typed).protocol) && new URL(typed).pathname.length > 1
const isOrigin = (typed: string) => isUrl(typed, ['http:', 'https:']) && `${new URL(typed).origin}` === typed.replace(/\/$/, '')
const isTiles = (typed: string) => isUrl(typed, ['http:', 'https:']) && ['{z}', '{x}', '{y}'].every(part => typed.includes(part))
const isSender = (typed: string) => /^([^<>@]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(typed)
const isPort = (typed: string) => /^\d{1,5}$/.test(typed) && Number(typed) <= 65_535

const settings = z.object({
  PORT: optional('PORT must be a whole number from 0 to 65535 (0: any free port).', isPort),
  HOST: optional('HOST must be a name or an address to listen on, such as 127.0.0.1 or 0.0.0.0.', typed => /^[\w.:-]+$/.test(typed)),
  DATA_DIR: setting(z.string().optional()),
  DATABASE_URL: optional('DATABASE_URL must look like postgres://user:password@host:5432/database.', isDatabaseUrl),
  SMTP_URL: optional('SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host.', typed =>
    isUrl(typed, ['smtp:', 'smtps:']),
  ),
  PUBLIC_URL: optional('PUBLIC_URL must be an address without a path, such as https://projekty.example.pl.', isOrigin),
  NODE_ENV: choice('NODE_ENV', ['development', 'test', 'production']),
  DEMO: onOrOff('DEMO'),
  LOG_LEVEL: choice('LOG_LEVEL', ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']),
  MAIL_FROM: optional('MAIL_FROM must look like projekty@example.pl or Wspólne Projekty <projekty@example.pl>.', isSender),
  SECRET: optional('SECRET must have at least 32 characters.', typed => typed.length >= 32),
  TRUST_PROXY: onOrOff('TRUST_PROXY'),
  TILES_URL: optional('TILES_URL must be an address with {z}, {x} and {y} in it.', isTiles),
})
type Settings = z.infer<typeof settings>

export const settingNames = Object.keys(settings.shape)

/** What a city may not forget: each of these would otherwise fail later, in front of a resident. */
function mistakesInProduction(env: Environment): readonly string[] {
  const { NODE_ENV, DEMO, SECRET, PUBLIC_URL, SMTP_URL } = Object.fromEntries(settingNames.map(name => [name, blankIsUnset(env[name])]))
  if (NODE_ENV !== 'production') return []
  const local = PUBLIC_URL && ['localhost', '127.0.0.1', '[::1]'].includes(URL.canParse(PUBLIC_URL) ? new URL(PUBLIC_URL).hostname : '')
  return [
    ...(DEMO && ['on', 'true', '1'].includes(DEMO)
      ? ['DEMO cannot be on when NODE_ENV is production: the demo lets anyone act as anyone and move the clock.']
      : []),
    ...(SECRET ? [] : ['SECRET must be set when NODE_ENV is production: at least 32 random characters, for example from: openssl rand -hex 32.']),
    ...(SMTP_URL ? [] : ['SMTP_URL must be set when NODE_ENV is production: people sign in with a code sent by mail.']),
    ...(PUBLIC_URL ? [] : ['PUBLIC_URL must be set when NODE_ENV is production: the links in mails begin with it.']),
    ...(PUBLIC_URL?.startsWith('http:') && !local ? ['PUBLIC_URL must begin with https:// when NODE_ENV is production.'] : []),
  ]
}

const asRoot = () => process.getuid?.() === 0

function configOf(typed: Settings, env: Environment): Config {
  const port = Number(typed.PORT ?? 3000)
  const production = typed.NODE_ENV === 'production'
  const publicUrl = typed.PUBLIC_URL?.replace(/\/$/, '') ?? `http://localhost:${port}`
  // npm changes the working directory, so what a person typed is meant from where they stood.
  const dataDir = typed.DATA_DIR ? resolve(env.INIT_CWD ?? '.', typed.DATA_DIR) : resolve(asRoot() ? '/var/lib/wspolne-projekty' : '.data')
  return {
    port,
    host: typed.HOST ?? '127.0.0.1',
    dataDir,
    databaseUrl: typed.DATABASE_URL,
    smtpUrl: typed.SMTP_URL,
    publicUrl,
    production,
    demo: typed.DEMO ?? !production,
    logLevel: typed.LOG_LEVEL ?? (typed.NODE_ENV === 'test' ? 'silent' : 'info'),
    mailFrom: typed.MAIL_FROM ?? `Wspólne Projekty <nie-odpowiadaj@${new URL(publicUrl).hostname}>`,
    secret: typed.SECRET ?? keptSecret(dataDir),
    trustProxy: typed.TRUST_PROXY ?? false,
    tilesUrl: typed.TILES_URL,
  }
}

/** Every mistake at once, each in one sentence. No sentence repeats what was typed: some settings hold passwords. */
export function checkSettings(env: Environment): CheckedSettings {
  const read = settings.safeParse(env)
  const mistakes = [...(read.error?.issues.map(issue => issue.message) ?? []), ...mistakesInProduction(env)]
  return read.success && mistakes.length === 0 ? { ok: true, config: configOf(read.data, env) } : { ok: false, mistakes }
}

/** For the programs: the settings, or the list of mistakes and the end with code 2. */
export function readConfig(env: Environment): Config {
  const checked = checkSettings(env)
  if (checked.ok) return checked.config
  for (const mistake of checked.mistakes) console.error(mistake)
  console.error('All settings are described in docs/operate/settings.md.')
  process.exit(2)
}
