import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { RunningDeployment } from '../deployment/running-deployment';
import { seededRandom } from '../people/seeded-random';
import type { StormOptions } from '../storm';
import { SteadyConversations } from './steady-conversations';

interface Outage {
  readonly server: 'postgres' | 'redis';
  readonly how: 'unreachable' | 'killed';
  /** Before scaling. */
  readonly seconds: number;
}

const OUTAGES: readonly Outage[] = (['postgres', 'redis'] as const).flatMap((server) =>
  (['unreachable', 'killed'] as const).flatMap((how) =>
    [2, 30, 300].map((seconds) => ({ server, how, seconds })),
  ),
);

/** ASG5 names no time: as long as a page may go unheard, and a lost connection may hold a visitor (s, before scaling). */
const BACK_WITHIN = 30;
/** A server that was killed has to read its log first (ms, not scaled). */
const SLACK = 15_000;
const BEGINS_WITHIN = 60_000;

interface Row extends Outage {
  /** Until everyone was heard again (s); null: not in time. */
  readonly backAfter: number | null;
  readonly evicted: number;
  readonly restarted: readonly string[];
}

const pidsOf = (deployment: RunningDeployment): ReadonlyMap<string, number | null> =>
  new Map(deployment.services.map(({ name, pid }) => [name, pid]));

/** Who holds what, as text. */
const holdingsOf = async ({ databaseUrl }: RunningDeployment): Promise<ReadonlySet<string>> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ held: string }>(
      `select concat_ws(' ', conversation_id, epoch, staff_id) as held from holding where ended_at is null`,
    );
    return new Set(rows.map(({ held }) => held));
  } finally {
    await client.end();
  }
};

const suffer = async (
  deployment: RunningDeployment,
  { server, how }: Outage,
  pause: () => Promise<void>,
): Promise<void> => {
  const process = deployment.process(server);
  const links = deployment.links.names
    .filter((name) => name.endsWith(`>${server}`))
    .map((name) => deployment.links.of(name));
  if (how === 'killed') await process.kill();
  else await Promise.all(links.map((link) => link.set({ kind: 'black_hole' })));
  await pause();
  if (how === 'killed') await process.start();
  else await Promise.all(links.map((link) => link.set(null)));
};

/** The outage matrix of ASG5: each server away in each way for each time, while people talk. */
export class Outages {
  private readonly conversations: SteadyConversations;

  constructor(private readonly options: StormOptions) {
    this.conversations = new SteadyConversations(options.deployment, seededRandom(options.settings.seed));
  }

  async run(): Promise<{ readonly why: readonly string[]; readonly last: string }> {
    const rows: Row[] = [];
    try {
      if (!(await this.conversations.begin(BEGINS_WITHIN))) throw new Error('nobody began to talk');
      for (const outage of OUTAGES) {
        const row = await this.row(outage);
        rows.push(row);
        this.options.say(inWords(row));
      }
    } finally {
      this.conversations.stop();
    }
    const bad = rows.filter((row) => !isKept(row));
    return { why: bad.map((row) => `${inWords(row).trim()} [ASG5]`), last: closing(rows.length, bad.length) };
  }

  private async row(outage: Outage): Promise<Row> {
    const { deployment, abort } = this.options;
    const { timeScale } = deployment;
    const before = { pids: pidsOf(deployment), held: await holdingsOf(deployment) };
    const pause = () => delay(outage.seconds * 1_000 * timeScale, undefined, { signal: abort });
    await suffer(deployment, outage, pause);
    const healedAt = performance.now();
    const flows = await this.conversations.flows(BACK_WITHIN * 1_000 * timeScale + SLACK);
    const backAfter = flows ? (performance.now() - healedAt) / 1_000 : null;
    // Long enough for a sweeper to do wrong.
    await delay(BACK_WITHIN * 1_000 * timeScale, undefined, { signal: abort });
    const after = await holdingsOf(deployment);
    const evicted = [...before.held].filter((held) => !after.has(held)).length;
    const pids = pidsOf(deployment);
    const restarted = [...before.pids].filter(([name, pid]) => pids.get(name) !== pid).map(([name]) => name);
    return { ...outage, backAfter, evicted, restarted };
  }
}

const isKept = ({ backAfter, evicted, restarted }: Row): boolean =>
  backAfter !== null && evicted === 0 && restarted.length === 0;

const inWords = ({ server, how, seconds, backAfter, evicted, restarted }: Row): string => {
  const back = backAfter === null ? 'not back' : `back after ${backAfter.toFixed(1)} s`;
  const gone = restarted.length === 0 ? 'no restart' : `restarted: ${restarted.join(', ')}`;
  const what = `${server.padEnd(9)}${how.padEnd(12)}${String(seconds).padStart(4)} s`;
  return `  ${what}   ${back.padEnd(18)}${String(evicted).padStart(3)} evicted   ${gone}`;
};

const closing = (count: number, bad: number): string => `${count - bad} of ${count} outages survived`;
