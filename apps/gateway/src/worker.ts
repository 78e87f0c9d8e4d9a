import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { configFromEnvironment } from './platform/config';
import { openGround } from './platform/ground';
import { closeOnSignal, refuseToStart } from './platform/process-life';
import { WorkerModule } from './worker.module';

const run = async (): Promise<void> => {
  const ground = await openGround(configFromEnvironment(), 'worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.on(ground), {
    logger: ['error', 'warn'],
  });
  closeOnSignal(app, ground);
  ground.log.info('ready');
};

run().catch(refuseToStart);
