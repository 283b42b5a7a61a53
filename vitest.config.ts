import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{client,cloudfunctions,contract,demo,domain,local,programmes,scripts,tests}/**/*.test.ts'],
    // Suites that start clouds and browsers share two cores.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    env: { TZ: 'America/New_York' },
  },
})
