import { createServer, request } from 'node:http';
import { connect } from 'node:net';

/** @typedef {{ gateway: number, visitor: number, console: number }} Ports */

/**
 * Who answers an address while developing. Sockets of the pages' hot reload come to the address of their page.
 *
 * @param {string} url path and query
 * @returns {keyof Ports}
 */
export function answererOf(url) {
  if (/^\/(api|v|socket\.io|healthz|readyz|metrics)([/?]|$)/.test(url)) return 'gateway';
  return /^\/console([/?]|$)/.test(url) ? 'console' : 'visitor';
}

/**
 * @param {number} port
 * @param {import('node:http').IncomingMessage} incoming
 * @param {import('node:http').ServerResponse} outgoing
 */
function forward(port, incoming, outgoing) {
  const { url = '/', method = 'GET', headers } = incoming;
  const onward = request({ host: '127.0.0.1', port, path: url, method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.once('error', () => {
    if (!outgoing.headersSent) outgoing.writeHead(502, { 'content-type': 'text/plain' });
    outgoing.end('Not ready yet: it may be building or starting again.\n');
  });
  incoming.pipe(onward);
}

/**
 * @param {number} port
 * @param {import('node:http').IncomingMessage} incoming
 * @param {import('node:stream').Duplex} socket
 */
function forwardSocket(port, incoming, socket) {
  const onward = connect(port, '127.0.0.1', () => {
    const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
    for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
      lines.push(`${incoming.rawHeaders[at]}: ${incoming.rawHeaders[at + 1]}`);
    }
    onward.write(`${lines.join('\r\n')}\r\n\r\n`);
    onward.pipe(socket).pipe(onward);
  });
  onward.once('error', () => socket.destroy());
  socket.once('error', () => onward.destroy());
}

/**
 * One address for the gateway and both pages, as in the real thing: the gateway takes sockets only from pages of its own
 * origin, which those of a development server on another port are not.
 *
 * @param {number} port
 * @param {Ports} ports
 * @returns {Promise<import('node:http').Server>}
 */
export function startProxy(port, ports) {
  const portFor = (/** @type {string | undefined} */ url) => ports[answererOf(url ?? '/')];
  const server = createServer((incoming, outgoing) => forward(portFor(incoming.url), incoming, outgoing));
  server.on('upgrade', (incoming, socket, head) => {
    socket.unshift(head);
    forwardSocket(portFor(incoming.url), incoming, socket);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
