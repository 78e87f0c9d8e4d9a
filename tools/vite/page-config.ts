import { fileURLToPath } from 'node:url';
import { mergeConfig, type UserConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Writes a `.br` and a `.gz` beside every text file of a build, for the server to send as they are. */
const precompress = compression({
  include: /\.(html|js|css|svg)$/,
  // A smaller file fits in the first packets anyway.
  threshold: 1_024,
  algorithms: [defineAlgorithm('brotliCompress'), defineAlgorithm('gzip', { level: 9 })],
  logLevel: 'silent',
});

/** How a page in apps/ is built; `npm run dev` adds how it is served. */
export const pageConfig = (name: 'console' | 'visitor', own: UserConfig): UserConfig =>
  mergeConfig(
    {
      root: `${ROOT}/apps/${name}`,
      plugins: [precompress],
      resolve: { tsconfigPaths: true },
      build: {
        outDir: `${ROOT}/dist/${name}`,
        emptyOutDir: true,
        // The content policy allows no inline script, and the browsers that are built for preload modules by themselves.
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        // A component that a page does not use first comes with the part that uses it, although all have one index.
        rolldownOptions: {
          treeshake: { moduleSideEffects: [{ test: /\/libs\/ui\/src\/[\w-]+\.tsx$/, sideEffects: false }] },
        },
      },
    },
    own,
  );
