import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';
import { RefusalFilter } from '../core/refusal-filter';
import type { Resources } from '../core/resources.module';
import { serveVisitorPage } from '../features/visitor-page/serve-visitor-page';
import { DirectSocketAdapter } from '../socket/direct-socket-adapter';
import { servePages, setSecurityHeaders } from './static-pages';

/** Largest body of an HTTP request. */
const BODY_MAX = '16kb';
/** Of one that brings a list in: SETUP_FILE_MAX characters, and what JSON writes around them. */
const SETUP_BODY_MAX = '4mb';

/** Sets up everything around the modules: headers, pages, refusals, the socket server. Then it can listen. */
export const createGateway = async (
  app: NestExpressApplication,
  { config, log }: Resources,
): Promise<void> => {
  setSecurityHeaders(app, config);
  app.use('/api/setup', json({ limit: SETUP_BODY_MAX }));
  app.useBodyParser('json', { limit: BODY_MAX });
  app.useGlobalFilters(new RefusalFilter(log));
  app.useWebSocketAdapter(new DirectSocketAdapter(app, config));
  serveVisitorPage(app);
  servePages(app, config);
  await app.init();
};
