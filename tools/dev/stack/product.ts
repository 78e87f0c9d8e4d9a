import { LogRotation } from '../process/log-rotation.ts';
import { requireFreePort } from '../process/ports.ts';
import type { Session } from '../process/session.ts';
import { build } from './build.ts';
import { placeKeyring } from './keyring-place.ts';
import { keepRunning, migrate } from './services.ts';
import { demoSignIns, serviceEnvironment, type Settings } from './settings.ts';
import { startStack } from './stack.ts';

/**
 * Starts the servers, builds, and prepares the database: all that gateway and worker need.
 *
 * @param own of the environment of gateway and worker
 * @returns that environment
 */
export async function prepareProduct(
  session: Session,
  settings: Settings,
  own: Readonly<Record<string, string>> = {},
): Promise<NodeJS.ProcessEnv> {
  const { children, progress } = session;
  const { databaseUrl, redisUrl } = settings;
  await requireFreePort(settings.port);
  session.onEnd(new LogRotation(settings.logDir).start((error) => progress.fail(error)));
  const stack = await startStack({ ...session, databaseUrl, redisUrl });
  for (const { spec, child } of stack.own) keepRunning(session, spec, child).catch(session.end);
  await build(session, ['gateway', 'visitor', 'console']);
  const keyringDir = placeKeyring(settings, (line) => progress.say(line));
  const env = { ...serviceEnvironment({ ...settings, keyringDir }, stack), ...own };
  await progress.step('Preparing the database', () => migrate(children, settings, env), {
    done: () => 'Database prepared',
  });
  return env;
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
