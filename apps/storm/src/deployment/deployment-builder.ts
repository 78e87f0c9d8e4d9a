import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Links, type LinkName } from './links';
import { postgresAnswers, redisAnswers, saidReady, type Readiness } from './readiness';
import type { Environment, Resources, ResourceServer, ProcessSpec } from './resources';
import { RestartingProcess } from './restarting-process';
import { RunningDeployment } from './running-deployment';
import { staffOf } from './staff';

export interface DeploymentOptions {
  readonly resources: Resources;
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

type MeasureOptions = Pick<DeploymentOptions, 'resources' | 'responders' | 'supervisors' | 'abort'>;

/** On a busy machine (ms). */
const READY_WITHIN = 90_000;

/** No sender is too fast for a storm; what one page may send has tests of its own. */
const UNLIMITED = '1000000';

const withPort = (url: string, port: number): string => {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
};

/** Builds a deployment on Postgres and Redis, part by part. */
class DeploymentBuilder {
  private readonly links = new Links();
  private readonly common: Environment;

  constructor(
    private readonly options: DeploymentOptions,
    signInsFile: string,
  ) {
    this.common = {
      TIME_SCALE: String(options.timeScale),
      STARTS_PER_MINUTE: UNLIMITED,
      COMMANDS_PER_20S: UNLIMITED,
      MESSAGES_PER_20S: UNLIMITED,
      DEMO_SIGN_INS_FILE: signInsFile,
      LOG_LEVEL: 'info',
    };
  }

  async build(): Promise<Omit<ConstructorParameters<typeof RunningDeployment>[0], 'signIns'>> {
    const { resources, gateways, workers, timeScale } = this.options;
    const urls: string[] = [];
    const opened: RestartingProcess[] = [];
    for (let position = 0; position < workers; position += 1) opened.push(await this.worker(position));
    for (let position = 0; position < gateways; position += 1) {
      const { process, url } = await this.gateway(position);
      opened.push(process);
      urls.push(url);
    }
    const postgres = this.server(resources.postgres, () => postgresAnswers(resources.databaseUrl));
    const redis = this.server(resources.redis, () => redisAnswers(resources.redisUrl));
    await this.begin(opened);
    return { resources, timeScale, urls, links: this.links, services: opened, postgres, redis };
  }

  private async begin(processes: readonly RestartingProcess[]): Promise<void> {
    const ready = Promise.all(processes.map((process) => process.start()));
    const isReady = await Promise.race([ready, delay(READY_WITHIN, null, { ref: false })]);
    if (isReady !== null) return;
    const late = processes.filter((process) => !process.isReady).map(({ name }) => name);
    throw new Error(`not ready within ${READY_WITHIN / 1_000} s: ${late.join(', ') || 'nobody for long'}`);
  }

  /** Its own way to each server, as the user that it has there. */
  private async onWaysOf(name: string, spec: ProcessSpec): Promise<ProcessSpec> {
    const { postgres, redis } = this.options.resources;
    const toPostgres = await this.links.add(`${name}>postgres`, postgres.port);
    const toRedis = await this.links.add(`${name}>redis`, redis.port);
    const { DATABASE_URL = '', DATABASE_SEQUENCER_URL, REDIS_URL = '' } = spec.env;
    const ways = {
      DATABASE_URL: withPort(DATABASE_URL, toPostgres),
      ...(DATABASE_SEQUENCER_URL === undefined
        ? {}
        : { DATABASE_SEQUENCER_URL: withPort(DATABASE_SEQUENCER_URL, toPostgres) }),
      REDIS_URL: withPort(REDIS_URL, toRedis),
    };
    return { ...spec, env: { ...spec.env, ...ways } };
  }

  private async worker(position: number): Promise<RestartingProcess> {
    const name = `worker ${position}`;
    return this.service(name, await this.onWaysOf(name, this.options.resources.worker(this.common)));
  }

  private async gateway(position: number): Promise<{ process: RestartingProcess; url: string }> {
    const { resources } = this.options;
    const name = `gateway ${position}`;
    const port = await resources.freePort();
    const link: LinkName = `people>${name}`;
    const url = `http://127.0.0.1:${await this.links.add(link, port)}`;
    const spec = await this.onWaysOf(name, resources.gateway(port, { ...this.common, PUBLIC_URL: url }));
    return { process: this.service(name, spec), url };
  }

  private service(name: string, spec: ProcessSpec): RestartingProcess {
    const logFile = join(this.options.resources.logDir, `${name.replace(' ', '-')}.log`);
    return this.process({ ...spec, name, logFile }, saidReady(logFile));
  }

  private server({ spec, child }: ResourceServer, readiness: () => Readiness): RestartingProcess {
    const process = this.process(spec, readiness);
    process.adopt(child);
    return process;
  }

  private process(spec: ProcessSpec, readiness: () => Readiness): RestartingProcess {
    const { resources, crashed, abort } = this.options;
    const spawn: Resources['spawn'] = (given) => resources.spawn(given);
    return new RestartingProcess({ spec, spawn, readiness, crashed, isOver: () => abort.aborted });
  }
}

const signInsFileIn = ({ dir }: Resources): string => join(dir, 'sign-ins.json');

/** Makes the tables and the staff, and starts one gateway to see how fast this machine is. @returns how long that took (ms) */
export const measureStart = async ({ resources, abort, ...size }: MeasureOptions): Promise<number> => {
  const signInsFile = signInsFileIn(resources);
  const signIns = staffOf(size.responders, size.supervisors);
  writeFileSync(signInsFile, JSON.stringify(signIns), { mode: 0o600 });
  const { logDir } = resources;
  const environment = { DEMO_SIGN_INS_FILE: signInsFile, LOG_LEVEL: 'info' };
  await resources.migrate(environment);
  const name = 'measured-gateway';
  const logFile = join(logDir, `${name}.log`);
  const spec = { ...resources.gateway(await resources.freePort(), environment), name, logFile };
  const spawn: Resources['spawn'] = (started) => resources.spawn(started);
  const process = new RestartingProcess({
    ...{ spec, spawn, readiness: saidReady(logFile) },
    ...{ crashed: () => undefined, isOver: () => abort.aborted },
  });
  const startedAt = performance.now();
  await Promise.race([process.start(), delay(READY_WITHIN, undefined, { ref: false, signal: abort })]);
  const took = performance.now() - startedAt;
  await process.kill();
  return took;
};

/** Starts everything a charity would run; resolves when all of it is ready. */
export const startDeployment = async (options: DeploymentOptions): Promise<RunningDeployment> => {
  const signIns = staffOf(options.responders, options.supervisors);
  const parts = await new DeploymentBuilder(options, signInsFileIn(options.resources)).build();
  return new RunningDeployment({ ...parts, signIns });
};
