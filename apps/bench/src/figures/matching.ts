import { setTimeout as delay } from 'node:timers/promises';
import type { Arrived } from '../load/jobs';
import { figure, median, type Figure } from '../report/figure';
import type { Session } from '../resources';
import { bareSwaps, bareJobs } from '../sides/bare-matching';
import { Crowd } from '../sides/crowd';
import { Warmline } from '../sides/warmline';

const RESPONDERS = 200;
/** Arrivals a second. */
const ARRIVALS = 50;
/** Visitors in one language nobody on shift speaks: they wait, and every match reads them. */
const WAITING = [500, 50_000] as const;
/** All free responders get an offer at once. There are so many that the first transaction, whose start is not seen, hardly counts. */
const PAIRS = 3_000;
const PATIENCE = 120_000;

/** From entering the queue to being shown to a responder, while `waiting` others wait for a language that nobody speaks. */
const entering = async (session: Session, waiting: number): Promise<Arrived> => {
  const { resources, loader, isQuick } = session;
  const warmline = await Warmline.start(resources, 1);
  const crowd = Crowd.of(resources, warmline.where);
  await crowd.waits(waiting, 'cy');
  const cookies = await crowd.signsIn(isQuick ? RESPONDERS / 4 : RESPONDERS);
  warmline.startWorker();
  await crowd.indexed();
  const seconds = isQuick ? 3 : 10;
  const arrived = await loader.arrivals({ url: warmline.gateway().url, cookies, rate: ARRIVALS, seconds });
  await warmline.stop();
  const { count, p50, p99 } = arrived.shown;
  resources.say(
    `    ${waiting} waiting: shown after p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms, of ${count}; ${arrived.unmet} shown to nobody`,
  );
  return arrived;
};

/** P6 */
const offered = async (session: Session): Promise<Figure[]> => {
  const [few, many] = WAITING;
  const short = await entering(session, few);
  const long = await entering(session, session.isQuick ? many / 10 : many);
  const notes = short.unmet + long.unmet === 0 ? [] : [`${short.unmet + long.unmet} were shown to nobody`];
  return [
    figure(
      {
        id: 'P6',
        what: `enter queue → offer shown, p99, ${ARRIVALS} arrivals/s, ${few} waiting, ${RESPONDERS} responders`,
        goal: '<=100',
        unit: 'ms',
        notes,
      },
      { ours: short.shown.p99, baseline: null },
    ),
    figure(
      { id: 'P6.long', what: `the same at ${many} waiting ÷ at ${few}`, goal: '<=2', unit: 'ms' },
      { ours: long.shown.p99, baseline: short.shown.p99 },
    ),
  ];
};

/** Matches a second when as many people become free as visitors wait: the whole path, to the stored offer. */
const matched = async (session: Session): Promise<number> => {
  const { resources, isQuick } = session;
  const pairs = isQuick ? PAIRS / 3 : PAIRS;
  const warmline = await Warmline.start(resources, 0);
  const crowd = Crowd.of(resources, warmline.where);
  await crowd.waits(pairs, 'en');
  await crowd.works(pairs);
  warmline.startWorker();
  let made = await crowd.offers();
  for (let waited = 0; made.count < pairs && waited < PATIENCE; waited += 100) {
    await delay(100);
    made = await crowd.offers();
  }
  await warmline.stop();
  if (made.count < pairs) throw new Error(`only ${made.count} of ${pairs} were matched`);
  return (made.count - 1) / Math.max(0.001, (made.last - made.first) / 1_000);
};

/** P7 */
const matches = async (session: Session): Promise<Figure[]> => {
  const { resources, blocks } = session;
  const [ours, swaps, jobs]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < blocks; round += 1) {
    ours.push(await matched(session));
    swaps.push(await bareSwaps(resources, session.seconds));
    jobs.push(await bareJobs(resources, session.seconds));
    resources.say(
      `    ${ours.at(-1)?.toFixed(0)} matches/s, ${swaps.at(-1)?.toFixed(0)} compare-and-sets/s, ${jobs.at(-1)?.toFixed(0)} jobs/s`,
    );
  }
  return [
    figure(
      {
        id: 'P7',
        what: 'matches a second, whole path ÷ bare Lua compare-and-set',
        goal: '>=0.1',
        unit: '/s',
      },
      { ours: median(ours), baseline: median(swaps) },
    ),
    figure(
      {
        id: 'P7.jobs',
        what: 'matches a second ÷ BullMQ jobs a second, added and done',
        goal: '>=3',
        unit: '/s',
      },
      { ours: median(ours), baseline: median(jobs) },
    ),
  ];
};

export const matching = async (session: Session, wanted: ReadonlySet<string>): Promise<Figure[]> => [
  ...(wanted.has('P6') ? await offered(session) : []),
  ...(wanted.has('P7') ? await matches(session) : []),
];
