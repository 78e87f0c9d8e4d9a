import { randomBytes, randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { PROTOCOL_VERSION, STAFF_NAMESPACE, VISITOR_NAMESPACE, type Desk } from '@warmline/contracts';
import type { LineSetUp } from './jobs';
import { connect, must } from './line';

interface Held {
  readonly conversationId: string;
  readonly epoch: number;
}

/** A conversation that somebody holds: both ends of it. */
export interface Begun {
  readonly visitor: LineSetUp;
  readonly responder: LineSetUp;
}

const WAIT = 60_000;

export const aToken = (): string => randomBytes(32).toString('base64url');

/** A visitor's page that has nothing open yet. */
export const visitorAt = (url: string, token: string): LineSetUp => ({
  url: `${url}${VISITOR_NAMESPACE}`,
  auth: { token, protocol: PROTOCOL_VERSION },
  enter: [['conversation:open', {}]],
  writes: {},
  role: 'visitor',
});

const consoleAt = (url: string, cookie: string, held: Held): LineSetUp => ({
  url: `${url}${STAFF_NAMESPACE}`,
  auth: { protocol: PROTOCOL_VERSION },
  cookie,
  enter: [
    ['desk:open', {}],
    ['timeline:read', { conversationId: held.conversationId, after: 0 }],
  ],
  writes: { conversationId: held.conversationId, epoch: held.epoch },
  role: 'responder',
});

/** Resolves with the first offer on this desk. */
const offered = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('nothing was offered within a minute')), WAIT);
    socket.on('desk:changed', ({ offer }: Desk) => {
      if (offer === null) return;
      clearTimeout(late);
      resolve(offer.id);
    });
  });

const takes = async (socket: Socket): Promise<Held> => {
  await must(socket, 'desk:open', {});
  const offer = offered(socket);
  await must(socket, 'availability:set', { availability: 'available' });
  const held: Held = await must(socket, 'offer:accept', { offerId: await offer });
  await must(socket, 'availability:set', { availability: 'away' });
  return held;
};

/**
 * One conversation a cookie, by the doors everyone uses: a visitor starts, a responder is offered it and accepts. Which
 * visitor a responder gets is the matcher's choice, so the ends are brought together by the conversation's id.
 */
export const beginConversations = async (url: string, cookies: readonly string[]): Promise<Begun[]> => {
  const visitors = new Map<string, string>();
  const sockets: Socket[] = [];
  for (const _ of cookies) {
    const token = aToken();
    const socket = await connect(visitorAt(url, token));
    sockets.push(socket);
    const start = { startId: randomUUID(), safety: 'safe', name: '', language: 'en' };
    const { id } = await must<{ id: string }>(socket, 'conversation:start', start);
    visitors.set(id, token);
  }
  const begun = await Promise.all(
    cookies.map(async (cookie) => {
      const auth = { protocol: PROTOCOL_VERSION };
      const socket = await connect({ url: `${url}${STAFF_NAMESPACE}`, auth, cookie });
      sockets.push(socket);
      const held = await takes(socket);
      const token = visitors.get(held.conversationId);
      if (token === undefined) throw new Error('a conversation that none of these visitors began');
      return { visitor: visitorAt(url, token), responder: consoleAt(url, cookie, held) };
    }),
  );
  for (const socket of sockets) socket.disconnect();
  return begun;
};

/** A visitor who starts a conversation and waits in it, with nobody to answer. */
export const waitingVisitorAt = (url: string): LineSetUp => ({
  ...visitorAt(url, aToken()),
  enter: [['conversation:start', { startId: randomUUID(), safety: 'safe', name: '', language: 'en' }]],
});
