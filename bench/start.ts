import { startPostgres } from '#platform/embedded-postgres.ts'
import { startProduct } from '../journeys/product.ts'
import { middle } from './load.ts'
import { most } from './words.ts'

/** From the command to the first answer on data that are there already, less what the database takes to start by itself. */
export async function measureStart(dataDir: string, env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const [databases, products]: [number[], number[]] = [[], []]
  for (let round = 0; round < 3; round++) {
    const [began, database] = [performance.now(), await startPostgres({ dataDir })]
    databases.push(performance.now() - began)
    await database.stop()
    const start = performance.now()
    const product = await startProduct(env)
    const answer = await fetch(product.address)
    await answer.text()
    products.push(performance.now() - start)
    await product.stop()
    if (answer.status !== 200) throw new Error(`the first answer was ${answer.status}`)
  }
  const [database, product] = [middle(databases) / 1000, middle(products) / 1000]
  return [
    most('second start to the first answer, beyond the database’s own start', product - database, 3, 's'),
    `       with the database: ${product.toFixed(2)} s, the database alone: ${database.toFixed(2)} s`,
  ]
}
