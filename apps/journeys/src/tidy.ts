import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import {
  PROTOCOL_VERSION,
  STAFF_PROTOCOL_VERSION,
  STAFF_NAMESPACE,
  VISITOR_NAMESPACE,
  type Desk,
  type WrapUp,
} from '@warmline/contracts';
import { signInOf, warmlineUrl, type SignIn } from './running';

const ANSWER_MS = 5_000;
const NOTHING_TO_SAY: WrapUp = { contactKind: 'test', topics: [], outcome: 'unknown', note: '' };

type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false };

const ask = async <Value>(socket: Socket, command: string, payload: object): Promise<Value | null> => {
  const answer = (await socket.timeout(ANSWER_MS).emitWithAck(command, payload)) as Answer<Value>;
  return answer.ok ? answer.value : null;
};

/** A journey leaves nobody waiting for the next one: whatever this visitor had is ended. */
export const endOf = async (token: string): Promise<void> => {
  const socket = io(`${warmlineUrl()}${VISITOR_NAMESPACE}`, {
    auth: { token, protocol: PROTOCOL_VERSION },
    transports: ['websocket'],
    forceNew: true,
  });
  try {
    await ask(socket, 'conversation:open', {});
    await ask(socket, 'conversation:end', {});
  } finally {
    socket.disconnect();
  }
};

const signIn = async ({ signInName, password }: SignIn): Promise<string> => {
  const answer = await fetch(`${warmlineUrl()}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: warmlineUrl() },
    body: JSON.stringify({ signInName, password }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
};

interface Held {
  readonly conversationId: string;
  readonly epoch: number;
}

/** Does something as this person, on a connection of its own. `cookie`: '' to sign in. */
const as = async (name: string, cookie: string, act: (socket: Socket) => Promise<void>): Promise<void> => {
  const socket = io(`${warmlineUrl()}${STAFF_NAMESPACE}`, {
    auth: { protocol: STAFF_PROTOCOL_VERSION },
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: cookie === '' ? await signIn(signInOf(name)) : cookie },
  });
  try {
    await act(socket);
  } finally {
    socket.disconnect();
  }
};

/** In danger nobody ends alone: they ask, and the supervisor of the demo reads and agrees. */
const endTogether = async (socket: Socket, held: Held): Promise<void> => {
  const reason = 'responder_ended_agreed';
  if ((await ask(socket, 'conversation:end', { ...held, reason })) !== null) return;
  const requestId = randomUUID();
  await ask(socket, 'ending:ask', { ...held, requestId, reason, why: 'the journey is over' });
  await as('Ana', '', async (supervisor) => {
    const { conversationId } = held;
    await ask(supervisor, 'conversation:observe', { conversationId });
    await ask(supervisor, 'ending:agree', { requestId });
    await ask(supervisor, 'conversation:unobserve', { conversationId });
  });
};

/** Away, with nothing running and nothing to wrap up. */
export const clearDeskOf = async (name: string, cookie: string): Promise<void> => {
  await as(name, cookie, async (socket) => {
    await ask<Desk>(socket, 'availability:set', { availability: 'away' });
    const desk = await ask<Desk>(socket, 'desk:open', {});
    for (const { conversationId, epoch, state } of desk?.caseload ?? []) {
      const held = { conversationId, epoch };
      if (state === 'talking') await endTogether(socket, held);
      await ask(socket, 'wrap_up:finish', { ...held, wrapUp: NOTHING_TO_SAY });
    }
  });
};
