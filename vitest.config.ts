import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'house/**/*.test.ts'] } },
      { extends: true, test: { name: 'journeys', include: ['journeys/**/*.test.ts'], fileParallelism: false, testTimeout: 120_000 } },
    ],
    pool: 'threads',
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    globalSetup: ['house/postgres.setup.ts'],
  },
})
