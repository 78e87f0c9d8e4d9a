import { setTimeout as delay } from 'node:timers/promises';
import type { Deployment, DeploymentSignIn } from './deployment';
import type { Links } from './links';
import { isInService } from './readiness';
import { RedisFolder } from './redis-folder';
import type { Resources } from './resources';
import type { RestartingProcess } from './restarting-process';

export interface DeploymentParts {
  readonly resources: Resources;
  readonly timeScale: number;
  readonly urls: readonly string[];
  readonly links: Links;
  /** Gateways and workers. */
  readonly services: readonly RestartingProcess[];
  readonly postgres: RestartingProcess;
  readonly redis: RestartingProcess;
  readonly signIns: readonly DeploymentSignIn[];
}

/** A deployment with all its ropes in reach. */
export class RunningDeployment implements Deployment {
  readonly urls: readonly string[];
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly timeScale: number;
  readonly keyringDir: string;
  readonly logDir: string;
  readonly signIns: readonly DeploymentSignIn[];
  readonly links: Links;
  readonly services: readonly RestartingProcess[];
  readonly postgres: RestartingProcess;
  readonly redis: RestartingProcess;
  readonly redisFolder: RedisFolder;
  private readonly resources: Resources;

  constructor({ resources, timeScale, urls, links, services, postgres, redis, signIns }: DeploymentParts) {
    this.resources = resources;
    this.urls = urls;
    this.databaseUrl = resources.databaseUrl;
    this.redisUrl = resources.redisUrl;
    this.timeScale = timeScale;
    this.keyringDir = resources.keyringDir;
    this.logDir = resources.logDir;
    this.signIns = signIns;
    this.links = links;
    this.services = services;
    this.postgres = postgres;
    this.redis = redis;
    this.redisFolder = new RedisFolder(resources.dir);
  }

  get processes(): readonly RestartingProcess[] {
    return [...this.services, this.postgres, this.redis];
  }

  process(name: string): RestartingProcess {
    const found = this.processes.find((process) => process.name === name);
    if (found === undefined) throw new Error(`there is no process ${name}`);
    return found;
  }

  /**
   * Removes every fault and starts whatever is down. Resolves when people can be sent to every gateway; to false when
   * that took longer than `withinMs`.
   */
  async heal(withinMs: number): Promise<boolean> {
    const deadline = performance.now() + withinMs;
    await this.links.heal();
    for (const process of this.processes) process.thaw();
    const servers = Promise.all([this.postgres.start(), this.redis.start()]);
    const up = servers.then(() => Promise.all(this.services.map((process) => process.start())));
    const isUp = await Promise.race([up.then(() => true), delay(withinMs, false, { ref: false })]);
    if (!isUp) return false;
    for (const url of this.urls) {
      while (!(await isInService(url))) {
        if (performance.now() > deadline) return false;
        await delay(50);
      }
    }
    return true;
  }

  async stop(): Promise<void> {
    for (const process of this.processes) process.giveUp();
    await this.resources.stopAll();
    await this.links.close();
  }
}
