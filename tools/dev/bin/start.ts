// `npm start`: everything Warmline needs, on this machine only, with data in .warmline. Nothing but Node and npm has to be
// there beforehand. Settings by environment: PORT, WARMLINE_DATA_DIR, LOG_LEVEL, and DATABASE_URL or REDIS_URL to use
// servers of your own (docs/operations.md).
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoggedSpec } from '../process/child-processes.ts';
import { inDataDir, type Session } from '../process/session.ts';
import { announce, prepareProduct } from '../stack/product.ts';
import { keepRunning, waitUntilReady } from '../stack/services.ts';
import { readSettings, type Settings } from '../stack/settings.ts';

async function startServices(
  session: Session,
  settings: Settings,
  specs: readonly LoggedSpec[],
): Promise<void> {
  const { children, progress } = session;
  const work = async () => {
    const running = [];
    for (const spec of specs) running.push({ spec, child: await children.spawn(spec) });
    await waitUntilReady(
      settings.port,
      running.map(({ child }) => child),
    );
    return running;
  };
  const running = await progress.step('Starting gateway and worker', work, {
    done: () => `Gateway ready on port ${settings.port}`,
  });
  for (const { spec, child } of running) keepRunning(session, spec, child).catch(session.end);
}

async function start(session: Session, settings: Settings): Promise<void> {
  const { dataDir, url } = settings;
  // Tells programs where Warmline is; it exists while Warmline is ready.
  const file = join(dataDir, 'running.json');
  rmSync(file, { force: true });
  const { gateway, worker, setUpLink } = await prepareProduct(session, settings);
  await startServices(session, settings, [worker, gateway]);
  const running = { pid: process.pid, url, console: `${url}/console/` };
  writeFileSync(file, `${JSON.stringify(running)}\n`, { mode: 0o600 });
  session.onEnd(() => rmSync(file, { force: true }));
  announce(session, settings, setUpLink);
}

await inDataDir(() => readSettings(process.env), start);
