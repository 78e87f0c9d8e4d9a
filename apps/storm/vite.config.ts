import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One bundle that apps/storm/run loads; packages stay in node_modules. */
export default defineConfig({
  root: here('.'),
  resolve: { tsconfigPaths: true },
  ssr: { target: 'node' },
  build: {
    ssr: true,
    outDir: here('../../dist/storm'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: here('src/main.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
