import type { ModuleRef } from '@nestjs/core';
import type { ObserveConversation } from '../features/observing/observe-conversation';
import type { Sessions } from '../session/sessions';
import type { StaffSocket } from '../socket/sockets';
import type { PagePresence } from '../staffing/page-presence';
import { ConsoleConnections } from './console-connections';

const ASK_AGAIN = 10_000;

/** A console whose session was last asked for so long ago (ms), and what answers. */
const given = (age: number) => {
  const answers: ((person: unknown) => void)[] = [];
  const find = (): Promise<unknown> => new Promise((resolve) => answers.push(resolve));
  const sessions = { askAgain: ASK_AGAIN, find } as unknown as Sessions;
  const lines = new ConsoleConnections(
    {} as ModuleRef,
    sessions,
    {} as PagePresence,
    {} as ObserveConversation,
  );
  const closed: boolean[] = [];
  const console = { person: {}, secret: '', checkedAt: Date.now() - age, checking: null };
  const socket = {
    data: console,
    emit: () => true,
    disconnect: () => closed.push(true),
  } as unknown as StaffSocket;
  return { lines, socket, answers, closed };
};

describe('whether the session of a console still is', () => {
  it('is not asked while the last answer is new', async () => {
    const { lines, socket, answers } = given(ASK_AGAIN / 2);
    expect(await lines.isLive(socket)).toBe(true);
    expect(answers).toHaveLength(0);
  });

  it('is asked once for all commands that come meanwhile, and they do not wait', async () => {
    const { lines, socket, answers, closed } = given(ASK_AGAIN * 1.5);
    for (let command = 0; command < 50; command += 1) expect(await lines.isLive(socket)).toBe(true);
    expect(answers).toHaveLength(1);
    answers[0]?.(null);
    await socket.data.checking;
    expect(closed).toEqual([true]);
  });

  it('is waited for when the last answer is too old, and a dead one closes the line', async () => {
    const { lines, socket, answers, closed } = given(ASK_AGAIN * 3);
    const commands = [1, 2, 3].map(() => lines.isLive(socket));
    expect(answers).toHaveLength(1);
    answers[0]?.(null);
    expect(await Promise.all(commands)).toEqual([false, false, false]);
    expect(closed).toEqual([true]);
  });
});
