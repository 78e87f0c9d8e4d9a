import { featureBorders } from './feature-borders.mjs';
import { ruleTester } from './rule-tester.mjs';

const filename = 'apps/console/src/features/queue/queue.tsx';
const errors = [{ messageId: 'crossing' }];
const shared = 'apps/console/src/shared/live/client.ts';

ruleTester().run('feature-borders', featureBorders, {
  valid: [
    { code: "import { row } from './row';", filename },
    { code: "import { row } from '../queue/row';", filename },
    { code: "import { socket } from '../../shared/live/client';", filename },
    { code: "import { store } from './store';", filename: shared },
    {
      code: "import { thread } from '../features/conversation/thread';",
      filename: 'apps/console/src/app/main.tsx',
    },
  ],
  invalid: [
    { code: "import { thread } from '../conversation/thread';", filename, errors },
    { code: "import type { Thread } from '../conversation/thread';", filename, errors },
    { code: "export * from '../conversation/thread';", filename, errors },
    { code: "const later = import('../conversation/thread');", filename, errors },
    { code: "import { routes } from '../../app/router';", filename, errors: [{ messageId: 'upwards' }] },
    {
      code: "import { row } from '../../features/queue/row';",
      filename: shared,
      errors: [{ messageId: 'upwards' }],
    },
    {
      code: "import { routes } from '../../app/router';",
      filename: shared,
      errors: [{ messageId: 'upwards' }],
    },
  ],
});
