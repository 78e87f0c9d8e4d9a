import { names } from './names.mjs';
import { ruleTester } from './rule-tester.mjs';

const errors = [{ messageId: 'emptyWord' }];

ruleTester().run('names', names, {
  valid: [
    'const conversation = 1;',
    'const dataFolder = 1; const databaseUrl = 2; const baseline = 3; const baseUrl = 4;',
    'const { data: waiting } = ask();',
    "import { DataManager } from 'elsewhere';",
    'send({ data: 1 });',
    'interface Log { info(text: string): void }',
    'const packageManager = 1;',
    'interface Instant { readonly at: number } interface Item { readonly id: string }',
  ],
  invalid: [
    { code: 'class QueueManager {}', errors },
    { code: 'const helper = 1;', errors },
    { code: 'function dateUtils() {}', errors },
    { code: 'const data = 1;', errors },
    { code: 'const { data } = ask();', errors },
    { code: 'const read = (sessionInfo) => sessionInfo;', errors },
    { code: 'interface Row { readonly data: string }', errors },
    { code: 'class StoreImpl {}', errors },
    { code: 'class BaseStore {}', errors },
    { code: 'type CommonFields = 1;', errors },
    { code: 'interface IStore { readonly id: string }', errors: [{ messageId: 'prefix' }] },
  ],
});
