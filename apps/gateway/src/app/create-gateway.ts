import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ClientAddress } from '../core/client-address';
import type { Config } from '../core/config';
import { boundServer } from '../core/http/bound-server';
import { NetworkNames, type NetworkKeys } from '../core/network-prefix';
import { RefusalCounts } from '../core/refusal-counts';
import { RefusalFilter } from '../core/replies';
import type { Resources } from '../core/resources.module';
import { serveVisitorPage } from '../features/visitor-page';
import { readSessionCookie } from '../session/session-cookie';
import { CommandsInProgress } from '../socket/commands-in-progress';
import { ConnectionGate } from '../socket/connection-gate';
import { DirectSocketAdapter } from '../socket/direct-socket-adapter';
import { guardEveryAnswer } from './every-answer';
import { servePages } from './static-pages';

/** What Nest is started with. Its own parsers run before the guard; RequestBodies runs after it. */
export const GATEWAY_OPTIONS = { bodyParser: false } as const;

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
] as const)
  PRIVATE.addSubnet(network, bits);
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

const isPrivate = (address: string | undefined): boolean =>
  address !== undefined && PRIVATE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * Behind TLS there is a proxy. Where none is named in TRUSTED_PROXIES, everyone seems to come from its private address, so
 * nothing is counted by network: a stranger's flood would count against everyone.
 */
const gateOf = (app: NestExpressApplication, config: Config, refusals: RefusalCounts): ConnectionGate => {
  const [addresses, networks] = [
    app.get(ClientAddress, { strict: false }),
    app.get(NetworkNames, { strict: false }),
  ];
  const isBehindTls = new URL(config.PUBLIC_URL).protocol === 'https:';
  // Naming a network takes a hash, and a handshake asks twice.
  const named = new WeakMap<IncomingMessage, NetworkKeys | null>();
  const networkOf = (request: IncomingMessage): NetworkKeys | null => {
    const known = named.get(request);
    if (known !== undefined) return known;
    const address = addresses.of(request.socket.remoteAddress, request.headers);
    const keys = isBehindTls && isPrivate(address) ? null : networks.keysOf(address);
    named.set(request, keys);
    return keys;
  };
  return new ConnectionGate({
    socketsMax: config.SOCKETS_MAX,
    commandsPer20s: config.COMMANDS_PER_20S,
    networkOf,
    onRefused: (refusal) => refusals.count(refusal),
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
