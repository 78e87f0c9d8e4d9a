import type { NestExpressApplication } from '@nestjs/platform-express';
import { boundServer } from '../core/http/bound-server';
import { RefusalFilter } from '../core/replies';
import type { Resources } from '../core/resources.module';
import { serveVisitorPage } from '../features/visitor-page';
import { CommandsInProgress } from '../socket/commands-in-progress';
import { DirectSocketAdapter } from '../socket/direct-socket-adapter';
import { guardEveryAnswer } from './every-answer';
import { servePages } from './static-pages';

/** What Nest is started with. Its own parsers run before the guard; RequestBodies runs after it. */
export const GATEWAY_OPTIONS = { bodyParser: false } as const;

/** Sets up everything around the modules: headers, pages, refusals and the socket server. Afterwards the gateway can listen. */
export const createGateway = async (
  app: NestExpressApplication,
  { config, log }: Resources,
): Promise<void> => {
  const server = app.getHttpServer();
  boundServer(server);
  app.disable('x-powered-by');
  app.useGlobalFilters(new RefusalFilter(log));
  app.useWebSocketAdapter(
    new DirectSocketAdapter(app, config, app.get(CommandsInProgress, { strict: false })),
  );
  serveVisitorPage(app);
  servePages(app, config);
  await app.init();
  guardEveryAnswer(server, config);
};
