import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Config } from '../core/config';
import { isAllowedHost } from '../core/http/allowed-host';
import type { Arrivals } from '../socket/arrivals';

const YEAR = 31_536_000;

const pageSecurity = (connect: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `connect-src 'self' ${connect}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');

/** Socket.IO's own origin, spelt out: some browsers do not count ws: as 'self'. */
const socketOrigin = ({ protocol, host }: URL): string =>
  `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}`;

/** What every answer carries: pages, API and long-polling alike. Behind TLS, browsers never come without it again. */
const securityHeaders = (publicUrl: URL): Map<string, string> =>
  new Map([
    ['Content-Security-Policy', pageSecurity(socketOrigin(publicUrl))],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()'],
    ['Cache-Control', 'no-store'],
    ...(publicUrl.protocol === 'https:'
      ? [['Strict-Transport-Security', `max-age=${YEAR}; includeSubDomains`] as const]
      : []),
  ]);

const WRONG_HOST = JSON.stringify({ refusal: 'not_allowed' });

const refuseRequest = (response: ServerResponse): void => {
  response.writeHead(421, { 'Content-Type': 'application/json; charset=utf-8', Connection: 'close' });
  response.end(WRONG_HOST);
};

const refuseUpgrade = (socket: Duplex): void => {
  // It may be gone already, which is what we want.
  socket.on('error', () => undefined);
  socket.end(
    `HTTP/1.1 421 Misdirected Request\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${WRONG_HOST.length}\r\n\r\n${WRONG_HOST}`,
  );
};

/**
 * Puts itself before everything that answers on this server, Socket.IO included, so call it when all of that is there. It
 * refuses requests that name another host (421 `not_allowed`), gives every answer its headers, and begins it in its turn.
 */
export const guardEveryAnswer = (
  server: Server,
  { PUBLIC_URL, ALLOWED_HOSTS }: Config,
  { arrivals, onRefused }: { readonly arrivals: Arrivals; readonly onRefused: () => void },
): void => {
  const headers = securityHeaders(new URL(PUBLIC_URL));
  const isAllowed = ({ headers: { host } }: IncomingMessage): boolean => {
    const isOurs = isAllowedHost(host, PUBLIC_URL, ALLOWED_HOSTS);
    if (!isOurs) onRefused();
    return isOurs;
  };
  const answering = server.listeners('request');
  const upgrading = server.listeners('upgrade');
  server.removeAllListeners('request').removeAllListeners('upgrade');
  server.on('connection', (socket) => arrivals.connection(socket));
  server.on('request', (request, response) => {
    if (!arrivals.mayAsk(request, response)) return;
    response.setHeaders(headers);
    if (!isAllowed(request)) return refuseRequest(response);
    void arrivals.request(request, response, () => {
      for (const answer of answering) Reflect.apply(answer, server, [request, response]);
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (!isAllowed(request)) return refuseUpgrade(socket);
    void arrivals.upgrade(request, socket, () => {
      for (const upgrade of upgrading) Reflect.apply(upgrade, server, [request, socket, head]);
    });
  });
};
