import type { Socket } from 'node:net';
import type { SafetyChoice } from '@warmline/vocabulary';
import type { Kind } from '../kind';
import { holdOpen, readUntil } from '../raw-connection';
import { commandPacket, frame, openVisitor } from '../raw-web-socket';
import type { Stranger } from '../stranger';

/** Chats that "someone in danger" starts. */
const CHATS = 300;

/** Starts a chat of the attacker's own, and counts what came of it. */
const startChat = async (stranger: Stranger, safety: SafetyChoice): Promise<Socket> => {
  const socket = await openVisitor(stranger);
  const start = { startId: stranger.uuid(), safety, name: '', language: 'en' };
  socket.write(frame(commandPacket(1, 'conversation:start', start)));
  const said = await readUntil(socket, (text) => text.includes('43/visitor,1'), 10_000);
  const refusal = /"refusal":"(\w+)"/.exec(said)?.[1];
  stranger.count(said.includes('"ok":true') ? 'started' : (refusal ?? 'no answer'));
  return socket;
};

export const dangerStarts: Kind = {
  name: 'danger-starts',
  does: `${CHATS} chats "in danger" in 4 s, nobody of whom writes`,
  run: (stranger) =>
    stranger.atRate({ rate: 75, most: CHATS, atOnce: CHATS }, async () => {
      const socket = await startChat(stranger, 'danger');
      socket.resume();
      await holdOpen(socket, stranger.endsAt - performance.now());
    }),
};

export const writingStarts: Kind = {
  name: 'writing-starts',
  does: `${CHATS} chats "in danger" in 4 s, each of which writes a word at once and whose page does no proof`,
  run: (stranger) =>
    stranger.atRate({ rate: 75, most: CHATS, atOnce: CHATS }, async () => {
      const socket = await startChat(stranger, 'danger');
      const word = { id: stranger.uuid(), body: 'please' };
      socket.write(frame(commandPacket(2, 'message:send', word)));
      socket.resume();
      await holdOpen(socket, stranger.endsAt - performance.now());
    }),
};

const READERS = 60;
/** Messages of the greatest length that each writes, so that an answer is long, and how often each asks for them (ms). */
const MESSAGES = 8;
const LENGTH = 4_000;
const ASK_EVERY = 90;

const readSlowly = async (stranger: Stranger): Promise<void> => {
  const socket = await startChat(stranger, 'safe');
  for (let id = 2; id < 2 + MESSAGES; id += 1)
    socket.write(frame(commandPacket(id, 'message:send', { id: stranger.uuid(), body: 'x'.repeat(LENGTH) })));
  await readUntil(socket, (text) => text.includes(`43/visitor,${1 + MESSAGES}`), 5_000);
  socket.pause();
  const ask = frame(commandPacket(99, 'timeline:read', { after: 0 }));
  const timer = setInterval(() => {
    socket.write(ask);
    stranger.count('commands');
  }, ASK_EVERY);
  await holdOpen(socket, stranger.endsAt - performance.now());
  clearInterval(timer);
};

export const slowReaders: Kind = {
  name: 'slow-readers',
  does: `${READERS} pages ask for ${(MESSAGES * LENGTH) / 1_000} KB eleven times a second and read no answer`,
  run: (stranger) => stranger.together(READERS, () => readSlowly(stranger)),
};
