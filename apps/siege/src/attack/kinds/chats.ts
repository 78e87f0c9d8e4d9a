import type { Kind } from '../kind';
import { holdOpen, readUntil } from '../raw-connection';
import { commandPacket, frame, openVisitor } from '../raw-web-socket';
import type { Stranger } from '../stranger';

/** Chats that "someone in danger" starts. */
const CHATS = 300;

const startChat = async (stranger: Stranger): Promise<void> => {
  const socket = await openVisitor(stranger);
  const start = { startId: stranger.uuid(), safety: 'danger', name: '', language: 'en' };
  socket.write(frame(commandPacket(1, 'conversation:start', start)));
  const said = await readUntil(socket, (text) => text.includes('43/visitor,1'), 10_000);
  const refusal = /"refusal":"(\w+)"/.exec(said)?.[1];
  stranger.count(said.includes('"ok":true') ? 'started' : (refusal ?? 'no answer'));
  socket.resume();
  await holdOpen(socket, stranger.endsAt - performance.now());
};

export const dangerStarts: Kind = {
  name: 'danger-starts',
  does: `${CHATS} chats "in danger" in 4 s, nobody of whom writes`,
  run: (stranger) => stranger.atRate({ rate: 75, most: CHATS, atOnce: CHATS }, () => startChat(stranger)),
};
