// Many connections of one stranger, in a process of its own. Half of them join as visitors' pages, half say nothing, and each
// that is closed is opened again at once. Arguments: port of the gateway, how many. It prints `open` once all were open.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const [port = '0', count = '0', protocol = '0'] = process.argv.slice(2);
/** One text frame, masked with zeros (RFC 6455, 5.3). */
const frame = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  const length = bytes.length < 126 ? [0x80 | bytes.length] : [0xfe, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), bytes]);
};
const upgrade = (): string =>
  [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    '',
    '',
  ].join('\r\n');

const opened = new Set<number>();
const open = (place: number): void => {
  const socket = connect({ port: Number(port), host: '127.0.0.1' });
  socket.on('connect', () => socket.write(upgrade()));
  socket.once('data', () => {
    const token = randomBytes(32).toString('base64url');
    if (place % 2 === 0)
      socket.write(frame(`40/visitor,${JSON.stringify({ token, protocol: Number(protocol) })}`));
    opened.add(place);
    if (opened.size === Number(count)) process.stdout.write('open\n');
  });
  socket.on('data', () => undefined);
  socket.on('error', () => undefined);
  socket.on('close', () => open(place));
};
for (let place = 0; place < Number(count); place += 1) open(place);
