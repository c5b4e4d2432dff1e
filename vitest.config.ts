import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'house/**/*.test.ts'] } },
      // after the unit tests: each story has a server, a database and a browser of its own, and a machine for tests has few processors
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          globalSetup: ['house/postgres.setup.ts', 'journeys/browser.setup.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 400_000,
        },
      },
    ],
    pool: 'threads',
    // of two processors vitest would leave one idle, and the database sleeps half of the time
    maxWorkers: Math.max(2, availableParallelism() - 1),
    isolate: false,
    // a machine for tests may be busy: a limit is there for what never ends
    testTimeout: 120_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    globalSetup: ['house/postgres.setup.ts'],
  },
})
