import { featureBorders } from './feature-borders.mjs';
import { ruleTester } from './rule-tester.mjs';

const filename = 'apps/console/src/features/queue/board.tsx';
const errors = [{ messageId: 'crossing' }];

ruleTester().run('feature-borders', featureBorders, {
  valid: [
    { code: "import { row } from './row';", filename },
    { code: "import { row } from '../queue/row';", filename },
    { code: "import { socket } from '../../realtime/socket';", filename },
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
  ],
});
