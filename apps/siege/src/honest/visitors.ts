import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { solveChallenge } from '@warmline/client';
import {
  PROTOCOL_VERSION,
  VISITOR_NAMESPACE,
  type Challenge,
  type VisitorCommands,
  type VisitorConversation,
} from '@warmline/contracts';
import type { SafetyChoice } from '@warmline/vocabulary';
import { note, NotDone, type Group } from './note';
import { command, connect } from './page';

/** Messages of one visit, and the pause before each (ms). */
const MESSAGES = 4;
const PAUSE = 300;

/** A network for each visit. */
let visits = 0;
const address = (): string => {
  visits += 1;
  return `127.200.${visits % 250}.${1 + (Math.floor(visits / 250) % 250)}`;
};

type Start = VisitorCommands['conversation:start']['payload'];

interface Visit {
  readonly url: string;
  readonly group: Group;
  readonly safety: SafetyChoice;
}

/** As our page does: where many start at once it does a proof of work, and starts again with it. */
const startChat = async (page: Socket, start: Start): Promise<VisitorConversation> => {
  try {
    return await command<VisitorConversation>(page, 'conversation:start', start);
  } catch (error) {
    if (!(error instanceof NotDone && error.message === 'proof_needed')) throw error;
    const challenge = await command<Challenge>(page, 'challenge:ask', {});
    const proof = await solveChallenge(challenge, { onAnswer: () => {}, isStopped: () => false });
    return command<VisitorConversation>(page, 'conversation:start', { ...start, proof });
  }
};

/** One visit: connect, start a chat, write, end it. It stops at the first thing that does not work. */
const visit = async ({ url, group, safety }: Visit): Promise<void> => {
  const token = randomBytes(32).toString('base64url');
  const auth = { token, protocol: PROTOCOL_VERSION };
  const start: Start = { startId: randomUUID(), safety, name: '', language: 'en' };
  const page = await note(group, 'connect', () =>
    connect({ url: `${url}${VISITOR_NAMESPACE}`, auth, address: address() }),
  );
  if (page === null) return;
  const view = await note(group, 'start', () => startChat(page, start));
  for (let count = 0; view !== null && count < MESSAGES; count += 1) {
    await delay(PAUSE);
    const message = { id: randomUUID(), body: 'Is anyone there?' };
    const sent = await note(group, 'write', () => command(page, 'message:send', message));
    if (sent === null) break;
  }
  if (view !== null) await note(group, 'end', () => command(page, 'conversation:end', {}));
  page.disconnect();
};

/** Visits one after the other, with a pause (ms) between, until this process is stopped. */
export const keepVisiting = async (
  url: string,
  group: 'visitor' | 'danger',
  pause: number,
): Promise<never> => {
  const safety = group === 'danger' ? 'danger' : 'safe';
  for (;;) {
    await visit({ url, group, safety });
    await delay(pause);
  }
};
