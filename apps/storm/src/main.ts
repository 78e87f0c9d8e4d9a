import { setTimeout as delay } from 'node:timers/promises';
import { parseSettings } from './settings';
import type { Ground } from './stage/ground';
import { openStage } from './stage/open-stage';

export { BadOption, parseSettings } from './settings';

export interface Call {
  readonly args: readonly string[];
  readonly abort: AbortSignal;
  readonly root: string;
  lay(): Promise<Ground>;
}

export const runStorm = async ({ args, abort, lay }: Call): Promise<number> => {
  const settings = parseSettings(args);
  const ground = await lay();
  console.log(`seed ${settings.seed}`);
  const t = performance.now();
  const stage = await openStage({
    ground,
    gateways: 2,
    workers: 2,
    responders: settings.responders,
    supervisors: 2,
    timeScale: 0.1,
    crashed: (name, how) => console.log('crashed', name, how),
  });
  console.log('up', performance.now() - t, stage.urls, stage.links.names);
  await delay(settings.seconds * 1000, undefined, { signal: abort });
  console.log(await stage.heal(20_000));
  await stage.stop();
  return 0;
};
