import { Client } from 'pg';
import { createClient } from 'redis';
import type { Fault } from '@warmline/test-kit';
import type { RestartingProcess } from '../deployment/restarting-process';
import type { RunningDeployment } from '../deployment/running-deployment';
import type { FaultName, LinkFault } from './fault-name';
import type { Strike } from './strike';

/** OPS1: who is asked to stop has stopped by then (ms). */
const STOPS_WITHIN = 10_000;

/** What a strike may do beside striking. */
export interface Hand {
  readonly deployment: RunningDeployment;
  /** For the history; `kill`: a process was ended without being asked. */
  readonly note: (
    what: string,
    target: string,
    more?: { readonly detail?: string; readonly kill?: boolean },
  ) => void;
  /** Until the strike is taken back; less when the storm ends before. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Something the product promised was seen not to hold. */
  readonly complain: (what: string) => void;
}

type Deed = (hand: Hand, strike: Strike) => Promise<void>;

const isThere = (process: RestartingProcess): boolean => process.pid !== null;

const killOne = async (
  { note }: Hand,
  process: RestartingProcess,
  signal: 'SIGKILL' | 'SIGQUIT',
): Promise<void> => {
  if (!isThere(process)) return;
  note('sigkill', process.name, { detail: signal, kill: true });
  await process.kill(signal);
};

const startOne = async ({ note }: Hand, process: RestartingProcess): Promise<void> => {
  await process.start();
  note('healed', process.name);
};

const kill: Deed = async (hand, { target, lasts }) => {
  const process = hand.deployment.process(target);
  await killOne(hand, process, 'SIGKILL');
  await hand.pause(lasts);
  await startOne(hand, process);
};

const terminate: Deed = async (hand, { target, lasts }) => {
  const process = hand.deployment.process(target);
  if (isThere(process)) {
    hand.note('sigterm', target);
    const took = Math.round(await process.stop(STOPS_WITHIN + 2_000));
    if (took > STOPS_WITHIN) hand.complain(`${target} did not stop within 10 s of being asked [OPS1]`);
  }
  await hand.pause(lasts);
  await startOne(hand, process);
};

const freeze: Deed = async ({ deployment, note, pause }, { target, lasts }) => {
  const process = deployment.process(target);
  note('sigstop', target, { detail: `${lasts} ms` });
  process.freeze();
  await pause(lasts);
  process.thaw();
  note('healed', target, { detail: 'sigcont' });
};

const killPostgres: Deed = async (hand, { lasts, amount }) => {
  const { postgres } = hand.deployment;
  // An immediate stop, or a postmaster that is simply gone while its backends are at work.
  await killOne(hand, postgres, amount < 50 ? 'SIGQUIT' : 'SIGKILL');
  await hand.pause(lasts);
  await startOne(hand, postgres);
};

const terminateBackends: Deed = async ({ deployment, note }, { amount }) => {
  const client = new Client({ connectionString: deployment.databaseUrl, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  note('terminate_backends', 'postgres', { detail: `${amount} %` });
  try {
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() and random() * 100 <= $1`,
      [amount],
    );
  } finally {
    await client.end().catch(() => undefined);
  }
};

const flushAll: Deed = async ({ deployment, note }) => {
  const client = createClient({ url: deployment.redisUrl, socket: { reconnectStrategy: false } });
  client.on('error', () => undefined);
  note('flushall', 'redis');
  try {
    await client.connect();
    await client.flushAll();
  } finally {
    if (client.isOpen) client.destroy();
  }
};

const killRedis: Deed = async (hand, { lasts }) => {
  const { redis } = hand.deployment;
  await killOne(hand, redis, 'SIGKILL');
  await hand.pause(lasts);
  await startOne(hand, redis);
};

/** Redis as it was some while ago comes back, and what it is then is remembered for the next time. */
const staleRedis: Deed = async (hand, { lasts }) => {
  const { redis, redisFolder } = hand.deployment;
  await killOne(hand, redis, 'SIGKILL');
  hand.note('stale_redis', 'redis');
  redisFolder.putBack();
  await hand.pause(lasts);
  await startOne(hand, redis);
  redisFolder.remember();
};

const restartEverything: Deed = async (hand, { lasts }) => {
  const { services, postgres, redis, processes } = hand.deployment;
  hand.note('restart_everything', 'everything');
  await Promise.all(processes.map((process) => killOne(hand, process, 'SIGKILL')));
  await hand.pause(lasts);
  await Promise.all([postgres, redis].map((process) => startOne(hand, process)));
  await Promise.all(services.map((process) => startOne(hand, process)));
  hand.note('healed', 'everything');
};

const faultOf = (kind: Exclude<LinkFault, 'reset'>, { amount, silent }: Strike): Fault => {
  switch (kind) {
    case 'half_open':
      return { kind, silent };
    case 'delay':
      return { kind, milliseconds: amount };
    case 'slice':
    case 'cut_after':
      return { kind, bytes: amount };
    default:
      return { kind };
  }
};

const spoil =
  (kind: Exclude<LinkFault, 'reset'>): Deed =>
  async ({ deployment, note, pause }, strike) => {
    const { target, lasts, amount } = strike;
    const link = deployment.links.of(target);
    note(kind, target, { detail: `${lasts} ms, ${amount}` });
    await link.set(faultOf(kind, strike));
    await pause(lasts);
    await link.set(null);
    note('healed', target);
  };

const reset: Deed = async ({ deployment, note }, { target }) => {
  note('reset', target, { detail: `${deployment.links.of(target).reset()} lines` });
};

export const DEEDS: Readonly<Record<FaultName, Deed>> = {
  sigkill: kill,
  sigterm: terminate,
  sigstop: freeze,
  kill_postgres: killPostgres,
  terminate_backends: terminateBackends,
  kill_redis: killRedis,
  stale_redis: staleRedis,
  flushall: flushAll,
  restart_everything: restartEverything,
  refuse: spoil('refuse'),
  black_hole: spoil('black_hole'),
  half_open: spoil('half_open'),
  delay: spoil('delay'),
  slice: spoil('slice'),
  cut_after: spoil('cut_after'),
  cut_reply: spoil('cut_reply'),
  reset,
};
