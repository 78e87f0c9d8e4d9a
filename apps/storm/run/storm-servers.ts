import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../tools/dev/process/ports.ts';
import type { Session } from '../../../tools/dev/process/session.ts';
import { migrate, serviceSpec } from '../../../tools/dev/stack/services.ts';
import {
  migrationEnvironment,
  ROOT,
  serviceEnvironment,
  type Settings,
} from '../../../tools/dev/stack/settings.ts';
import { startStack } from '../../../tools/dev/stack/stack.ts';
import type { Environment, Resources } from '../src/deployment/resources';

/** A copy of what was built: the storm starts processes again and again, and another build may run at the same time. */
function copyBuild(scratch: string): string {
  const root = join(scratch, 'program');
  cpSync(join(ROOT, 'dist/gateway'), join(root, 'dist/gateway'), { recursive: true });
  // No page is opened in a storm.
  for (const page of ['visitor', 'console']) mkdirSync(join(root, 'dist', page), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** Starts Postgres and Redis, durable as in service, with the means to start gateways and workers on them. */
export async function startStormServers({ dataDir, logDir, children }: Session): Promise<Resources> {
  const stack = await startStack({ dataDir, children, drills: {} });
  const [postgres, redis] = stack.own;
  if (postgres === undefined || redis === undefined) throw new Error('A storm needs servers of its own.');
  const root = copyBuild(dataDir);
  const keyringDir = join(dataDir, 'keyring');
  const settings = (port: number): Settings => ({
    ...{ root, dataDir, logDir, keyringDir, port, logLevel: 'info', given: {}, isDemo: true },
    url: `http://127.0.0.1:${port}`,
  });
  const environment = (name: 'gateway' | 'worker', port: number, more: Environment): NodeJS.ProcessEnv => ({
    ...serviceEnvironment(settings(port), name, stack.urls),
    ...more,
  });
  const place = { root, logDir };
  return {
    ...{ dir: dataDir, logDir, keyringDir, postgres, redis, freePort },
    ...stack.admin,
    metronome: {
      name: 'metronome',
      logFile: join(logDir, 'metronome.log'),
      command: process.execPath,
      args: [join(ROOT, 'tools/dev/bootstrap.mjs'), join(ROOT, 'apps/storm/run/metronome.ts')],
      env: process.env,
    },
    gateway: (port, more) => serviceSpec(place, 'gateway', environment('gateway', port, more)),
    worker: (more) => serviceSpec(place, 'worker', environment('worker', 1, more)),
    migrate: async (more) => {
      const env = { ...environment('gateway', 1, more), ...migrationEnvironment(stack.urls) };
      await migrate(children, place, env);
    },
    spawn: (spec) => children.spawn(spec),
    stopAll: () => children.stopAll(),
  };
}
