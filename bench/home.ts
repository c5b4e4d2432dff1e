import { openBrowser, unpackBrowser } from '../journeys/browser.ts'
import { most } from './words.ts'

/** What a browser with an empty cache takes over the wire for the first view of home. */
export async function measureHome(address: string): Promise<readonly string[]> {
  const unpacked = await unpackBrowser()
  const browser = await openBrowser(unpacked.folder)
  try {
    const page = await browser.newPage()
    const network = await page.context().newCDPSession(page)
    const kinds = new Map<string, string>()
    const taken = { script: 0, font: 0, other: 0 }
    await network.send('Network.enable')
    network.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type))
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId)
      taken[kind === 'Script' ? 'script' : kind === 'Font' ? 'font' : 'other'] += encodedDataLength
    })
    // the live line stays open, so the network is never quite idle
    await page.goto(address, { waitUntil: 'load' })
    await page.waitForTimeout(1_500)
    return [
      most('first view of home, over the wire, fonts apart', (taken.script + taken.other) / 1000, 100, 'kB'),
      most('its script', taken.script / 1000, 20, 'kB'),
      `       its fonts: ${Math.round(taken.font / 1000)} kB`,
    ]
  } finally {
    await browser.close()
    await unpacked.remove()
  }
}
