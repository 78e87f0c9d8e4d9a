import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createGateway, GATEWAY_OPTIONS } from './app/create-gateway';
import { GatewayModule } from './app/gateway.module';
import { configFromEnvironment } from './core/config';
import { listen } from './core/http/bound-server';
import { closeOnSignal, refuseToStart } from './core/lifecycle';
import { openResources } from './core/resources';

const run = async (): Promise<void> => {
  const config = configFromEnvironment();
  const resources = await openResources(config, 'gateway');
  const app = await NestFactory.create<NestExpressApplication>(GatewayModule.with(resources), {
    ...GATEWAY_OPTIONS,
    logger: ['error', 'warn'],
  });
  await createGateway(app, resources);
  closeOnSignal(app, resources);
  await listen(app.getHttpServer(), config);
  resources.log.info({ port: config.PORT, host: config.HOST }, 'ready');
};

run().catch(refuseToStart);
