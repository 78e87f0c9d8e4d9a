import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { Deployment } from '../../test/deployment/deployment';

const SOCKET = join(import.meta.dirname, '../socket');
/** What a class of this kind does needs pages. */
const FOR_PAGES = /(Commands|Controller|Feed|Gateway)$/;

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start();
});
afterAll(() => deployment.stop());

/** Every class that this process has an instance of. */
const classesIn = (app: INestApplicationContext): unknown[] =>
  [...app.get(ModulesContainer).values()]
    .flatMap(({ providers, controllers }) => [...providers.values(), ...controllers.values()])
    .filter(({ instance }) => instance !== null && instance !== undefined)
    .map(({ metatype }) => metatype);

/** Every class that a file of the socket folder exports. */
const socketClasses = async (): Promise<Set<unknown>> => {
  const files = readdirSync(SOCKET).filter((file) => file.endsWith('.ts') && !file.includes('.spec.'));
  const modules = await Promise.all(files.map(async (file): Promise<object> => import(join(SOCKET, file))));
  return new Set(modules.flatMap((exports) => Object.values(exports) as unknown[]));
};

const pageCodeIn = async (app: INestApplicationContext): Promise<string[]> => {
  const fromSocket = await socketClasses();
  return classesIn(app).flatMap((found) =>
    typeof found === 'function' && (fromSocket.has(found) || FOR_PAGES.test(found.name)) ? [found.name] : [],
  );
};

describe('the worker', () => {
  it('the worker instantiates no code for sockets or pages', async () => {
    const { worker } = deployment;
    if (worker === null) throw new Error('there is a worker');
    expect(classesIn(worker.app).length).toBeGreaterThan(20);
    expect(await pageCodeIn(worker.app)).toEqual([]);
  });

  it('a gateway instantiates code for sockets and pages', async () => {
    const found = await pageCodeIn(deployment.gateway().app);
    expect(found).toEqual(
      expect.arrayContaining(['ConnectedPages', 'OfferCommands', 'DeskFeed', 'StaffGateway']),
    );
  });
});
