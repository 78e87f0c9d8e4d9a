import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * How a program in apps/ is built for Node: one file for each way it is started. Packages stay in node_modules.
 *
 * @param entries names of files in its `src`
 */
export const programConfig = (name: string, entries: readonly string[]): UserConfig => ({
  root: `${ROOT}/apps/${name}`,
  resolve: { tsconfigPaths: true },
  ssr: { target: 'node' },
  build: {
    ssr: true,
    outDir: `${ROOT}/dist/${name}`,
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(entries.map((entry) => [entry, `${ROOT}/apps/${name}/src/${entry}.ts`])),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
