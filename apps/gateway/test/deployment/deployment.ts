import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { StaffPrincipal } from '@warmline/identity';
import { sessionId, type ConversationId, type ServiceId, type StaffId } from '@warmline/kernel';
import { ROLES } from '@warmline/postgres';
import { aService, crowding, FaultProxy, RedisCorner, TestDatabase } from '@warmline/test-kit';
import { parseConfig, type Config } from '../../src/core/config';
import { EndConversation } from '../../src/features/conversation/end-conversation';
import { SetAvailability } from '../../src/features/wellbeing/set-availability';
import { LogLines } from './log-lines';
import { closeAllPages } from './page';
import { RunningGateway, RunningWorker } from './running';

/** What browsers would type; pages of any other origin are unknownReferences. */
export const PUBLIC_URL = 'https://warmline.example';

interface SetUp {
  readonly gateways?: number;
  readonly worker?: boolean;
  /** TIME_SCALE of every process on a quiet machine. A busy one has more: read it from `config`. */
  readonly timeScale?: number;
  /** Connections to Postgres and Redis that a test can break; the test’s own bypass the proxies. */
  readonly faulty?: boolean;
  /** A second factor is asked, as outside the demo. Without it the people of a test sign in by password alone. */
  readonly factors?: boolean;
  /** Variables of the configuration beside the usual ones. */
  readonly more?: NodeJS.ProcessEnv;
}

const USUAL = { gateways: 1, worker: true, timeScale: 1, faulty: false, factors: false, more: {} };

/** The fault proxies between the processes and their servers. */
interface Lines {
  readonly toPostgres: FaultProxy;
  readonly toRedis: FaultProxy;
}

const linesTo = async (database: string, redis: string): Promise<Lines> => ({
  toPostgres: await FaultProxy.before(Number(new URL(database).port)),
  toRedis: await FaultProxy.before(Number(new URL(redis).port)),
});

const by = (url: string, proxy: FaultProxy | undefined): string => {
  if (proxy === undefined) return url;
  const changed = new URL(url);
  changed.host = `127.0.0.1:${proxy.port}`;
  return changed.href;
};

/**
 * In shortened time a lease is as short as a busy machine may be late. Beside the other specs of a run two processes want each
 * core; the more there are, the less the time is shortened.
 */
const scaleHere = (timeScale: number): number => Math.min(1, timeScale * Math.max(1, crowding() / 2));

const PAGE = '<!doctype html><title>page</title>';

/** Everything a charity would run, in this process, on a database and a corner of Redis of its own. */
export class Deployment {
  worker: RunningWorker | null = null;

  readonly log = new LogLines();
  readonly gateways: RunningGateway[] = [];
  private faultyLines: Lines | null = null;

  private constructor(
    readonly database: TestDatabase,
    readonly redis: RedisCorner,
    readonly service: ServiceId,
    readonly config: Config,
  ) {}

  static async start(setUp: SetUp = {}): Promise<Deployment> {
    const { gateways, worker, timeScale, faulty, factors, more } = { ...USUAL, ...setUp };
    const [database, redis, folder] = await Promise.all([
      TestDatabase.clone({ poolSize: 3 }),
      RedisCorner.open(),
      mkdtemp(join(tmpdir(), 'warmline-')),
    ]);
    const service = await aService(database.opened);
    const lines = faulty ? await linesTo(database.url, redis.url) : null;
    const real = await configIn(folder, {
      DATABASE_URL: by(database.urlOf(ROLES.app), lines?.toPostgres),
      DATABASE_SEQUENCER_URL: by(database.urlOf(ROLES.sequencer), lines?.toPostgres),
      // The cluster of a test run has no fsync.
      UNDURABLE_POSTGRES: '1',
      REDIS_URL: by(redis.urlOf('gateway'), lines?.toRedis),
      REDIS_PREFIX: redis.prefix,
      TIME_SCALE: String(scaleHere(timeScale)),
      ...more,
    });
    // Not by its variable: the demo is refused at an address like this one.
    const config: Config = factors ? real : { ...real, WARMLINE_DEMO: '1' };
    const all = new Deployment(database, redis, service, config);
    all.faultyLines = lines;
    try {
      await all.startProcesses(gateways, worker);
    } catch (error) {
      // What has started would keep the process of the tests alive.
      await all.stop();
      throw error;
    }
    return all;
  }

