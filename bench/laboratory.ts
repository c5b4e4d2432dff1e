import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { paths } from '#paths'
import { openBrowser, unpackBrowser } from '../journeys/browser.ts'
import { elections } from './counting.ts'
import { most } from './words.ts'

const file = 'Poland_Lodz_2022.pb'

/** The most that a page's process has held in memory, in MB: its script, its worker, its pictures, and the browser's own code. */
async function peakOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1024)
  return Math.max(...peaks)
}

/** A file of ninety thousand ballots dropped into the laboratory and counted there by one rule after another: on a telephone's memory. */
export async function measureLaboratory(address: string): Promise<readonly string[]> {
  if (!elections) return ['       laboratory: there is no ../shared/data/pabulib beside the project']
  const unpacked = await unpackBrowser()
  const browser = await openBrowser(unpacked.folder)
  try {
    const page = await browser.newPage({ viewport: { width: 375, height: 800 }, locale: 'pl' })
    let empty = 0
    for (const rule of ['greedy', 'equalshares', 'equalshares/add1', 'phragmen']) {
      await page.goto(`${address}${paths.laboratory}?zasada=${rule}`)
      empty ||= await peakOf(browser)
      await page.locator('vote-laboratory input[type=file]').setInputFiles(join(elections, file))
      await page.locator('tbody td b').first().waitFor({ timeout: 300_000 })
    }
    return [
      most(`laboratory, ${file} counted by four rules in the browser: memory of the page's process`, await peakOf(browser), 300, 'MB'),
      `       the same page before the file: ${Math.round(empty)} MB`,
    ]
  } finally {
    await browser.close()
    await unpacked.remove()
  }
}
