import { setTimeout as delay } from 'node:timers/promises';
import { waitingVisitorAt } from '../load/begin-conversations';
import type { ClientSetUp } from '../load/jobs';
import { figure, median, type Figure } from '../report/figure';
import type { Session } from '../resources';
import { idleBareLine, startBare } from '../sides/bare';
import type { Probed } from '../sides/probed';
import { Warmline } from '../sides/warmline';

/** Resident KB for each of this many idle connections. */
const costOf = async (
  { loader, isQuick }: Session,
  server: Probed,
  client: () => ClientSetUp,
): Promise<number> => {
  const count = isQuick ? 500 : 2_000;
  // The first few hundred pay for code and buffers that all the others share.
  await loader.connect('first', Array.from({ length: 300 }, client));
  await delay(1_000);
  const before = await server.resident();
  await loader.connect('idle', Array.from({ length: count }, client));
  await delay(6_000);
  const after = await server.resident();
  await loader.leave('idle');
  await loader.leave('first');
  return (after - before) / 1_024 / count;
};

/** P5: new processes each time, since a process does not give memory back. */
export const memory = async (session: Session): Promise<Figure[]> => {
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < (session.isQuick ? 1 : 3); round += 1) {
    const skeleton = await startBare(session, 'grouped', 0);
    bare.push(await costOf(session, skeleton.server, () => idleBareLine(skeleton.url)));
    await skeleton.server.stop();
    const warmline = await Warmline.start(session.resources, 1);
    const { server, url } = warmline.gateway();
    ours.push(await costOf(session, server, () => waitingVisitorAt(url)));
    await warmline.stop();
    session.resources.say(
      `    skeleton ${bare.at(-1)?.toFixed(1)} KB, warmline ${ours.at(-1)?.toFixed(1)} KB`,
    );
  }
  return [
    figure(
      {
        id: 'P5',
        what: 'resident memory per idle visitor connection ÷ raw socket.io',
        goal: '<=1.6',
        unit: 'KB',
      },
      { ours: median(ours), baseline: median(bare) },
    ),
  ];
};
