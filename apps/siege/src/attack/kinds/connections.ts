import type { Kind } from '../kind';
import { holdOpen, openRaw } from '../raw-connection';
import { commandPacket, frame, openVisitor } from '../raw-web-socket';

const SILENT = 2_000;

export const silentConnections: Kind = {
  name: 'silent-connections',
  does: `${SILENT} TCP connections that never say anything, or half of a first line`,
  run: (stranger) =>
    stranger.atRate({ rate: 800, most: SILENT, atOnce: SILENT }, async () => {
      const socket = await openRaw(stranger);
      stranger.count('opened');
      if (stranger.random(2) === 0) socket.write('GET /api/serv');
      await holdOpen(socket, stranger.endsAt - performance.now());
    }),
};

export const reconnects: Kind = {
  name: 'reconnects',
  does: '200 pages connect, join, open their chat and leave, again and again',
  run: (stranger) =>
    stranger.together(200, async () => {
      const socket = await openVisitor(stranger);
      socket.write(frame(commandPacket(1, 'conversation:open', {})));
      socket.resume();
      await holdOpen(socket, 50);
    }),
};

/** Requests in one segment. */
const PIPELINED = 300;

export const pipelinedRequests: Kind = {
  name: 'pipelined-requests',
  does: `20 at once send ${PIPELINED} requests in one segment and read no answer`,
  run: (stranger) => {
    const { host, port } = stranger.orders;
    const one = `GET /api/service HTTP/1.1\r\nHost: ${host}:${port}\r\n\r\n`;
    return stranger.together(20, async () => {
      const socket = await openRaw(stranger);
      socket.pause();
      socket.write(one.repeat(PIPELINED));
      stranger.count('requests', PIPELINED);
      await holdOpen(socket, 1_500);
    });
  },
};

export const pageLoads: Kind = {
  name: 'page-loads',
  does: "the visitor's page and the state of the service, 800 a second",
  run: (stranger) =>
    stranger.atRate({ rate: 800, most: 24_000, atOnce: 300 }, async () => {
      const { host, port } = stranger.orders;
      const socket = await openRaw(stranger);
      const path = stranger.random(2) === 0 ? '/' : '/api/service';
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\n\r\n`);
      socket.resume();
      await holdOpen(socket, 5_000);
    }),
};
