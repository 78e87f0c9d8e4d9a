import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { PROTOCOL_VERSION, VISITOR_NAMESPACE } from '@warmline/contracts';
import { openRaw, readUntil } from './raw-connection';
import type { Stranger } from './stranger';

/** How long an answer to a handshake is waited for (ms). */
const ANSWER_WITHIN = 10_000;

/** Kinds of frame (RFC 6455, 5.2). */
export const TEXT = 0x1;
export const BINARY = 0x2;

/** One masked frame, as a client sends them (RFC 6455, 5.3). */
export const frame = (payload: string | Buffer, opcode = TEXT): Buffer => {
  const bytes = Buffer.from(payload);
  const { length } = bytes;
  const mask = randomBytes(4);
  const header =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 0xfe, length >> 8, length & 0xff])
        : Buffer.concat([Buffer.from([0x80 | opcode, 0xff]), bigLength(length)]);
  const masked = Buffer.from(bytes.map((byte, place) => byte ^ (mask[place % 4] ?? 0)));
  return Buffer.concat([header, mask, masked]);
};

const bigLength = (length: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
};

export const UPGRADE_PATH = '/socket.io/?EIO=4&transport=websocket';

/** The request that asks for a WebSocket. */
export const upgradeRequest = ({ host, port }: { host: string; port: number }, path = UPGRADE_PATH): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    '',
    '',
  ].join('\r\n');

/** A WebSocket that has not joined anything. Rejects when the server does not want it. */
export const openWebSocket = async (stranger: Stranger): Promise<Socket> => {
  const socket = await openRaw(stranger);
  socket.write(upgradeRequest(stranger.orders));
  const said = await readUntil(socket, (text) => text.includes('"pingTimeout"'), ANSWER_WITHIN);
  if (said.includes('"pingTimeout"')) return socket;
  stranger.count(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 'no answer');
  socket.destroy();
  throw new Error('no WebSocket');
};

/** The packet with which a visitor's page joins. */
export const joinPacket = (token: string): string =>
  `40${VISITOR_NAMESPACE},${JSON.stringify({ token, protocol: PROTOCOL_VERSION })}`;

/** The packet of one command that wants an answer. */
export const commandPacket = (id: number, command: string, payload: unknown): string =>
  `42${VISITOR_NAMESPACE},${id}${JSON.stringify([command, payload])}`;

/** A visitor's page of the attacker's own, joined. */
export const openVisitor = async (stranger: Stranger, token = stranger.token()): Promise<Socket> => {
  const socket = await openWebSocket(stranger);
  socket.write(frame(joinPacket(token)));
  const said = await readUntil(socket, (text) => /4[04]\/visitor/.test(text), ANSWER_WITHIN);
  if (said.includes('40/visitor')) return socket;
  stranger.count(said.includes('44/visitor') ? 'not let in' : 'no answer');
  socket.destroy();
  throw new Error('not joined');
};
