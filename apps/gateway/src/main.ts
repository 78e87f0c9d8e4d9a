import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createGateway } from './app/create-gateway';
import { GatewayModule } from './app/gateway.module';
import { configFromEnvironment } from './core/config';
import { closeOnSignal, refuseToStart } from './core/lifecycle';
import { openResources } from './core/resources';

const run = async (): Promise<void> => {
  const config = configFromEnvironment();
  const ground = await openResources(config, 'gateway');
  const app = await NestFactory.create<NestExpressApplication>(GatewayModule.on(ground), {
    logger: ['error', 'warn'],
  });
  await createGateway(app, ground);
  closeOnSignal(app, ground);
  await app.listen(config.PORT, config.HOST);
  ground.log.info({ port: config.PORT, host: config.HOST }, 'ready');
};

run().catch(refuseToStart);
