import { figure, median, type Figure } from '../report/figure';
import type { Session } from '../resources';
import { Warmline } from '../sides/warmline';

/** P8: each responder listens on both gateways, so every message is timed on both paths at once. */
export const across = async (session: Session): Promise<Figure[]> => {
  const { resources, loader, blocks, seconds } = session;
  const warmline = await Warmline.start(resources, 2);
  const { crew } = await warmline.side(session, session.isQuick ? 10 : 40);
  const [here, there]: [number[], number[]] = [[], []];
  for (let round = 0; round < blocks; round += 1) {
    const { delivered, deliveredElsewhere, unfinished } = await loader.open(crew, seconds, 200);
    here.push(delivered.p50);
    there.push(deliveredElsewhere.p50);
    resources.say(
      `    within ${delivered.p50.toFixed(2)} ms, across ${deliveredElsewhere.p50.toFixed(2)} ms` +
        ` (${deliveredElsewhere.count} of ${delivered.count / 2} by visitors), ${unfinished} unfinished`,
    );
  }
  await loader.leave(crew);
  await warmline.stop();
  return [
    figure(
      { id: 'P8', what: 'delivery across two gateways ÷ within one, p50', goal: '<=2', unit: 'ms' },
      { ours: median(there), baseline: median(here) },
    ),
  ];
};
