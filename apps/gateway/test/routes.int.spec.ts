import { request } from 'node:http';
import { Controller, Get, RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { mayEver, type Permission, type PermissionRole } from '@warmline/identity';
import { permissionOf } from '../src/session/permission-guard';
import { Deployment, PUBLIC_URL } from './deployment/deployment';
import { RunningGateway } from './deployment/running';
import { aStaffMember, PASSWORD, signIn } from './deployment/staff';
import { Visitor } from './deployment/visitor';

@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): string {
    return 'a secret';
  }
}

let deployment: Deployment;
let gateway: RunningGateway;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
  gateway = deployment.gateway();
});
afterAll(() => deployment.stop());

interface Route {
  readonly method: string;
  readonly path: string;
  readonly permission: Permission | undefined;
}

const routesOf = (type: Type): Route[] => {
  const reflector = new Reflector();
  const root = String(Reflect.getMetadata('path', type));
  const names = Object.getOwnPropertyNames(type.prototype).filter((name) => name !== 'constructor');
  return names.flatMap((name) => {
    const handler = (type.prototype as Record<string, () => unknown>)[name];
    if (handler === undefined || !Reflect.hasMetadata('path', handler)) return [];
    const path = `/${root}/${String(Reflect.getMetadata('path', handler))}`.replaceAll(/\/+/g, '/');
    const method = RequestMethod[Number(Reflect.getMetadata('method', handler))] ?? '';
    return [
      {
        method,
        path: path.length > 1 ? path.replace(/\/$/, '') : path,
        permission: permissionOf(reflector, handler),
      },
    ];
  });
};

/** Every route there is, as the framework knows it. */
const allRoutes = (): Route[] =>
  [...gateway.app.get(ModulesContainer).values()].flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) =>
      typeof metatype === 'function' ? routesOf(metatype as Type) : [],
    ),
  );

