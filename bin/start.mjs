import { makeReady } from './ready.mjs'

await makeReady()
process.setSourceMapsEnabled(true)
// In this very process, so that signals and kills reach the product and nothing stands in between.
await import('../dist/main.js')
