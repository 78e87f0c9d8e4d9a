import { createServer } from 'node:net';
import { errorCode, Failure } from './failure.mjs';

/**
 * @param {number} port 0 for any
 * @param {string} host
 * @returns {Promise<number>} the port, which is free again
 */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

/** A loopback port nobody listens on now. */
export const freePort = () => tryPort(0, '127.0.0.1');

/**
 * @param {string | undefined} text
 * @returns {number}
 */
export function parsePort(text) {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Failure(`PORT is "${text}": give a whole number from 1 to 65535.`);
}

/**
 * Refuses a port somebody listens on. `localhost` may mean 127.0.0.1 or ::1, so it has to be free on both.
 *
 * @param {number} port
 */
export async function requireFreePort(port) {
  for (const host of ['127.0.0.1', '::1']) {
    try {
      await tryPort(port, host);
    } catch (error) {
      refuse(errorCode(error), port);
    }
  }
}

/**
 * @param {string} code
 * @param {number} port
 */
function refuse(code, port) {
  const choose = `choose one with PORT, for example PORT=${port === 3100 ? 3200 : 3100} npm start`;
  if (code === 'EADDRINUSE') {
    throw new Failure(`Port ${port} is taken by another program: stop it, or ${choose}.`);
  }
  if (code === 'EACCES') throw new Failure(`You may not listen on port ${port}: ${choose}.`);
  // A machine without IPv6 answers EADDRNOTAVAIL or EAFNOSUPPORT for ::1, which takes nothing from 127.0.0.1.
}
