import { numbered } from '@warmline/kernel/testing';
import type { Hints } from '@warmline/redis';
import type { PeriodicJobs } from '../core/periodic-jobs';
import { ConversationAccess } from './conversation-access';
import type { ConversationAudience } from './conversation-audience';
import { rooms } from './rooms';
import type { StaffSocket } from './sockets';

const ID = numbered.conversation(1);

/** The part of a console's socket that has to do with rooms. */
const aSocket = () => {
  const socket = {
    rooms: new Set<string>(),
    data: { mayReadSince: new Map() },
    join: (room: string) => void socket.rooms.add(room),
    leave: (room: string) => void socket.rooms.delete(room),
  };
  return socket;
};

const given = () => {
  const access = new ConversationAccess({} as ConversationAudience, {} as Hints, {} as PeriodicJobs);
  const socket = aSocket();
  let answer = (_may: boolean | Error): void => undefined;
  const asked = new Promise<boolean>((resolve, reject) => {
    answer = (may) => (typeof may === 'boolean' ? resolve(may) : reject(may));
  });
  const arrives = access.admit(socket as unknown as StaffSocket, ID, () => asked);
  return { socket, arrives, answer };
};

describe('a console that opens a conversation', () => {
  it('[SEC2] receives nothing while its permission is checked, and everything once it is confirmed', async () => {
    const { socket, arrives, answer } = given();
    expect([...socket.rooms]).toEqual([rooms.pending(ID)]);
    answer(true);
    expect(await arrives).toBe(true);
    expect([...socket.rooms]).toEqual([rooms.conversation(ID)]);
  });

  it('[SEC2] is not let in by a stale answer when its access ended during the check', async () => {
    const { socket, arrives, answer } = given();
    socket.leave(rooms.pending(ID));
    answer(true);
    expect(await arrives).toBe(false);
    expect([...socket.rooms]).toEqual([]);
  });

  it('[SEC2] is not let in without permission, nor when the check fails', async () => {
    const refused = given();
    refused.answer(false);
    expect(await refused.arrives).toBe(false);
    const failed = given();
    failed.answer(new Error('no answer'));
    await expect(failed.arrives).rejects.toThrow('no answer');
    for (const { socket } of [refused, failed]) expect([...socket.rooms]).toEqual([]);
  });
});
