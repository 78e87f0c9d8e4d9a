import type { Kind } from '../kind';
import { holdOpen } from '../raw-connection';
import { commandPacket, frame, joinPacket, openVisitor, openWebSocket } from '../raw-web-socket';
import { send } from '../request';
import type { Stranger } from '../stranger';

const SEPARATOR = '\x1e';
const FRAMES = 800;
const PACKETS = 1_800;
const OPEN_POLLING = '/socket.io/?EIO=4&transport=polling';

const readCommands = (count: number): string[] =>
  Array.from({ length: count }, (_, id) => commandPacket(id, 'timeline:read', { after: 0 }));

export const framesAtOnce: Kind = {
  name: 'frames-at-once',
  does: `20 at once, again and again: a fresh connection sends ${FRAMES} commands in one segment`,
  run: (stranger) => {
    const all = Buffer.concat(readCommands(FRAMES).map((packet) => frame(packet)));
    return stranger.together(20, async () => {
      const socket = await openVisitor(stranger);
      socket.write(all);
      stranger.count('commands', FRAMES);
      socket.resume();
      await holdOpen(socket, 1_000);
    });
  },
};

/** Opens a polling session. @returns its path; null when it is refused */
const openPolling = async (stranger: Stranger): Promise<string | null> => {
  const said = await send(stranger, { method: 'GET', path: OPEN_POLLING });
  const sid = /"sid":"([\w-]+)"/.exec(said)?.[1];
  return sid === undefined ? null : `${OPEN_POLLING}&sid=${sid}`;
};

export const pollingPackets: Kind = {
  name: 'polling-packets',
  does: `61 at once: a polling request carries ${PACKETS} commands`,
  run: async (stranger) => {
    // One frame's limit is 64 KB: as many short packets as go into it.
    const packets = Array.from({ length: PACKETS }, (_, id) => `42/visitor,${id}["a",{}]`);
    await stranger.together(61, async () => {
      const path = await openPolling(stranger);
      if (path === null) return stranger.pause(100);
      await send(stranger, { method: 'POST', path, body: joinPacket(stranger.token()) });
      await send(stranger, { method: 'GET', path });
      await send(stranger, { method: 'POST', path, body: packets.join(SEPARATOR) });
      stranger.count('commands', PACKETS);
    });
  },
};

/** Commands in each of 100 writes a second. */
const BATCH = 90;

export const fastSocket: Kind = {
  name: 'fast-socket',
  does: 'one connection sends 9,000 commands a second; when it is closed, the next one does',
  run: async (stranger) => {
    const batch = Buffer.concat(readCommands(BATCH).map((packet) => frame(packet)));
    while (!stranger.isOver) {
      const socket = await openVisitor(stranger).catch(() => null);
      if (socket === null) {
        await stranger.pause(100);
        continue;
      }
      stranger.count('connections');
      socket.resume();
      const timer = setInterval(() => {
        if (socket.writableLength > 1_000_000) return;
        socket.write(batch);
        stranger.count('commands', BATCH);
      }, 10);
      await holdOpen(socket, stranger.endsAt - performance.now());
      clearInterval(timer);
    }
  },
};

export const handshakes: Kind = {
  name: 'handshakes',
  does: '1,540 polling handshakes a second (20,000 in 13 s), none of which goes on',
  run: (stranger) =>
    stranger.atRate({ rate: 1_540, most: 20_000, atOnce: 600 }, async () => {
      await send(stranger, { method: 'GET', path: OPEN_POLLING });
    }),
};

const IDLE = 1_000;

export const idleSockets: Kind = {
  name: 'idle-sockets',
  does: `${IDLE} connections that never join`,
  run: (stranger) =>
    stranger.atRate({ rate: 400, most: IDLE, atOnce: IDLE }, async () => {
      const socket = await openWebSocket(stranger);
      stranger.count('opened');
      socket.resume();
      const startedAt = performance.now();
      await holdOpen(socket, stranger.endsAt - performance.now());
      if (!stranger.isOver && performance.now() - startedAt < 6_000) stranger.count('closed within 6 s');
    }),
};
