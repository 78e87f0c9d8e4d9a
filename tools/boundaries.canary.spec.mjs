// Lints code that breaks the house rules and expects an error. ESLint without the Nx project graph, or with a
// pattern that no longer matches a folder, accepts everything. This test would notice.
import { ESLint } from 'eslint';

const eslint = new ESLint();

/** @param {string} filePath @param {string} code */
const rulesBrokenBy = async (filePath, code) => {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
};

// The first file also loads the configuration and the project graph.
beforeAll(() => rulesBrokenBy('libs/kernel/src/warm-up.ts', ''), 60_000);

/** @param {string} from */
const importing = (from) => `import { thing } from '${from}';\n\nexport const copy = thing;\n`;

const BOUNDARY = '@nx/enforce-module-boundaries';
const IMPORT = 'no-restricted-imports';

const NOUN = 'libs/conversation/src/append.ts';
const GATEWAY = 'apps/gateway/src/visitor/send-message.ts';

describe('a wrong import', () => {
  test.each([
    ['a noun imports Node', NOUN, 'node:fs', IMPORT],
    ['a noun imports Node without the prefix', NOUN, 'fs/promises', IMPORT],
    ['a noun imports a package', NOUN, 'uuid', BOUNDARY],
    ['a noun imports the contracts', NOUN, '@warmline/contracts', BOUNDARY],
    ['a noun imports a technology', NOUN, '@warmline/postgres', BOUNDARY],
    ['a noun imports a noun that it may not use', NOUN, '@warmline/routing', BOUNDARY],
    ['a noun imports the test kit outside a spec', NOUN, '@warmline/test-kit', BOUNDARY],
    ['identity imports another noun', 'libs/identity/src/may.ts', '@warmline/conversation', BOUNDARY],
    ['the kernel imports a noun', 'libs/kernel/src/instant.ts', '@warmline/identity', BOUNDARY],
    ['contracts import a noun', 'libs/contracts/src/visitor.ts', '@warmline/conversation', BOUNDARY],
    ['contracts import a package besides zod', 'libs/contracts/src/visitor.ts', 'uuid', BOUNDARY],
    ['postgres imports redis', 'libs/postgres/src/store.ts', '@warmline/redis', BOUNDARY],
    ['postgres imports the redis client', 'libs/postgres/src/store.ts', 'redis', BOUNDARY],
    ['redis imports sealing', 'libs/redis/src/queue.ts', '@warmline/sealing', BOUNDARY],
    ['redis imports typeorm', 'libs/redis/src/queue.ts', 'typeorm', BOUNDARY],
    ['sealing imports a package', 'libs/sealing/src/keyring.ts', 'uuid', BOUNDARY],
    [
      'the client imports a noun',
      'libs/client/src/connection/connection.ts',
      '@warmline/conversation',
      BOUNDARY,
    ],
    [
      'the client imports contracts at run time',
      'libs/client/src/connection/connection.ts',
      '@warmline/contracts',
      `@typescript-eslint/${IMPORT}`,
    ],
    ['ui imports a domain word', 'libs/ui/src/button.tsx', '@warmline/kernel', BOUNDARY],
    ['the test kit imports a noun', 'libs/test-kit/src/clock.ts', '@warmline/conversation', BOUNDARY],
    ['the gateway imports typeorm', GATEWAY, 'typeorm', BOUNDARY],
    ['the gateway imports the client', GATEWAY, '@warmline/client', BOUNDARY],
    ['a spec of the gateway imports bullmq', 'apps/gateway/test/two.int.spec.ts', 'bullmq', BOUNDARY],
    ['the console imports postgres', 'apps/console/src/app/main.tsx', '@warmline/postgres', BOUNDARY],
    ['the console imports a noun', 'apps/console/src/app/main.tsx', '@warmline/conversation', BOUNDARY],
    ['the visitor page imports ui', 'apps/visitor/src/page.tsx', '@warmline/ui', BOUNDARY],
    ['the visitor page imports React', 'apps/visitor/src/page.tsx', 'react', BOUNDARY],
    [
      'the visitor page imports zod through contracts',
      'apps/visitor/src/page.tsx',
      '@warmline/contracts',
      `@typescript-eslint/${IMPORT}`,
    ],
    ['anyone imports an undeclared package', GATEWAY, 'lodash', BOUNDARY],
    ['anyone reaches into another library', GATEWAY, '../../../../libs/conversation/src/append', BOUNDARY],
    [
      'a feature imports another',
      'apps/console/src/features/queue/queue.tsx',
      '../conversation/thread',
      'warmline/feature-borders',
    ],
    [
      'a feature of the gateway reaches into another',
      'apps/gateway/src/features/queue/take-from-queue.ts',
      '../timeline/send-message',
      'warmline/folder-borders',
    ],
    [
      'the core of the gateway imports a feature',
      'apps/gateway/src/core/timers.ts',
      '../features/timeline',
      'warmline/folder-borders',
    ],
    [
      'the gateway’s sockets import the app',
      'apps/gateway/src/socket/rooms.ts',
      '../app/command-tables',
      'warmline/folder-borders',
    ],
  ])('lint refuses that %s', async (_title, file, from, rule) => {
    expect(await rulesBrokenBy(file, importing(from))).toContain(rule);
  });
});

