import { RefusalCounts } from '../core/refusal-counts';
import { CommandsInProgress } from './commands-in-progress';
import { EventLoopTime } from './event-loop-time';

describe('CommandsInProgress', () => {
  it('[OPS1] waits for commands that run, and for those that begin during the wait, also when one fails', async () => {
    const commands = new CommandsInProgress(new RefusalCounts(), new EventLoopTime());
    const done: string[] = [];
    let second: Promise<void> | null = null;
    const first = commands.track(
      Promise.resolve().then(() => {
        done.push('first');
        second = commands.track(Promise.resolve().then(() => void done.push('second')));
        throw new Error('failed');
      }),
    );
    await commands.settleWithin(1_000);
    expect(done).toEqual(['first', 'second']);
    expect(commands.count).toBe(0);
    await expect(first).rejects.toThrow('failed');
    expect(second).not.toBeNull();
  });

  it('[OPS1] waits no longer than it may for a command that never ends', async () => {
    const commands = new CommandsInProgress(new RefusalCounts(), new EventLoopTime());
    void commands.track(new Promise(() => undefined));
    await commands.settleWithin(10);
    expect(commands.count).toBe(1);
  });
});

describe('listening to a socket', () => {
  const answer = { ok: true, value: {} } as const;
  type Listener = (command: string, ...given: unknown[]) => void;

  const listening = () => {
    const listeners: Listener[] = [];
    const received: unknown[] = [];
    new CommandsInProgress(new RefusalCounts(), new EventLoopTime()).listen(
      { onAny: (listener: Listener) => listeners.push(listener) } as never,
      async (command, payload) => {
        received.push([command, payload]);
        return answer;
      },
    );
    const send = (...given: unknown[]): void => listeners[0]?.('typing:set', ...given);
    return { send, received };
  };

  it('gives the answer to the acknowledgement', async () => {
    const { send, received } = listening();
    const reply = await new Promise((acknowledge) => send({ typing: true }, acknowledge));
    expect([reply, received]).toEqual([answer, [['typing:set', { typing: true }]]]);
  });

  it('takes a command without a payload, and ignores one without an acknowledgement', async () => {
    const { send, received } = listening();
    send({ typing: true });
    await new Promise((acknowledge) => send(acknowledge));
    expect(received).toEqual([['typing:set', undefined]]);
  });
});
