import type { LoggedSpec } from '../process/child-processes.ts';
import { LogRotation } from '../process/log-rotation.ts';
import { requireFreePort } from '../process/ports.ts';
import type { Session } from '../process/session.ts';
import { build } from './build.ts';
import { placeKeyring } from './keyring-place.ts';
import { keepRunning, migrate, serviceSpec } from './services.ts';
import { demoSignIns, migrationEnvironment, serviceEnvironment, type Settings } from './settings.ts';
import { startStack } from './stack.ts';

/** How to start both, and how a service of one's own gets its first administrator. */
interface Product extends Record<'gateway' | 'worker', LoggedSpec> {
  readonly setUpLink: string | undefined;
}

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
): Promise<Product> {
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
  const setUpLink = await progress.step('Preparing the database', () => migrate(children, settings, env), {
    done: () => 'Database prepared',
  });
  return {
    gateway: serviceSpec(settings, 'gateway', environmentOf('gateway')),
    worker: serviceSpec(settings, 'worker', environmentOf('worker')),
    setUpLink,
  };
}

const howToSignIn = ({ isDemo }: Settings, setUpLink: string | undefined): readonly string[] => {
  if (isDemo) return ['  Sign in to the console as', ...demoSignIns()];
  if (setUpLink === undefined) return ['  This is no demo: sign in to the console with your own account.'];
  return [
    '  Set up the first administrator with this link. It works once, for 24 hours, and nobody else should see it.',
    `    ${setUpLink}`,
    '  Lost it? Stop and start again: that makes a new link.',
  ];
};

/** Tells people where to go when all is ready. */
export function announce({ progress }: Session, settings: Settings, setUpLink: string | undefined): void {
  const { url, logDir } = settings;
  const places = ['', `  Visitors   ${url}/`, `  Console    ${url}/console/`, ''];
  const end = ['', `  Logs are in ${logDir}. Ctrl-C stops everything.`, ''];
  progress.say([...places, ...howToSignIn(settings, setUpLink), ...end].join('\n'));
}