describe('a right import', () => {
  test.each([
    ['a noun imports the kernel', NOUN, '@warmline/kernel'],
    ['a noun imports who someone is', NOUN, '@warmline/identity'],
    ['audit imports a noun', 'libs/audit/src/record.ts', '@warmline/routing'],
    ['a spec of a noun imports the test kit', 'libs/conversation/src/append.spec.ts', '@warmline/test-kit'],
    ['a property of a noun imports fast-check', 'libs/conversation/src/append.prop.spec.ts', 'fast-check'],
    ['contracts import zod', 'libs/contracts/src/visitor.ts', 'zod'],
    ['postgres imports typeorm', 'libs/postgres/src/store.ts', 'typeorm'],
    ['redis imports bullmq', 'libs/redis/src/queue.ts', 'bullmq'],
    ['sealing imports Node', 'libs/sealing/src/keyring.ts', 'node:crypto'],
    ['the gateway imports a technology', GATEWAY, '@warmline/postgres'],
    ['the console imports ui', 'apps/console/src/app/main.tsx', '@warmline/ui'],
    ['a feature imports itself', 'apps/console/src/features/queue/queue.tsx', './row'],
    [
      'a feature of the gateway imports another one',
      'apps/gateway/src/features/queue/set-band.ts',
      '../timeline',
    ],
  ])('lint accepts that %s', async (_title, file, from) => {
    expect(await rulesBrokenBy(file, importing(from))).toEqual([]);
  });

  it('lint accepts that the client imports types of contracts', async () => {
    const code = `import type { Thing } from '@warmline/contracts';\n\nexport type Copy = Thing;\n`;
    expect(await rulesBrokenBy('libs/client/src/connection/connection.ts', code)).toEqual([]);
  });
});

describe('wrong code', () => {
  test.each([
    ['the clock in a noun', NOUN, 'export const now = Date.now();', 'no-restricted-properties'],
    ['the date of now in a noun', NOUN, 'export const now = new Date();', 'no-restricted-syntax'],
    ['randomness in a noun', NOUN, 'export const dice = Math.random();', 'no-restricted-properties'],
    ['crypto in a noun', NOUN, 'export const id = crypto.randomUUID();', 'no-restricted-globals'],
    [
      'a timer in the kernel',
      'libs/kernel/src/instant.ts',
      'setTimeout(() => undefined, 1);',
      'no-restricted-globals',
    ],
    ['waiting in a noun', NOUN, 'export const load = async () => 1;', 'no-restricted-syntax'],
    [
      'the environment in a use case',
      GATEWAY,
      'export const port = process.env.PORT;',
      'no-restricted-properties',
    ],
    ['the environment from node:process', GATEWAY, "export { env } from 'node:process';", IMPORT],
    [
      'the environment in a spec',
      'apps/gateway/src/a.spec.ts',
      'export const port = process.env.PORT;',
      'no-restricted-properties',
    ],
    [
      'a focused test',
      'libs/audit/src/record.spec.ts',
      "it.only('x', () => undefined);",
      'no-restricted-properties',
    ],
    ['a folder of leftovers', 'libs/audit/src/utils/record.ts', 'export const a = 1;', 'warmline/file-names'],
    ['a name that says nothing', GATEWAY, 'export class QueueManager {}', 'warmline/names'],
    ['a word the glossary avoids', GATEWAY, 'export const customer = 1;', 'warmline/glossary'],
    ['a visitor called a user', 'apps/visitor/src/page.tsx', 'export const user = 1;', 'warmline/glossary'],
  ])('lint refuses %s', async (_title, file, code, rule) => {
    expect(await rulesBrokenBy(file, code)).toContain(rule);
  });

  test.each([
    [
      'the environment where it is parsed',
      'apps/gateway/src/core/config.ts',
      'export const all = process.env;\n',
    ],
    ['waiting in a technology', 'libs/postgres/src/store.ts', 'export const load = async () => 1;\n'],
    [
      'an adapter in memory beside its contract',
      'libs/conversation/src/testing/in-memory.ts',
      'export const load = async () => 1;\n',
    ],
  ])('lint accepts %s', async (_title, file, code) => {
    expect(await rulesBrokenBy(file, code)).toEqual([]);
  });
});
