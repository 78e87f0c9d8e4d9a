import { figure, type Figure } from '../report/figure';
import type { Resources, Session } from '../resources';
import { interleaved } from '../sides/interleaved';
import { Warmline } from '../sides/warmline';

/** Node's defaults, without the flags that shorten the tail of a Nest gateway. */
const unflagged = (resources: Resources): Resources => ({
  ...resources,
  gateway: {
    ...resources.gateway,
    execArgv: resources.gateway.execArgv.filter((flag) => !/semi-space|pretenuring/.test(flag)),
  },
});

/** The same gateway with and without our flags for V8, at half of what it can carry with them. */
export const flags = async (session: Session): Promise<Figure[]> => {
  const [flagged, plain] = [
    await Warmline.start(session.resources, 1),
    await Warmline.start(unflagged(session.resources), 1),
  ];
  const ours = await flagged.side(session, session.conversations);
  const baseline = { ...(await plain.side(session, session.conversations)), name: 'without flags' };
  const { loader, seconds } = session;
  const saturation = await interleaved(session, [ours, baseline], ({ crew }) => loader.closed(crew, seconds));
  const rate = saturation(ours, (block) => block.rate) / 2;
  const of = await interleaved(session, [ours, baseline], ({ crew }) => loader.open(crew, seconds * 2, rate));
  for (const { crew } of [ours, baseline]) await loader.leave(crew);
  await flagged.stop();
  await plain.stop();
  const p99 = (side: typeof ours): number => of(side, ({ acknowledged }) => acknowledged.p99);
  const note = `longest collection ${of(ours, ({ felt }) => felt.gcLongestMs).toFixed(1)} ms, without ${of(
    baseline,
    ({ felt }) => felt.gcLongestMs,
  ).toFixed(1)} ms`;
  return [
    figure(
      {
        id: 'FLAGS',
        what: 'acknowledgement p99 at half load with our V8 flags ÷ without',
        goal: '<=1',
        unit: 'ms',
        notes: [note],
      },
      { ours: p99(ours), baseline: p99(baseline) },
    ),
  ];
};
