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

/** Away, with nothing running and nothing to wrap up. */
export const clearDeskOf = async (name: string, cookie: string): Promise<void> => {
  const socket = io(`${warmlineUrl()}${STAFF_NAMESPACE}`, {
    auth: { protocol: STAFF_PROTOCOL_VERSION },
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: cookie === '' ? await signIn(signInOf(name)) : cookie },
  });
  try {
    await ask<Desk>(socket, 'availability:set', { availability: 'away' });
    const desk = await ask<Desk>(socket, 'desk:open', {});
    for (const { conversationId, epoch, state } of desk?.caseload ?? []) {
      const held = { conversationId, epoch };
      if (state === 'talking')
        await ask(socket, 'conversation:end', { ...held, reason: 'responder_ended_agreed' });
      await ask(socket, 'wrap_up:finish', { ...held, wrapUp: NOTHING_TO_SAY });
    }
  } finally {
    socket.disconnect();
  }
};
