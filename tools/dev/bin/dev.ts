// `npm run dev`: like `npm start`, but the pages reload while they are edited, and gateway and worker are built and started
// again. Everything answers at one address, http://localhost:PORT.
import { join } from 'node:path';
import { build as buildWithVite } from 'vite';
import type { Child, ChildSpec } from '../process/child-processes.ts';
import { freePort } from '../process/ports.ts';
import { inDataDir, type Session } from '../process/session.ts';
import { servePages } from '../stack/page-server.ts';
import { announce, prepareProduct } from '../stack/product.ts';
import { waitUntilReady } from '../stack/services.ts';
import { readSettings, ROOT, type Settings } from '../stack/settings.ts';

process.env['NODE_ENV'] = 'development';
// Our configurations are bundled before they are loaded, so they may leave out file extensions.
process.env['VITE_CONFIG_NATIVE_IGNORE_WARNING'] = 'true';

/**
 * Starts services, and starts them again when their build has changed. A service that crashes stays stopped until then.
 *
 * @param port where the gateway answers
 */
async function restartOnBuild(session: Session, specs: readonly ChildSpec[], port: number): Promise<void> {
  const { children, progress } = session;
  let running: Child[] = [];
  const startEach = async (): Promise<void> => {
    await Promise.all(running.map((child) => children.stop(child)));
    running = [];
    for (const spec of specs) running.push(await children.spawn(spec));
    await waitUntilReady(port, running);
  };
  const restart = async (): Promise<void> => {
    await progress
      .step('Starting gateway and worker', startEach, { done: () => 'Gateway and worker started' })
      .catch((error: unknown) => (children.isClosed ? undefined : progress.fail(error)));
  };
  const watcher = await buildWithVite({
    configFile: join(ROOT, 'apps/gateway/vite.config.ts'),
    build: { watch: {} },
    logLevel: 'warn',
  });
  if (!('on' in watcher)) throw new Error('Vite does not watch the gateway.');
  session.onEnd(() => watcher.close());
  // One at a time: a build may end while the services of the one before are starting.
  let restarted = Promise.resolve();
  await new Promise<void>((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') progress.fail(event.error);
      if (event.code !== 'END') return;
      restarted = restarted.then(restart);
      void restarted.then(resolve);
    });
  });
}

async function develop(session: Session, settings: Settings): Promise<void> {
  const gatewayPort = await freePort();
  const own = { PORT: String(gatewayPort), NODE_ENV: 'development' };
  const { gateway, worker, setUpLink } = await prepareProduct(session, settings, own);
  await restartOnBuild(session, [worker, gateway], gatewayPort);
  const server = await servePages({ port: settings.port, gatewayPort });
  session.onEnd(() => server.closeAllConnections());
  announce(session, settings, setUpLink);
}

await inDataDir(() => readSettings(process.env), develop);
