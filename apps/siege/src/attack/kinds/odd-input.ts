import type { Kind } from '../kind';
import { holdOpen, openRaw, readUntil } from '../raw-connection';
import {
  BINARY,
  commandPacket,
  frame,
  openVisitor,
  openWebSocket,
  TEXT,
  upgradeRequest,
  UPGRADE_PATH,
} from '../raw-web-socket';
import { send } from '../request';
import type { Stranger } from '../stranger';

const ODD_TEXTS = [
  '\0',
  'a\0b',
  '\u0001\u0002\u001b[2J',
  '\u202egnirts',
  '\ud800',
  '\ufeff\ufffe\uffff',
  '{{constructor.constructor("x")()}}',
  "'; drop table conversation; --",
  'x'.repeat(60_000),
];
const ODD_JSON = [
  '',
  'null',
  '[]',
  '"text"',
  '1e999',
  '-0',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"signInName":{"$gt":""},"password":{"$gt":""}}',
  '{"signInName":["sam"],"password":["x"]}',
  '{"signInName":"sam","signInName":"jo","password":"x"}',
  `{"signInName":"sam\\u0000","password":"\\u0000"}`,
  `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
  '{"a":1',
  '\u0000',
];
const COMMANDS = [
  'conversation:start',
  'message:send',
  'timeline:read',
  'constructor',
  '__proto__',
  'toString',
  '',
];
const ROUTES = [
  '/api/session',
  '/api/setup/people',
  '/v/exit',
  '/api/service',
  '/api//session',
  '/%00',
  '/..%2f..%2fetc/passwd',
];

const pick = <Item>(stranger: Stranger, items: readonly Item[], fallback: Item): Item =>
  items[stranger.random(items.length)] ?? fallback;

const oddPayload = (stranger: Stranger): unknown => {
  const text = pick(stranger, ODD_TEXTS, '');
  return pick<unknown>(
    stranger,
    [
      text,
      { body: text, id: stranger.uuid() },
      { id: { $ne: null }, body: [text] },
      { startId: stranger.uuid(), safety: 'safe', name: text, language: 'en' },
      { after: Number.MAX_SAFE_INTEGER },
      { after: -1 },
      [[[[text]]]],
      null,
    ],
    null,
  );
};

export const oddInput: Kind = {
  name: 'odd-input',
  does: '20 at once send NUL, control characters, broken and odd JSON to every route and command',
  run: (stranger) =>
    stranger.together(20, async () => {
      const path = pick(stranger, ROUTES, '/');
      await send(stranger, { method: 'POST', path, body: pick(stranger, ODD_JSON, '') });
      const socket = await openVisitor(stranger);
      socket.resume();
      for (let id = 0; id < 20; id += 1)
        socket.write(frame(commandPacket(id, pick(stranger, COMMANDS, ''), oddPayload(stranger))));
      await holdOpen(socket, 300);
    }),
};

/** Packets that once ended a server, or made it hold on to memory (docs/security.md, numbers 35 to 40). */
const PACKETS: readonly (readonly [text: string | Buffer, opcode?: number])[] = [
  // More attachments than come, and none at all.
  ['451000000-/visitor,["message:send",{"_placeholder":true,"num":0}]'],
  ['451-/visitor,["message:send",{"_placeholder":true,"num":9999}]'],
  ['45-/visitor,["a"]'],
  ['461-/visitor,1[{"_placeholder":true,"num":0}]'],
  [Buffer.alloc(60_000, 7), BINARY],
  // Names and ids that are members of every object.
  ['42/visitor,["__proto__",{}]'],
  ['42/visitor,["disconnect"]'],
  ['42/visitor,["newListener",{}]'],
  ['42/visitor,0[{"toString":"x"}]'],
  ['42/visitor,99999999999999999999["a",{}]'],
  ['43/visitor,1[]'],
  ['43/__proto__,1[]'],
  ['40/__proto__,'],
  ['40/constructor,{}'],
  ['40/visitor'],
  ['42[]'],
  ['42/visitor,[null]'],
  ['4'],
  ['9'],
  ['bAAAA'],
  ['2probe'],
  ['5'],
  ['6'],
  ['0{"sid":"x"}'],
];

/** Frames that break the protocol itself. */
const FRAMES: readonly Buffer[] = [
  // Not masked; a reserved opcode; a reserved bit; a control frame that is too long; an unfinished fragment.
  Buffer.from([0x81, 0x05, 0x68, 0x65, 0x6c, 0x6c, 0x6f]),
  frame('x', 0x3),
  Buffer.concat([Buffer.from([0xf1]), frame('x').subarray(1)]),
  frame(Buffer.alloc(200), 0x9),
  Buffer.from([0x01, 0x80, 0, 0, 0, 0]),
  // It says that 2^62 bytes follow.
  Buffer.from([0x81, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]),
  // Not UTF-8, and a close with a code that may not be sent.
  frame(Buffer.from([0xff, 0xfe, 0xfd]), TEXT),
  frame(Buffer.from([0x03, 0xed]), 0x8),
  frame('x'.repeat(1_000_000)),
];

const PATHS = [
  '/socket.io/?EIO=4&transport=polling&sid=__proto__',
  '/socket.io/?EIO=4&transport=webtransport&sid=__proto__',
  '/socket.io/?EIO=4&transport=constructor',
  '/socket.io/?EIO=3&transport=polling&b64=1',
  '/socket.io/?EIO=4&transport=polling&sid[]=a&sid[]=b',
  '/socket.io/?EIO=4&transport=polling&j=__proto__',
  '/socket.io/?EIO=999&transport=websocket',
  '/socket.io/?transport=websocket&sid=toString',
];

const afterJoining = async (stranger: Stranger): Promise<void> => {
  const socket = await openVisitor(stranger);
  socket.resume();
  for (let count = 0; count < 5; count += 1) {
    const [text, opcode] = pick(stranger, PACKETS, ['4']);
    socket.write(frame(text, opcode));
  }
  await holdOpen(socket, 300);
};

const brokenFrames = async (stranger: Stranger): Promise<void> => {
  const socket = await openWebSocket(stranger);
  socket.resume();
  socket.write(pick(stranger, FRAMES, Buffer.of(0)));
  await holdOpen(socket, 300);
};

const oddHandshake = async (stranger: Stranger): Promise<void> => {
  const path = pick(stranger, PATHS, UPGRADE_PATH);
  await send(stranger, { method: stranger.random(2) === 0 ? 'GET' : 'POST', path, body: '4' });
  const socket = await openRaw(stranger);
  socket.write(upgradeRequest(stranger.orders, path));
  await readUntil(socket, (text) => text.includes('\r\n\r\n'), 1_000);
  socket.destroy();
};

export const exploitShapes: Kind = {
  name: 'exploit-shapes',
  does: '20 at once send the published packets, frames and paths that once ended socket.io, engine.io or ws',
  run: (stranger) =>
    stranger.together(20, () =>
      pick(stranger, [afterJoining, brokenFrames, oddHandshake], oddHandshake)(stranger),
    ),
};
