import { noReexportFiles } from './no-reexport-files.mjs';
import { ruleTester } from './rule-tester.mjs';

const code = "export * from './a';\nexport { b } from './b';";
const errors = [{ messageId: 'dust' }];

ruleTester().run('no-reexport-files', noReexportFiles, {
  valid: [
    { code, filename: 'libs/kernel/src/index.ts' },
    { code, filename: 'libs/conversation/src/testing/index.ts' },
    { code: `${code}\nexport const c = 1;`, filename: 'apps/gateway/src/a.ts' },
    { code: 'export const c = 1;', filename: 'apps/gateway/src/a.ts' },
  ],
  invalid: [
    { code, filename: 'apps/console/src/features/queue/index.ts', errors },
    { code, filename: 'libs/kernel/src/ids/index.ts', errors },
  ],
});
