import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';
import { RefusalFilter } from '../core/replies';
import type { Resources } from '../core/resources.module';
import { serveVisitorPage } from '../features/visitor-page';
import { CommandsInProgress } from '../socket/commands-in-progress';
import { DirectSocketAdapter } from '../socket/direct-socket-adapter';
import { servePages, setSecurityHeaders } from './static-pages';

/** Largest body of an HTTP request. */
const BODY_MAX = '16kb';
/** Largest body of an imported list: SETUP_FILE_MAX characters, and the JSON around them. */
const SETUP_BODY_MAX = '4mb';

/** Sets up everything around the modules: headers, pages, refusals and the socket server. Afterwards the gateway can listen. */
export const createGateway = async (
  app: NestExpressApplication,
  { config, log }: Resources,
): Promise<void> => {
  setSecurityHeaders(app, config);
  app.use('/api/setup', json({ limit: SETUP_BODY_MAX }));
  app.useBodyParser('json', { limit: BODY_MAX });
  app.useGlobalFilters(new RefusalFilter(log));
  app.useWebSocketAdapter(
    new DirectSocketAdapter(app, config, app.get(CommandsInProgress, { strict: false })),
  );
  serveVisitorPage(app);
  servePages(app, config);
  await app.init();
};
