import { once } from 'node:events';
import type { Server } from 'node:http';
import { SECOND } from '@warmline/kernel';

/** Everything before the body, from the first byte or the start of the connection (ms). */
const HEADERS_WITHIN = 10 * SECOND;
/** A whole request, body included (ms): 4 MB over a slow line. */
const REQUEST_WITHIN = 60 * SECOND;
/** A connection with nothing under way (ms). */
const IDLE_WITHIN = 20 * SECOND;
/** How often those are checked (ms). */
const CHECKED_EVERY = 2 * SECOND;
/** Long-polling asks again and again on one connection. */
const REQUESTS_PER_CONNECTION = 10_000;
const HEADERS_MAX = 64;

/**
 * Connections that the system holds until they are accepted. With Node's own 511, a burst of handshakes fills them, and an
 * honest page beside it tries again after 1 s and 3 s only. The system may allow fewer (net.core.somaxconn).
 */
const WAITING_TO_BE_ACCEPTED = 4_096;

/** Bounds what one connection may cost before its request is known. Node's own values are minutes. */
export const boundServer = (server: Server): void => {
  Object.assign(server, {
    headersTimeout: HEADERS_WITHIN,
    requestTimeout: REQUEST_WITHIN,
    keepAliveTimeout: IDLE_WITHIN,
    // Read when the server begins to listen.
    connectionsCheckingInterval: CHECKED_EVERY,
    maxRequestsPerSocket: REQUESTS_PER_CONNECTION,
    maxHeadersCount: HEADERS_MAX,
  });
};

/** Resolves once it accepts connections; rejects when it cannot, for instance because the port is taken. */
export const listen = async (
  server: Server,
  { HOST, PORT }: { readonly HOST: string; readonly PORT: number },
): Promise<void> => {
  await once(server.listen({ host: HOST, port: PORT, backlog: WAITING_TO_BE_ACCEPTED }), 'listening');
};
