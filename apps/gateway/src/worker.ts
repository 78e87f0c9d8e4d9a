import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './app/worker.module';
import { configFromEnvironment } from './core/config';
import { closeOnSignal, refuseToStart } from './core/lifecycle';
import { openResources } from './core/resources';

const run = async (): Promise<void> => {
  const resources = await openResources(configFromEnvironment(), 'worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.with(resources), {
    logger: ['error', 'warn'],
  });
  closeOnSignal(app, resources);
  resources.log.info('ready');
};

run().catch(refuseToStart);
