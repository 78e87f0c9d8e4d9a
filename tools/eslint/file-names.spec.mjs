import { fileNames } from './file-names.mjs';
import { ruleTester } from './rule-tester.mjs';

const code = 'export const a = 1;';
const named = (/** @type {string} */ filename) => ({ code, filename });

ruleTester().run('file-names', fileNames, {
  valid: [
    named('libs/kernel/src/assert-never.ts'),
    named('libs/routing/src/order.prop.spec.ts'),
    named('apps/console/src/features/queue/waiting-row.tsx'),
    named('apps/console/src/shared/live/client.ts'),
  ],
  invalid: [
    { ...named('libs/kernel/src/assertNever.ts'), errors: [{ messageId: 'kebab' }] },
    { ...named('apps/console/src/WaitingRow.tsx'), errors: [{ messageId: 'kebab' }] },
    { ...named('libs/kernel/src/utils.ts'), errors: [{ messageId: 'saysNothing' }] },
    { ...named('apps/gateway/src/shared/clock.ts'), errors: [{ messageId: 'saysNothing' }] },
  ],
});
