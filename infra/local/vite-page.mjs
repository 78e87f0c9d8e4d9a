// Run as a process of its own by dev-warmline.mjs: serves one page's sources, with hot reload.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const [page = '', port = ''] = process.argv.slice(2);
const fromRoot = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const server = await createServer({
  configFile: fromRoot(`apps/${page}/vite.config.ts`),
  // Of its own: two servers sharing the usual folder throw away each other's prepared packages.
  cacheDir: fromRoot(`node_modules/.vite/${page}`),
  server: { host: '127.0.0.1', port: Number(port), strictPort: true },
});
await server.listen();
