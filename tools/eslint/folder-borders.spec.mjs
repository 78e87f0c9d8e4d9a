import { folderBorders } from './folder-borders.mjs';
import { ruleTester } from './rule-tester.mjs';

const options = [
  { root: 'apps/gateway/src', floors: [['core'], ['socket', 'index'], ['features'], ['app']] },
];
const upwards = [{ messageId: 'upwards' }];
const inside = [{ messageId: 'inside' }];
const at = (/** @type {string} */ file) => ({ filename: `apps/gateway/src/${file}`, options });

ruleTester().run('folder-borders', folderBorders, {
  valid: [
    { code: "import { Timers } from './timers';", ...at('core/config.ts') },
    { code: "import { Timers } from '../core/timers';", ...at('socket/rooms.ts') },
    { code: "import { rooms } from '../../socket/rooms';", ...at('features/help/help-feed.ts') },
    { code: "import { HelpViews } from './help-view';", ...at('features/help/help-feed.ts') },
    { code: "import { SendMessage } from '../timeline';", ...at('features/help/help-feed.ts') },
    { code: "import { SendMessage } from '../timeline/index';", ...at('features/help/help-feed.ts') },
    { code: "import { OffersModule } from '../features/offers';", ...at('app/worker.module.ts') },
    { code: "import { WorkerModule } from './app/worker.module';", ...at('worker.ts') },
    { code: "import { uuid } from 'uuid';", ...at('core/config.ts') },
  ],
  invalid: [
    { code: "import { rooms } from '../socket/rooms';", ...at('core/config.ts'), errors: upwards },
    { code: "import { Changes } from '../index/changes';", ...at('socket/rooms.ts'), errors: upwards },
    { code: "import { Offers } from '../features/offers';", ...at('index/changes.ts'), errors: upwards },
    { code: "import type { T } from '../../app/tables';", ...at('features/help/feed.ts'), errors: upwards },
    { code: "export * from '../unknown/folder';", ...at('core/config.ts'), errors: upwards },
    { code: "import { Send } from '../timeline/send';", ...at('features/help/feed.ts'), errors: inside },
    { code: "import { Send } from '../features/timeline/send';", ...at('app/a.module.ts'), errors: inside },
    { code: "const later = import('./features/timeline/send');", ...at('main.ts'), errors: inside },
  ],
});
