import type { NestExpressApplication } from '@nestjs/platform-express';
import { ClientNetwork } from '../core/client-network';
import type { Config } from '../core/config';
import { boundServer } from '../core/http/bound-server';
import { RefusalCounts } from '../core/refusal-counts';
import { RefusalFilter } from '../core/replies';
import type { Resources } from '../core/resources.module';
import { serveVisitorPage } from '../features/visitor-page';
import { readSessionCookie } from '../session/session-cookie';
import { Sessions } from '../session/sessions';
import { Arrivals } from '../socket/arrivals';
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

/** Of a connection by long-polling. */
const LINE = /[?&]sid=([\w-]{1,64})(?:&|$)/;
/** Probes come from the machine itself, or from the one that runs it. */
const PROBES: readonly (string | undefined)[] = ['/healthz', '/readyz'];

const arrivalsOf = (
  app: NestExpressApplication,
  config: Config,
  { adapter, refusals }: { readonly adapter: DirectSocketAdapter; readonly refusals: RefusalCounts },
): Arrivals => {
  const networks = app.get(ClientNetwork, { strict: false });
  const sessions = app.get(Sessions, { strict: false });
  return new Arrivals({
    networkOf: (request) => networks.keysOf(request),
    peerOf: (socket) => networks.peerKeysOf(socket),
    isKnown: ({ url, headers }) => {
      const secret = readSessionCookie(config.PUBLIC_URL, headers.cookie);
      const [, line] = LINE.exec(url ?? '') ?? [];
      return (
        PROBES.includes(url) ||
        (secret !== null && sessions.isKnownHere(secret)) ||
        (line !== undefined && adapter.isOpen(line))
      );
    },
    isUrgent: ({ url }) => url === '/v/exit',
    onRefused: (refusal) => refusals.count(refusal),
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
  const commands = app.get(CommandsInProgress, { strict: false });
  const adapter = new DirectSocketAdapter(app, config, commands, gateOf(app, config, refusals));
  app.useWebSocketAdapter(adapter);
  serveVisitorPage(app);
  servePages(app, config);
  await app.init();
  guardEveryAnswer(server, config, {
    arrivals: arrivalsOf(app, config, { adapter, refusals }),
    onRefused: () => refusals.count('not_allowed'),
  });
};
