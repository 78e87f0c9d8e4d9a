import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** One classic script: a site loads it with one tag, and it adds no name to that site's own scripts. */
export default {
  root: `${ROOT}/apps/launcher`,
  resolve: { tsconfigPaths: true },
  build: {
    outDir: `${ROOT}/dist/launcher`,
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: `${ROOT}/apps/launcher/src/launch.ts`,
      formats: ['iife'],
      name: 'launch',
      fileName: () => 'launch.js',
    },
  },
} satisfies UserConfig;
