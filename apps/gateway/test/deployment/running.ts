import 'reflect-metadata';
import type { Server } from 'node:http';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createGateway, GATEWAY_OPTIONS } from '../../src/app/create-gateway';
import { GatewayModule } from '../../src/app/gateway.module';
import { WorkerModule } from '../../src/app/worker.module';
import type { Config } from '../../src/core/config';
import { closeConnections } from '../../src/core/connections';
import { makeLog, type Log } from '../../src/core/log';
import { openResources } from '../../src/core/resources';
import type { Resources } from '../../src/core/resources.module';
import { ConnectedPages } from '../../src/socket/connected-pages';
import type { LogLines } from './log-lines';

/** Nest's own lines are kept with ours: they go to the same output in production. */
const logging = (log: Log) => {
  const keep = (line: unknown): void => log.error({ err: line }, 'from the framework');
  return { abortOnError: false, logger: { log: () => undefined, warn: keep, error: keep, fatal: keep } };
};

const cutOff = async ({ connections: technologies }: Resources): Promise<void> => {
  for (const client of [technologies.redis, technologies.redisSubscriber])
    if (client.isOpen) client.destroy();
  await Promise.allSettled([
    technologies.append.close(),
    technologies.database.destroy(),
    technologies.sequencer?.destroy(),
  ]);
};

/** A gateway of this process, set up as main.ts does, on a free port. */
export class RunningGateway {
  private constructor(
    readonly app: NestExpressApplication,
    readonly resources: Resources,
    readonly url: string,
  ) {}

  /** `more` are extra controllers, for a test. */
  static async start(
    config: Config,
    { output }: LogLines,
    more: readonly Type[] = [],
  ): Promise<RunningGateway> {
    const log = makeLog('debug', 'gateway', output);
    const resources = await openResources(config, 'gateway', log);
    const module = { ...GatewayModule.with(resources), controllers: [...more] };
    const app = await NestFactory.create<NestExpressApplication>(module, {
      ...GATEWAY_OPTIONS,
      ...logging(log),
    });
    await createGateway(app, resources);
    const server: Server = await app.listen(0, config.HOST);
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('listening nowhere');
    return new RunningGateway(app, resources, `http://${config.HOST}:${address.port}`);
  }

  /** Cuts every connection to this gateway at once. */
  dropEveryone(): void {
    const { visitors, staff } = this.app.get(ConnectedPages, { strict: false });
    visitors?.disconnectSockets(true);
    staff?.disconnectSockets(true);
  }

  /** As if Redis were gone, for this gateway alone. */
  loseRedis(): void {
    const { redis, redisSubscriber } = this.resources.connections;
    for (const client of [redis, redisSubscriber]) if (client.isOpen) client.destroy();
  }

  async stop(): Promise<void> {
    await this.app.close();
    await closeConnections(this.resources.connections);
  }

  /** As if killed: it sends nothing more, and its connections drop. */
  async die(): Promise<void> {
    await cutOff(this.resources);
    this.app.getHttpServer().closeAllConnections();
    await this.app.close().catch(() => undefined);
  }
}

/** A worker of this process, set up as worker.ts does. */
export class RunningWorker {
  private constructor(
    readonly app: INestApplicationContext,
    private readonly resources: Resources,
  ) {}

  /** As if killed: its work in progress has no effect. */
  async die(): Promise<void> {
    await cutOff(this.resources);
    await this.app.close().catch(() => undefined);
  }

  static async start(config: Config, { output }: LogLines): Promise<RunningWorker> {
    const log = makeLog('debug', 'worker', output);
    const resources = await openResources(config, 'worker', log);
    const app = await NestFactory.createApplicationContext(WorkerModule.with(resources), logging(log));
    return new RunningWorker(app, resources);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await closeConnections(this.resources.connections);
  }
}
