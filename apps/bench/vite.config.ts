import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One bundle for each process of a benchmark; packages stay in node_modules. */
export default defineConfig({
  root: here('.'),
  resolve: { tsconfigPaths: true },
  ssr: { target: 'node' },
  build: {
    ssr: true,
    outDir: here('../../dist/bench'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        bench: here('src/bench.ts'),
        loader: here('src/loader.ts'),
        skeleton: here('src/skeleton.ts'),
        probe: here('src/probe.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