  /** The first gateway makes the keys; then the others start at once. */
  private async startProcesses(gateways: number, worker: boolean): Promise<void> {
    if (gateways > 0) await this.startGateway();
    const others = Array.from({ length: Math.max(0, gateways - 1) }, () => this.startGateway());
    const starts = await Promise.allSettled([...others, ...(worker ? [this.startWorker()] : [])]);
    const failed = starts.find((start) => start.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  async startGateway(): Promise<RunningGateway> {
    const gateway = await RunningGateway.start(this.config, this.log);
    this.gateways.push(gateway);
    return gateway;
  }

  async startWorker(): Promise<void> {
    this.worker = await RunningWorker.start(this.workerConfig, this.log);
  }

  /** As that of the gateway, with a user of its own in Redis. */
  get workerConfig(): Config {
    return { ...this.config, REDIS_URL: by(this.redis.urlOf('worker'), this.faultyLines?.toRedis) };
  }

  async stopWorker(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.stop();
  }

  /** The lines of a deployment that was started with faulty ones. */
  get lines(): Lines {
    if (this.faultyLines === null) throw new Error('this deployment has no faulty lines');
    return this.faultyLines;
  }

  /** The first gateway, the second…; throws when there are not so many. */
  gateway(number = 0): RunningGateway {
    const found = this.gateways[number];
    if (found === undefined) throw new Error(`there is no gateway ${number}`);
    return found;
  }

  /** Everyone goes home: no page open, nobody waiting or talking, nobody available. For the end of a test. */
  async clear(): Promise<void> {
    closeAllPages();
    const { app } = this.gateway();
    const conversations = await this.database.sql<{ id: ConversationId }>(
      `select id from conversation where state <> 'ended'`,
    );
    const end = app.get(EndConversation, { strict: false });
    for (const { id } of conversations) await end.endByVisitor(id);
    const staff = await this.database.sql<{ id: StaffId }>(
      `select id from staff where availability = 'available'`,
    );
    const availability = app.get(SetAvailability, { strict: false });
    for (const { id } of staff) await availability.setAvailability(this.principalOf(id), 'away');
  }

  private principalOf(staff: StaffId): StaffPrincipal {
    const session = sessionId(randomUUID());
    return {
      kind: 'staff',
      staff,
      session,
      service: this.service,
      role: 'responder',
      furtherRoles: [],
      name: '',
    };
  }

  async stop(): Promise<void> {
    closeAllPages();
    await Promise.all(this.gateways.map((gateway) => gateway.stop()));
    await this.stopWorker();
    await this.faultyLines?.toPostgres.close();
    await this.faultyLines?.toRedis.close();
    const refused = await this.redis.refused();
    await this.redis.close();
    await this.database.close();
    await rm(dirname(this.config.KEYRING_DIR), { recursive: true, force: true });
    if (refused.length > 0)
      throw new Error(`infra/redis/users.acl does not allow what is used: ${refused.join(', ')}`);
  }
}

const configIn = async (folder: string, servers: NodeJS.ProcessEnv): Promise<Config> => {
  const [visitor, console] = [join(folder, 'visitor'), join(folder, 'console')];
  for (const pages of [visitor, console]) {
    await mkdir(pages);
    await writeFile(join(pages, 'index.html'), PAGE);
  }
  return parseConfig({
    ...servers,
    DATABASE_POOL: '8',
    KEYRING_DIR: join(folder, 'keys'),
    VISITOR_DIR: visitor,
    CONSOLE_DIR: console,
    PUBLIC_URL,
    // Tests start many chats at once; those about that set their own.
    STARTS_PER_MINUTE: '100000',
  });
};
