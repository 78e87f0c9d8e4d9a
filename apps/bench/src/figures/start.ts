import { join } from 'node:path';
import type { Session } from '../ground';
import { figure, median, type Figure } from '../report/figure';
import { Warmline } from '../sides/warmline';

/** P12: with Postgres and Redis up, and the whole of `npm start` where it has run before. */
export const start = async ({ ground }: Session): Promise<Figure[]> => {
  const warmline = await Warmline.start(ground, 0);
  const took: number[] = [];
  for (let round = 0; round < 3; round += 1) took.push((await warmline.startGateway()) / 1_000);
  await warmline.stop();
  ground.say(`    gateway ready after ${took.map((seconds) => seconds.toFixed(2)).join(', ')} s`);
  const dataDir = join(ground.scratch, 'start');
  await ground.npmStart(dataDir);
  const again = (await ground.npmStart(dataDir)) / 1_000;
  ground.say(`    npm start, set up before, ready after ${again.toFixed(1)} s`);
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
