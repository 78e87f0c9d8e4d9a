import { setTimeout as delay } from 'node:timers/promises';
import type { Ground } from './ground';
import type { Links } from './links';
import { isInService } from './readiness';
import { RedisFolder } from './redis-folder';
import type { Stage, StageSignIn } from './stage';
import type { StageProcess } from './stage-process';

export interface StageParts {
  readonly ground: Ground;
  readonly timeScale: number;
  readonly urls: readonly string[];
  readonly links: Links;
  /** Gateways and workers. */
  readonly services: readonly StageProcess[];
  readonly postgres: StageProcess;
  readonly redis: StageProcess;
  readonly signIns: readonly StageSignIn[];
}

/** A stage with all its ropes in reach. */
export class RealStage implements Stage {
  readonly urls: readonly string[];
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly timeScale: number;
  readonly keyringDir: string;
  readonly logDir: string;
  readonly signIns: readonly StageSignIn[];
  readonly links: Links;
  readonly services: readonly StageProcess[];
  readonly postgres: StageProcess;
  readonly redis: StageProcess;
  readonly redisFolder: RedisFolder;
  private readonly ground: Ground;

  constructor({ ground, timeScale, urls, links, services, postgres, redis, signIns }: StageParts) {
    this.ground = ground;
    this.urls = urls;
    this.databaseUrl = ground.databaseUrl;
    this.redisUrl = ground.redisUrl;
    this.timeScale = timeScale;
    this.keyringDir = ground.keyringDir;
    this.logDir = ground.logDir;
    this.signIns = signIns;
    this.links = links;
    this.services = services;
    this.postgres = postgres;
    this.redis = redis;
    this.redisFolder = new RedisFolder(ground.dir);
  }

  get processes(): readonly StageProcess[] {
    return [...this.services, this.postgres, this.redis];
  }

  process(name: string): StageProcess {
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
    await this.ground.stopAll();
    await this.links.close();
  }
}
