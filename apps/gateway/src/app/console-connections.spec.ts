import type { ObserveConversation } from '../features/observing';
import type { SessionLookups } from '../session/session-lookups';
import type { Sessions } from '../session/sessions';
import type { StaffSocket } from '../socket/sockets';
import type { PagePresence } from '../staffing/page-presence';
import { ConsoleConnections } from './console-connections';
import type { SessionWatch } from './session-watch';

const RECHECK_INTERVAL = 10_000;

/** A console whose session was last asked for so long ago (ms), and what answers. */
const given = (age: number) => {
  const answers: ((person: unknown) => void)[] = [];
  const find = (): Promise<unknown> => new Promise((resolve) => answers.push(resolve));
  const sessions = { recheckInterval: RECHECK_INTERVAL, recognise: find } as unknown as Sessions;
  const connections = new ConsoleConnections(
    sessions,
    {} as SessionLookups,
    {} as PagePresence,
    {} as ObserveConversation,
    {} as SessionWatch,
  );
  const closed: boolean[] = [];
  const told: string[] = [];
  const console = { person: {}, secret: '', checkedAt: Date.now() - age, checking: null };
  const socket = {
    data: console,
    emit: (notice: string) => told.push(notice),
    disconnect: () => closed.push(true),
  } as unknown as StaffSocket;
  return { connections, socket, answers, closed, told };
};

describe('the session check of a console', () => {
  it('uses the last answer while it is new', async () => {
    const { connections, socket, answers } = given(RECHECK_INTERVAL / 2);
    expect(await connections.isLive(socket)).toBe(true);
    expect(answers).toHaveLength(0);
  });

  it('checks once for all commands that come during the check, and lets them pass', async () => {
    const { connections, socket, answers, closed } = given(RECHECK_INTERVAL * 1.5);
    for (let command = 0; command < 50; command += 1) expect(await connections.isLive(socket)).toBe(true);
    expect(answers).toHaveLength(1);
    answers[0]?.(null);
    await socket.data.checking;
    expect(closed).toEqual([true]);
  });

  it('waits for the check when the last answer is too old, and closes the socket of an ended session', async () => {
    const { connections, socket, answers, closed } = given(RECHECK_INTERVAL * 3);
    const commands = [1, 2, 3].map(() => connections.isLive(socket));
    expect(answers).toHaveLength(1);
    answers[0]?.(null);
    expect(await Promise.all(commands)).toEqual([false, false, false]);
    expect(closed).toEqual([true]);
  });

  it.each([
    [null, ['session:ended']],
    ['replaced', []],
  ])('closes the socket of a session that is %p, and says %j', async (person, notices) => {
    const { connections, socket, answers, closed, told } = given(RECHECK_INTERVAL * 3);
    const command = connections.isLive(socket);
    answers[0]?.(person);
    expect(await command).toBe(false);
    expect([closed, told]).toEqual([[true], notices]);
  });
});
