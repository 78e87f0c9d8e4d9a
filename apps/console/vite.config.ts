import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from '../../tools/precompress.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('../..', import.meta.url));
const gateway = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

export default defineConfig({
  root,
  base: '/console/',
  plugins: [react(), precompress()],
  resolve: { tsconfigPaths: true },
  build: {
    outDir: `${repository}/dist/console`,
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // The content policy allows no inline script, and this browser generation needs none to preload modules.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': gateway,
      '/v': gateway,
      '/socket.io': { target: gateway, ws: true },
    },
  },
});
