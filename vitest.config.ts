import { defineConfig } from 'vitest/config';

/** A test does the work that it looks at, and leaves nothing in the cache of the project (see `src/kept/`). */
const NOTHING_KEPT = { PRECEDENT_CACHE: '' };

/** Unit and property tests stand beside what they test; tests of the built site stand in src/e2e and run after them. */
// Time-outs only end what hangs: how fast something is, the benchmark measures.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          env: NOTHING_KEPT,
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['src/e2e/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          env: NOTHING_KEPT,
          include: ['src/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
