import { randomBytes } from 'node:crypto';
import { makeLog } from '../../core/log';
import { VisitorTurns } from '../../socket/visitor-turns';
import type { EndConversation } from './end-conversation';
import { ExitController } from './exit.controller';

const bearer = (): string => `Bearer ${randomBytes(32).toString('base64url')}`;
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A pool of four connections, of which three are for strangers. */
const given = () => {
  const turns = new VisitorTurns({ DATABASE_POOL: 4 });
  const ends: (() => void)[] = [];
  const recorded: string[] = [];
  const end = {
    leaveQuickly: async (hash: Buffer) => {
      await new Promise<void>((resolve) => ends.push(resolve));
      recorded.push(hash.toString('hex'));
    },
  } as unknown as EndConversation;
  return { turns, ends, recorded, exits: new ExitController(end, turns, makeLog('silent', 'gateway')) };
};

describe('a quick exit', () => {
  it('[SEC5] exits with made-up tokens use no more connections to Postgres than visitors may, and each is recorded', async () => {
    const { ends, recorded, exits } = given();
    const all = Array.from({ length: 20 }, () => exits.exit(bearer()));
    await settled();
    expect(ends).toHaveLength(3);
    for (let next = ends.shift(); next !== undefined; next = ends.shift()) {
      next();
      await settled();
    }
    await Promise.all(all);
    expect(recorded).toHaveLength(20);
  });

  it('[SEC5] goes before commands that wait', async () => {
    const { turns, ends, recorded, exits } = given();
    const held: (() => void)[] = [];
    const order: string[] = [];
    const commands = Array.from({ length: 10 }, (_, each) =>
      turns.useDatabase({ key: `page ${each}` }, async () => {
        order.push('command');
        await new Promise<void>((resolve) => held.push(resolve));
      }),
    );
    const exit = exits.exit(bearer()).then(() => order.push('exit'));
    held.shift()?.();
    await settled();
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await exit;
    expect(recorded).toHaveLength(1);
    expect(order.filter((what) => what === 'command').length).toBeLessThan(10);
    for (let next = held.shift(); next !== undefined; next = held.shift()) {
      next();
      await settled();
    }
    await Promise.all(commands);
  });
});
