import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { precompress } from '../../tools/precompress.mjs';

const server = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The server speaks no WebTransport and it stays off, so its client half is not carried either. */
const noWebTransport: Plugin = {
  name: 'no-web-transport',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('engine.io-client/build/esm/transports/webtransport.js') ? 'export class WT {}' : null,
};

export default defineConfig({
  root: here('.'),
  plugins: [noWebTransport, precompress()],
  resolve: { tsconfigPaths: true },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('../../dist/visitor'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Everything a visitor needs comes in one script and one sheet: few requests on a slow line.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': server,
      '/v': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
