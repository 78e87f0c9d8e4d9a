import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { join } from 'node:path';
import { createServer, type ProxyOptions, type ViteDevServer } from 'vite';
import { ROOT } from './settings.ts';

/** Addresses that the gateway answers, as Vite writes them: regular expressions. */
export const GATEWAY_PATHS = '^/(api|v|socket\\.io|healthz|readyz|metrics)([/?]|$)';
const CONSOLE_PATHS = /^\/console([/?]|$)/;

/**
 * Serves both pages from their sources with hot reload and hands the rest to the gateway, all at one address as in production:
 * the gateway accepts sockets only from pages of its own origin.
 */
export async function servePages({
  port,
  gatewayPort,
}: {
  port: number;
  gatewayPort: number;
}): Promise<Server> {
  const server = createHttpServer();
  const gateway = { target: `http://127.0.0.1:${gatewayPort}`, ws: true };
  const open = (name: string, proxy: Record<string, ProxyOptions>): Promise<ViteDevServer> =>
    createServer({
      configFile: join(ROOT, `apps/${name}/vite.config.ts`),
      // Its own folder: two servers in the usual one throw away each other's prepared packages.
      cacheDir: join(ROOT, 'node_modules/.vite', name),
      server: { middlewareMode: { server }, ws: { server }, proxy },
      logLevel: 'warn',
    });
  const visitor = await open('visitor', { [GATEWAY_PATHS]: gateway });
  const staff = await open('console', {});
  server.on('request', (request, response) => {
    const page = CONSOLE_PATHS.test(request.url ?? '/') ? staff : visitor;
    page.middlewares(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
