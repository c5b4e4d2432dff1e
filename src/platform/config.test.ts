import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkSettings, settingNames } from '#platform/config.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'settings-'))
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }))

const city = {
  NODE_ENV: 'production',
  SECRET: 'x'.repeat(32),
  SMTP_URL: 'smtp://mail.example.pl:587',
  PUBLIC_URL: 'https://projekty.example.pl/',
  DATA_DIR,
}
const mistakesOf = (env: Record<string, string>) => {
  const checked = checkSettings({ DATA_DIR, ...env })
  return checked.ok ? [] : checked.mistakes
}
const configOf = (env: Record<string, string>) => {
  const checked = checkSettings({ DATA_DIR, ...env })
  if (!checked.ok) throw new Error(checked.mistakes.join(' '))
  return checked.config
}

test('nothing needs to be set for a first look', () => {
  const config = configOf({})
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    demo: true,
    production: false,
    trustProxy: false,
  })
  expect(config.secret).toMatch(/^[0-9a-f]{64}$/)
  expect(configOf({ PORT: '' }).secret).toBe(config.secret)
  expect(statSync(join(DATA_DIR, 'secret')).mode & 0o777).toBe(0o600)
})

test('a city sets what production needs, and the demo stays off', () => {
  expect(configOf(city)).toMatchObject({ production: true, demo: false, publicUrl: 'https://projekty.example.pl', secret: city.SECRET })
  expect(configOf(city).mailFrom).toBe('Wspólne Projekty <nie-odpowiadaj@projekty.example.pl>')
})

test('the demo cannot be switched on in production', () => {
  for (const DEMO of ['on', 'true', '1', ' on ']) expect(mistakesOf({ ...city, DEMO })).toEqual([expect.stringContaining('DEMO cannot be on')])
  expect(configOf({ ...city, DEMO: 'off' }).demo).toBe(false)
})

test('every mistake is told at once, without repeating a password', () => {
  const mistakes = mistakesOf({ PORT: '99999', DATABASE_URL: 'mysql://root:hunter2@db', SMTP_URL: 'hunter2', NODE_ENV: 'production', DEMO: 'maybe' })
  expect(mistakes.map(mistake => mistake.split(' ')[0])).toEqual(['PORT', 'DATABASE_URL', 'SMTP_URL', 'DEMO', 'SECRET', 'PUBLIC_URL'])
  expect(mistakes.join()).not.toContain('hunter2')
})

test.each([
  ['PORT', 'x'],
  ['PORT', '-1'],
  ['HOST', 'a b'],
  ['DATABASE_URL', 'postgres://host'],
  ['PUBLIC_URL', 'https://example.pl/projekty'],
  ['PUBLIC_URL', 'example.pl'],
  ['NODE_ENV', 'prod'],
  ['LOG_LEVEL', 'loud'],
  ['MAIL_FROM', 'projekty'],
  ['SECRET', 'short'],
  ['TRUST_PROXY', 'yes please'],
  ['TILES_URL', 'https://tiles.example.pl/'],
])('%s=%s is refused in one sentence that names it', (name, typed) => {
  expect(mistakesOf({ [name]: typed })).toEqual([expect.stringMatching(new RegExp(`^${name} .*\\.$`))])
})

test('plain http in production is refused, but for a trial on this machine', () => {
  expect(mistakesOf({ ...city, PUBLIC_URL: 'http://projekty.example.pl' })).toHaveLength(1)
  expect(mistakesOf({ ...city, PUBLIC_URL: 'http://localhost:3000' })).toEqual([])
})

test('every setting has its heading in the operating guide', () => {
  const guide = readFileSync(new URL('../../docs/operate/settings.md', import.meta.url), 'utf8')
  expect([...guide.matchAll(/^## `?([A-Z_]+)`?$/gm)].map(match => match[1]).sort()).toEqual([...settingNames].sort())
})
