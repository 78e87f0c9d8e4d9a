import { once } from 'node:events';
import { createServer } from 'node:net';
import { errorCode, Failure } from './failure.ts';

/**
 * Listens on a port for a moment.
 *
 * @param port 0 for any
 * @returns the port, which is free again
 */
async function tryPort(port: number, host: string): Promise<number> {
  const server = createServer().listen({ port, host, exclusive: true });
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** A loopback port that is free now. */
export const freePort = (): Promise<number> => tryPort(0, '127.0.0.1');

export function parsePort(text: string | undefined): number {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Failure(`PORT is "${text}": give a whole number from 1 to 65535.`);
}

function refusePort(code: string, port: number): void {
  const choose = `choose one with PORT, for example PORT=${port === 3100 ? 3200 : 3100} npm start`;
  if (code === 'EADDRINUSE') {
    throw new Failure(`Port ${port} is taken by another program: stop it, or ${choose}.`);
  }
  if (code === 'EACCES') throw new Failure(`You may not listen on port ${port}: ${choose}.`);
  // A machine without IPv6 answers EADDRNOTAVAIL or EAFNOSUPPORT for ::1, which takes nothing from 127.0.0.1.
}

/** Refuses a port in use. `localhost` may mean 127.0.0.1 or ::1, so it has to be free on both. */
export async function requireFreePort(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    await tryPort(port, host).catch((error: unknown) => refusePort(errorCode(error), port));
  }
}