interface ExpressLayer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}
/** Every route there is, as the server under the framework knows it. */
const servedRoutes = (): string[] => {
  const express = gateway.app.getHttpAdapter().getInstance() as unknown as {
    router: { stack: ExpressLayer[] };
  };
  return express.router.stack.flatMap(({ route }) =>
    route === undefined
      ? []
      : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`),
  );
};

interface Answer {
  readonly status: number;
  readonly body: string;
}
interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Exactly this path, which fetch would tidy up. */
const raw = (path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(gateway.url);
    const asked = request({ hostname, port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      );
    });
    asked.on('error', reject).end(body);
  });

const signedOut = async (): Promise<string> => {
  const cookie = await signIn(gateway, await aStaffMember(deployment));
  expect((await raw('/api/session', { method: 'DELETE', headers: { cookie } })).status).toBe(204);
  return cookie;
};

const cookies: Record<string, { roles: readonly PermissionRole[]; cookie: () => Promise<string> }> = {
  nobody: { roles: ['anyone'], cookie: async () => '' },
  'a made-up session': { roles: ['anyone'], cookie: async () => `__Host-warmline=${'A'.repeat(43)}` },
  'a session that was signed out': { roles: ['anyone'], cookie: signedOut },
  'two sessions in one header': {
    roles: ['anyone'],
    cookie: async () => `__Host-warmline=x; __Host-warmline=${'A'.repeat(43)}`,
  },
  'a responder': {
    roles: ['responder'],
    cookie: async () => signIn(gateway, await aStaffMember(deployment)),
  },
  'a supervisor': {
    roles: ['supervisor'],
    cookie: async () => signIn(gateway, await aStaffMember(deployment, { role: 'supervisor' })),
  },
  'an administrator': {
    roles: ['administrator'],
    cookie: async () => signIn(gateway, await aStaffMember(deployment, { role: 'administrator' })),
  },
  'a safeguarding lead': {
    roles: ['safeguarding_lead'],
    cookie: async () => signIn(gateway, await aStaffMember(deployment, { role: 'safeguarding_lead' })),
  },
  'an auditor who trains as well': {
    roles: ['auditor', 'trainer'],
    cookie: async () => {
      const person = await aStaffMember(deployment, { role: 'auditor' });
      await deployment.database.sql(`update staff set further_roles = '{trainer}' where id = $1`, [
        person.id,
      ]);
      return signIn(gateway, person);
    },
  },
};

describe('every route', () => {
  it('[SEC1] every route has a permission of the table', () => {
    const routes = allRoutes();
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(servedRoutes().sort());
    expect(routes.length).toBeGreaterThan(6);
    expect(routes.filter(({ permission }) => permission === undefined)).toEqual([]);
  });

  it.each(Object.entries(cookies))(
    '[SEC1] every route asked by %s answers as the permissions table says',
    async (_who, { roles, cookie }) => {
      for (const { method, path, permission } of allRoutes()) {
        if (permission === undefined) throw new Error('the test above finds this');
        // Each request signs in again, since one of the routes signs out.
        const headers = { cookie: await cookie() };
        const { status, body } = await raw(path, { method, headers });
        const refused = roles.includes('anyone')
          ? [401, { refusal: 'not_signed_in' }]
          : [403, { refusal: 'not_allowed' }];
        if (mayEver(permission, roles)) expect([401, 403]).not.toContain(status);
        else expect([status, JSON.parse(body)]).toEqual(refused);
      }
    },
  );

  it('[SEC1] the link of a wall page opens its figures, and no other route', async () => {
    const administrator = await signIn(gateway, await aStaffMember(deployment, { role: 'administrator' }));
    const made = await raw('/api/wall-links', {
      method: 'POST',
      headers: { cookie: administrator, 'content-type': 'application/json' },
      body: JSON.stringify({ label: 'Office', lasts: 30 }),
    });
    const { secret } = JSON.parse(made.body) as { secret: string };
    const headers = { authorization: `Bearer ${secret}` };
    for (const { method, path, permission } of allRoutes()) {
      if (permission === undefined) throw new Error('the first test finds this');
      const { status, body } = await raw(path, { method, headers });
      if (permission === 'wall.read') expect([path, status]).toEqual([path, 200]);
      else if (!mayEver(permission, ['anyone']))
        expect([path, status, JSON.parse(body)]).toEqual([path, 401, { refusal: 'not_signed_in' }]);
    }
  });

  it('[SEC1] added without a permission is refused to everyone', async () => {
    const careless = await RunningGateway.start(deployment.config, deployment.log, [ForgottenController]);
    const cookie = await signIn(careless, await aStaffMember(deployment, { role: 'supervisor' }));
    for (const headers of [{}, { cookie }]) {
      const answer = await fetch(`${careless.url}/forgotten`, { headers });
      expect([answer.status, await answer.json()]).toEqual([403, { refusal: 'not_allowed' }]);
    }
    await careless.stop();
  });

  it.each([
    ['HEAD', '/api/content'],
    ['GET', '//api/content'],
    ['GET', '/api//content'],
    ['GET', '/api/content/'],
    ['GET', '/api/content/.'],
    ['GET', '/api/content.'],
    ['GET', '/api/./content'],
    ['GET', '/API/Content'],
    ['GET', '/api/content%2f'],
    ['GET', '/api%2fcontent'],
    ['GET', '/console/../api/content'],
    ['GET', '/api/content?x=1'],
    ['GET', '/api/content;x'],
    ['OPTIONS', '/api/content'],
    ['POST', '/api/content'],
  ])('[SEC1] spelt as %s %s lets nobody past the guard', async (method, path) => {
    const { body, status } = await raw(path, {
      method,
      headers: { 'x-original-url': '/healthz', 'x-http-method-override': 'GET' },
    });
    expect(body).not.toContain('starters');
    const isThePageItself = status === 200 && (body === '' || body.startsWith('<!doctype html>'));
    expect(isThePageItself || [401, 403, 404].includes(status)).toBe(true);
    if (method === 'HEAD') expect(status).toBe(401);
  });
});

describe('pages of other origins', () => {
  const unknownReferences = [
    'https://evil.example',
    `${PUBLIC_URL}.evil.example`,
    'http://warmline.example',
    'null',
    'nonsense',
    `${PUBLIC_URL}:8443`,
  ];

  it.each(unknownReferences)('[SEC1] %s opens no socket, by polling or WebSocket', async (origin) => {
    const polling = await raw('/socket.io/?EIO=4&transport=polling', { headers: { origin } });
    expect(polling.status).toBe(403);
    await expect(Visitor.connectedWith(gateway, { extraHeaders: { origin } })).rejects.toThrow();
    await expect(
      Visitor.connectedWith(gateway, { extraHeaders: { origin }, transports: ['polling'] }),
    ).rejects.toThrow();
  });

  it('[SEC1] change nothing by any route of staff, whatever role the cookie is of', async () => {
    // Visitors have no cookie, and their page is shown by other sites as well.
    const changes = allRoutes().filter(({ method, path }) => method !== 'GET' && !path.startsWith('/v/'));
    expect(changes.length).toBeGreaterThan(20);
    for (const role of ['responder', 'supervisor', 'administrator'] as const) {
      const cookie = await signIn(gateway, await aStaffMember(deployment, { role }));
      for (const { method, path } of changes)
        for (const origin of ['https://shop.warmline.example', 'null']) {
          const { status, body } = await raw(path, { method, headers: { cookie, origin } });
          expect([method, path, status, JSON.parse(body)]).toEqual([
            method,
            path,
            403,
            { refusal: 'not_allowed' },
          ]);
        }
      expect((await raw('/api/session', { headers: { cookie } })).status).toBe(200);
    }
  });

  it.each(unknownReferences)('%s signs nobody in', async (origin) => {
    const { signInName } = await aStaffMember(deployment);
    const answer = await raw('/api/session', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ signInName, password: PASSWORD }),
    });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([403, { refusal: 'not_allowed' }]);
  });

  it('our own page does, by both', async () => {
    for (const transports of [['polling'], ['websocket']]) {
      const visitor = await Visitor.connectedWith(gateway, {
        extraHeaders: { origin: PUBLIC_URL },
        transports,
      });
      expect(await visitor.refusal('conversation:open', {})).toBe('not_found');
      visitor.leave();
    }
  });
});
