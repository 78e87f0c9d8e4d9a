import { randomBytes, randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import {
  PROTOCOL_VERSION,
  STAFF_NAMESPACE,
  STAFF_PROTOCOL_VERSION,
  VISITOR_NAMESPACE,
  type Desk,
} from '@warmline/contracts';
import type { Job, ClientSetUp } from './jobs';
import { connect, must } from './load-client';

interface Held {
  readonly conversationId: string;
  readonly epoch: number;
}

const WAIT = 60_000;

export const aToken = (): string => randomBytes(32).toString('base64url');

/** A visitor's page that has nothing open yet. */
export const visitorAt = (url: string, token: string): ClientSetUp => ({
  url: `${url}${VISITOR_NAMESPACE}`,
  auth: { token, protocol: PROTOCOL_VERSION },
  enter: [['conversation:open', {}]],
  writes: {},
  role: 'visitor',
});

const consoleAt = (url: string, cookie: string, held: Held): ClientSetUp => ({
  url: `${url}${STAFF_NAMESPACE}`,
  auth: { protocol: STAFF_PROTOCOL_VERSION },
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
  await must(socket, 'shift:check_in', { answer: 'yes', takesSurge: false });
  const held: Held = await must(socket, 'offer:accept', { offerId: await offer });
  await must(socket, 'availability:set', { availability: 'away' });
  return held;
};

/** A visitor's page with a conversation just started. */
const starts = async (url: string) => {
  const token = aToken();
  const socket = await connect(visitorAt(url, token));
  const start = { startId: randomUUID(), safety: 'safe', name: '', language: 'en' };
  const { id } = await must<{ id: string }>(socket, 'conversation:start', start);
  return { id, token, socket };
};

const answers = async (url: string, cookie: string) => {
  const auth = { protocol: STAFF_PROTOCOL_VERSION };
  const socket = await connect({ url: `${url}${STAFF_NAMESPACE}`, auth, cookie });
  return { cookie, socket, held: await takes(socket) };
};

/** The same responder's console on another gateway, to listen there too. */
const listening = (client: ClientSetUp, from: string, to: string): ClientSetUp => ({
  ...client,
  url: client.url.replace(from, to),
  writes: null,
});

/**
 * One conversation a cookie, through the usual commands: visitors start, responders get an offer and accept. Which
 * visitor a responder gets is the matcher's choice, so both ends are matched by the conversation's id. They
 * leave when `enter` has accepted their sockets, so that nobody counts as gone.
 */
export const beginConversations = async (
  { url, elsewhere, cookies }: Extract<Job, { job: 'begin' }>,
  enter: (clients: readonly ClientSetUp[]) => Promise<void>,
): Promise<void> => {
  const visitors = await Promise.all(cookies.map(() => starts(url)));
  const consoles = await Promise.all(cookies.map((cookie) => answers(url, cookie)));
  const clients = consoles.flatMap(({ cookie, held }) => {
    const visitor = visitors.find(({ id }) => id === held.conversationId);
    if (visitor === undefined) throw new Error('a conversation that none of these visitors began');
    const responder = consoleAt(url, cookie, held);
    const both = [visitorAt(url, visitor.token), responder];
    return elsewhere === null ? both : [...both, listening(responder, url, elsewhere)];
  });
  await enter(clients);
  for (const { socket } of [...visitors, ...consoles]) socket.disconnect();
};

/** A visitor who starts a conversation and waits, with nobody to answer. */
export const waitingVisitorAt = (url: string): ClientSetUp => ({
  ...visitorAt(url, aToken()),
  enter: [['conversation:start', { startId: randomUUID(), safety: 'safe', name: '', language: 'en' }]],
});
