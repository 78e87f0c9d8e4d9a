import { join } from 'node:path';
import { figure, median, type Figure } from '../report/figure';
import type { Session } from '../resources';
import { Warmline } from '../sides/warmline';

/** P12: with Postgres and Redis up, and the whole of `npm start` where it has run before. */
export const start = async ({ resources }: Session): Promise<Figure[]> => {
  const warmline = await Warmline.start(resources, 0);
  const took: number[] = [];
  for (let round = 0; round < 3; round += 1) took.push((await warmline.startGateway()) / 1_000);
  await warmline.stop();
  resources.say(`    gateway ready after ${took.map((seconds) => seconds.toFixed(2)).join(', ')} s`);
  const dataDir = join(resources.scratch, 'start');
  await resources.npmStart(dataDir);
  const again = (await resources.npmStart(dataDir)) / 1_000;
  resources.say(`    npm start, set up before, ready after ${again.toFixed(1)} s`);
  return [
    figure(
      { id: 'P12', what: 'gateway start to ready, services up', goal: '<=3', unit: 's' },
      { ours: median(took), baseline: null },
    ),
    figure(
      { id: 'P12.start', what: 'npm start on a machine already set up', goal: '<=20', unit: 's' },
      { ours: again, baseline: null },
    ),
  ];
};
