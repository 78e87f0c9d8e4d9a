import type { LoggedSpec } from '../process/child-processes.ts';
import { LogRotation } from '../process/log-rotation.ts';
import { requireFreePort } from '../process/ports.ts';
import type { Session } from '../process/session.ts';
import { build } from './build.ts';
import { placeKeyring } from './keyring-place.ts';
import { keepRunning, migrate, serviceSpec } from './services.ts';
import { demoSignIns, migrationEnvironment, serviceEnvironment, type Settings } from './settings.ts';
import { startStack } from './stack.ts';

/**
 * Starts the servers, builds, and prepares the database: all that gateway and worker need.
 *
 * @param own of the environment of gateway and worker
 * @returns how to start both
 */
export async function prepareProduct(
  session: Session,
  settings: Settings,
  own: Readonly<Record<string, string>> = {},
): Promise<Record<'gateway' | 'worker', LoggedSpec>> {
  const { children, progress } = session;
  await requireFreePort(settings.port);
  session.onEnd(new LogRotation(settings.logDir).start((error) => progress.fail(error)));
  const stack = await startStack({ ...session, given: settings.given });
  for (const { spec, child } of stack.own) keepRunning(session, spec, child).catch(session.end);
  await build(session, ['gateway', 'visitor', 'console', 'launcher']);
  const keyringDir = placeKeyring(settings, (line) => progress.say(line));
  const environmentOf = (name: 'gateway' | 'worker'): NodeJS.ProcessEnv => ({
    ...serviceEnvironment({ ...settings, keyringDir }, name, stack.urls),
    ...own,
  });
  const env = { ...environmentOf('gateway'), ...migrationEnvironment(stack.urls) };
  await progress.step('Preparing the database', () => migrate(children, settings, env), {
    done: () => 'Database prepared',
  });
  return {
    gateway: serviceSpec(settings, 'gateway', environmentOf('gateway')),
    worker: serviceSpec(settings, 'worker', environmentOf('worker')),
  };
}

/** Tells people where to go when all is ready. */
export function announce({ progress }: Session, { url, logDir }: Settings): void {
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
