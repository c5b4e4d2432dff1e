import { nobody } from '#kit/actor.ts'
import { ideasAlike, needsAlike } from '#modules/ideas/similar.store.ts'
import { archivedAlike } from '#modules/programme/archive/archive-lines.store.ts'
import { projectsAlike } from '#modules/proposals/words.store.ts'
import { findAlike } from '#platform/alike.ts'
import { openDatabase } from '#platform/db.ts'
import type { ThingKind } from '#platform/things.ts'
import { ownerUrlOf, startProduct } from '../journeys/product.ts'
import { growCity, titleOf } from './growing-city.ts'
import { middle } from './load.ts'
import { most } from './words.ts'

const [proposals, questions] = [5_000, 200]
const find = async () => []
const kinds: readonly ThingKind[] = [
  { prefix: 'need', find, alike: needsAlike },
  { prefix: 'idea', find, alike: ideasAlike },
  { prefix: 'project', find, alike: projectsAlike },
  { prefix: 'archived', find, alike: archivedAlike },
]
/** Letters lost, as by a hurried hand. */
const slipped = (title: string) => title.replace(/(\p{L})(\p{L})(\p{L}{3,})$/u, '$2$1$3')
const point = (n: number) => ({ lon: 19.8 + ((n * 37) % 1000) * 0.0003, lat: 50 + ((n * 53) % 1000) * 0.0001 })

/** One question over ideas and projects in equal parts, needs and the archive: by words, with slips, and with a place and a district. */
export async function measureSimilarity(env: Readonly<Record<string, string>> & { readonly DATA_DIR: string }): Promise<readonly string[]> {
  await (await startProduct({ DATA_DIR: env.DATA_DIR, LOG_LEVEL: 'warn' })).stop()
  const product = await startProduct(env)
  const database = openDatabase(ownerUrlOf(env.DATA_DIR))
  const ctx = { db: database.db, actor: nobody, now: new Date(), wall: new Date(), locale: 'pl' as const }
  try {
    await growCity(database, 0, proposals / 2)
    const { rows } = await database.pool.query<{ id: string }>(`select id from territories where kind = 'district' order by id`)
    const ways = {
      'by the words of a title': (n: number) => ({ words: titleOf(n * 13) }),
      'with a slip of the hand': (n: number) => ({ words: slipped(titleOf(n * 13)) }),
      'by words, place and district': (n: number) => ({ words: titleOf(n * 13), point: point(n), territoryId: rows[n % rows.length]?.id }),
    }
    const told: string[] = []
    for (const [what, askedBy] of Object.entries(ways)) {
      const times: number[] = []
      for (let n = 0; n < questions; n++) {
        const began = performance.now()
        await findAlike(ctx, kinds, { ...askedBy(n), limit: 12 })
        times.push(performance.now() - began)
      }
      const slow = times.sort((a, b) => a - b)[Math.floor(questions * 0.95)] ?? 0
      told.push(
        `${most(`what resembles it among ${proposals} proposals, ${what}`, middle(times), 50, 'ms')} (the slowest twentieth from ${slow.toFixed(0)} ms)`,
      )
    }
    return told
  } finally {
    await database.close()
    await product.stop()
  }
}
