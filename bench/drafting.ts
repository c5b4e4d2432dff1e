import { writeStory } from '#modules/proposals/testing-story.ts'
import { openWriter } from '#modules/proposals/testing-writers.ts'
import { openDatabase } from '#platform/db.ts'
import { ownerUrlOf, type Product, startProduct } from '../journeys/product.ts'
import type { BenchCity } from './city.ts'
import { fillDrafts } from './drafts.ts'

const seconds = 120
const kills = 4

/** Two and five tabs write one section for two minutes, with broken lines and a server killed as by a power cut; not a speed, a promise. */
export async function measureDrafting(product: Product, city: BenchCity, start: Parameters<typeof startProduct>, dataDir: string): Promise<Product> {
  let running = product
  for (const tabs of [2, 5]) {
    const database = openDatabase(ownerUrlOf(dataDir))
    const [draft] = await fillDrafts(database, city.residents, 1, tabs)
    await database.close()
    if (!draft) throw new Error('no draft')
    const { lost, kept, converged } = await writeStory({
      seed: tabs,
      writers: tabs,
      steps: seconds * 20,
      pace: 50,
      crashes: kills,
      enter: n => openWriter(() => running.address, `sesja=${draft.authors[n]?.token}`, { id: draft.id, section: 'opis' }),
      async crash() {
        await running.kill()
        running = await startProduct(...start)
      },
    })
    const ok = lost.length === 0 && converged
    console.log(
      `${ok ? 'ok    ' : 'MISSED'} ${tabs} tabs, ${seconds} seconds, ${kills} kills: ${lost.length} of ${kept} letters called kept are missing, ${converged ? 'all say the same' : 'NOT ALL SAY THE SAME'}`,
    )
  }
  return running
}
