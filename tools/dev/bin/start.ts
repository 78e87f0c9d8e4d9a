// `npm start`: everything Warmline needs, on this machine only, with data in .warmline. Nothing but Node and npm has to be
// there beforehand. Settings by environment: PORT, WARMLINE_DATA_DIR, LOG_LEVEL, and DATABASE_URL or REDIS_URL to use
// servers of your own.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireFreePort } from '../process/ports.ts';
import { inDataDir, type Session } from '../process/session.ts';
import { build } from '../stack/build.ts';
import { keepRunning, migrate, serviceSpec, waitUntilReady } from '../stack/services.ts';
import { demoSignIns, readSettings, serviceEnvironment, type Settings } from '../stack/settings.ts';
import { startStack } from '../stack/stack.ts';

async function startServices(session: Session, settings: Settings, env: NodeJS.ProcessEnv): Promise<void> {
  const { children, progress } = session;
  const specs = [serviceSpec(settings, 'worker', env), serviceSpec(settings, 'gateway', env)];
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

/** Tells people where it is, and programs by a file that exists while it is ready. */
function announce({ progress, onEnd }: Session, { url, logDir }: Settings, file: string): void {
  const running = { pid: process.pid, url, console: `${url}/console/` };
  writeFileSync(file, `${JSON.stringify(running)}\n`, { mode: 0o600 });
  onEnd(() => rmSync(file, { force: true }));
  const places = [
    '',
    `  Visitors   ${url}/`,
    `  Console    ${url}/console/`,
    '',
    '  Sign in to the console as',
  ];
  progress.say(
    [...places, ...demoSignIns(), '', `  Logs are in ${logDir}. Ctrl-C stops everything.`, ''].join('\n'),
  );
}

async function start(session: Session, settings: Settings): Promise<void> {
  const { dataDir, databaseUrl, redisUrl } = settings;
  const file = join(dataDir, 'running.json');
  rmSync(file, { force: true });
  await requireFreePort(settings.port);
  const stack = await startStack({ ...session, dataDir, databaseUrl, redisUrl });
  for (const { spec, child } of stack.own) keepRunning(session, spec, child).catch(session.end);
  await build(session, ['gateway', 'visitor', 'console']);
  const env = serviceEnvironment(settings, stack);
  await session.progress.step('Preparing the database', () => migrate(session.children, settings, env), {
    done: () => 'Database prepared',
  });
  await startServices(session, settings, env);
  announce(session, settings, file);
}

await inDataDir(() => readSettings(process.env), start);
