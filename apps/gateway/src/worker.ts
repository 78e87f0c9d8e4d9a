import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './app/worker.module';
import { configFromEnvironment } from './core/config';
import { closeOnSignal, refuseToStart } from './core/lifecycle';
import { openResources } from './core/resources';

const run = async (): Promise<void> => {
  const ground = await openResources(configFromEnvironment(), 'worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.on(ground), {
    logger: ['error', 'warn'],
  });
  closeOnSignal(app, ground);
  ground.log.info('ready');
};

run().catch(refuseToStart);
