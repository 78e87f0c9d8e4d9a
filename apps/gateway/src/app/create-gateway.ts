import type { NestExpressApplication } from '@nestjs/platform-express';
import { ClientNetwork } from '../core/client-network';
import type { Config } from '../core/config';
import { boundServer } from '../core/http/bound-server';
import { RefusalCounts } from '../core/refusal-counts';
import { RefusalFilter } from '../core/replies';
import type { Resources } from '../core/resources.module';
import { serveVisitorPage } from '../features/visitor-page';
import { readSessionCookie } from '../session/session-cookie';
import { CommandsInProgress } from '../socket/commands-in-progress';
import { ConnectionGate } from '../socket/connection-gate';
import { DirectSocketAdapter } from '../socket/direct-socket-adapter';
import { EventLoopTime } from '../socket/event-loop-time';
import { guardEveryAnswer } from './every-answer';
import { servePages } from './static-pages';

/** What Nest is started with. Its own parsers run before the guard; RequestBodies runs after it. */
export const GATEWAY_OPTIONS = { bodyParser: false } as const;

const gateOf = (app: NestExpressApplication, config: Config, refusals: RefusalCounts): ConnectionGate => {
  const networks = app.get(ClientNetwork, { strict: false });
  return new ConnectionGate({
    socketsMax: config.SOCKETS_MAX,
    commandsPer20s: config.COMMANDS_PER_20S,
    networkOf: (request) => networks.keysOf(request),
    onRefused: (refusal) => refusals.count(refusal),
    loopTime: app.get(EventLoopTime, { strict: false }),
    claimOf: ({ headers }) =>
      readSessionCookie(config.PUBLIC_URL, headers.cookie) === null ? 'visitor' : 'staff',
  });
};

/** Sets up everything around the modules: headers, pages, refusals and the socket server. Afterwards the gateway can listen. */
export const createGateway = async (
  app: NestExpressApplication,
  { config, log }: Resources,
): Promise<void> => {
  const server = app.getHttpServer();
  boundServer(server);
  app.disable('x-powered-by');
  const refusals = app.get(RefusalCounts, { strict: false });
  app.useGlobalFilters(new RefusalFilter(log, refusals));
  app.useWebSocketAdapter(
    new DirectSocketAdapter(
      app,
      config,
      app.get(CommandsInProgress, { strict: false }),
      gateOf(app, config, refusals),
    ),
  );
  serveVisitorPage(app);
  servePages(app, config);
  await app.init();
  guardEveryAnswer(server, config, () => refusals.count('not_allowed'));
};
