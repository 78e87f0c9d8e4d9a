import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Environment, Ground, GroundServer, ProcessSpec } from './ground';
import { Links, type LinkName } from './links';
import { postgresAnswers, redisAnswers, saidReady, type Readiness } from './readiness';
import { RealStage } from './real-stage';
import { staffOf } from './staff';
import { StageProcess } from './stage-process';

export interface StageOptions {
  readonly ground: Ground;
  readonly gateways: number;
  readonly workers: number;
  readonly responders: number;
  readonly supervisors: number;
  readonly timeScale: number;
  /** Nothing is started from then on. */
  readonly abort: AbortSignal;
  /** A process ended by itself. */
  readonly crashed: (name: string, how: string) => void;
}

/** On a busy machine (ms). */
const READY_WITHIN = 90_000;

/** No sender is too fast for a storm; what one page may send has tests of its own. */
const UNLIMITED = '1000000';

const withPort = (url: string, port: number): string => {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
};

/** Builds a stage from the ground up, part by part. */
class Stagehand {
  private readonly links = new Links();
  private readonly common: Environment;

  constructor(
    private readonly options: StageOptions,
    signInsFile: string,
  ) {
    this.common = {
      TIME_SCALE: String(options.timeScale),
      COMMANDS_PER_20S: UNLIMITED,
      MESSAGES_PER_20S: UNLIMITED,
      DEMO_SIGN_INS_FILE: signInsFile,
      LOG_LEVEL: 'info',
    };
  }

  async build(): Promise<Omit<ConstructorParameters<typeof RealStage>[0], 'signIns'>> {
    const { ground, gateways, workers, timeScale } = this.options;
    await ground.migrate({ ...this.common, ...(await this.direct()) });
    const urls: string[] = [];
    const opened: StageProcess[] = [];
    for (let position = 0; position < workers; position += 1) opened.push(await this.worker(position));
    for (let position = 0; position < gateways; position += 1) {
      const { process, url } = await this.gateway(position);
      opened.push(process);
      urls.push(url);
    }
    const postgres = this.server(ground.postgres, () => postgresAnswers(ground.databaseUrl));
    const redis = this.server(ground.redis, () => redisAnswers(ground.redisUrl));
    await this.begin(opened);
    return { ground, timeScale, urls, links: this.links, services: opened, postgres, redis };
  }

  private async begin(processes: readonly StageProcess[]): Promise<void> {
    const ready = Promise.all(processes.map((process) => process.start()));
    const isReady = await Promise.race([ready, delay(READY_WITHIN, null, { ref: false })]);
    if (isReady !== null) return;
    const late = processes.filter((process) => !process.isReady).map(({ name }) => name);
    throw new Error(`not ready within ${READY_WITHIN / 1_000} s: ${late.join(', ') || 'nobody for long'}`);
  }

  private async direct(): Promise<Environment> {
    const { databaseUrl, redisUrl } = this.options.ground;
    return { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl };
  }

  /** Its own way to each server. */
  private async waysOf(name: string): Promise<Environment> {
    const { databaseUrl, redisUrl, postgres, redis } = this.options.ground;
    const toPostgres = await this.links.add(`${name}>postgres`, postgres.port);
    const toRedis = await this.links.add(`${name}>redis`, redis.port);
    return { DATABASE_URL: withPort(databaseUrl, toPostgres), REDIS_URL: withPort(redisUrl, toRedis) };
  }

  private async worker(position: number): Promise<StageProcess> {
    const name = `worker ${position}`;
    const spec = this.options.ground.worker({ ...this.common, ...(await this.waysOf(name)) });
    return this.service(name, spec);
  }

  private async gateway(position: number): Promise<{ process: StageProcess; url: string }> {
    const { ground } = this.options;
    const name = `gateway ${position}`;
    const port = await ground.freePort();
    const link: LinkName = `people>${name}`;
    const url = `http://127.0.0.1:${await this.links.add(link, port)}`;
    const ways = await this.waysOf(name);
    const spec = ground.gateway(port, { ...this.common, ...ways, PUBLIC_URL: url });
    return { process: this.service(name, spec), url };
  }

  private service(name: string, spec: ProcessSpec): StageProcess {
    const logFile = join(this.options.ground.logDir, `${name.replace(' ', '-')}.log`);
    return this.process({ ...spec, name, logFile }, saidReady(logFile));
  }

  private server({ spec, child }: GroundServer, readiness: () => Readiness): StageProcess {
    const process = this.process(spec, readiness);
    process.adopt(child);
    return process;
  }

  private process(spec: ProcessSpec, readiness: () => Readiness): StageProcess {
    const { ground, crashed, abort } = this.options;
    const spawn: Ground['spawn'] = (given) => ground.spawn(given);
    return new StageProcess({ spec, spawn, readiness, crashed, isOver: () => abort.aborted });
  }
}

/** Starts everything a charity would run; resolves when all of it is ready. */
export const openStage = async (options: StageOptions): Promise<RealStage> => {
  const signIns = staffOf(options.responders, options.supervisors);
  const file = join(options.ground.dir, 'sign-ins.json');
  writeFileSync(file, JSON.stringify(signIns), { mode: 0o600 });
  return new RealStage({ ...(await new Stagehand(options, file).build()), signIns });
};
