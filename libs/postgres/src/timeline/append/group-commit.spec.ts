import type { AppendOutcome, MessageToAppend } from '@warmline/conversation';
import { InMemoryTimeline, timelineAppenderContract } from '@warmline/conversation/testing';
import { instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { AppendOverloaded, GroupCommit } from './group-commit';

const aMessage = (number: number, conversation = 1): MessageToAppend => ({
  conversation: numbered.conversation(conversation),
  id: numbered.entry(number),
  author: { role: 'visitor' },
  sealed: new Uint8Array(),
});
const numberOf = ({ id }: MessageToAppend): number => Number(id.slice(-12));
const messages = (first: number, last: number): MessageToAppend[] =>
  Array.from({ length: last - first + 1 }, (_, place) => aMessage(first + place));

class DatabaseError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Stores under the message's own number, in whole batches; answers when told, refuses what it is told to. */
class Store {
  readonly batches: number[][] = [];
  readonly stored: number[] = [];
  private readonly gates: (() => void)[] = [];
  refuse: (batch: readonly number[]) => string | null = () => null;
  isHeld = false;

  readonly send = async (batch: readonly MessageToAppend[]): Promise<AppendOutcome[]> => {
    const numbers = batch.map(numberOf);
    this.batches.push(numbers);
    if (this.isHeld) await new Promise<void>((open) => this.gates.push(open));
    const code = this.refuse(numbers);
    if (code !== null) throw new DatabaseError(code);
    this.stored.push(...numbers);
    return numbers.map((seq) => ({ outcome: 'new', seq, at: instant(seq) }));
  };

  letGo(): void {
    this.isHeld = false;
    for (const open of this.gates.splice(0)) open();
  }
}

const given = () => {
  const store = new Store();
  const group = new GroupCommit(store.send);
  const append = (all: readonly MessageToAppend[]) =>
    Promise.allSettled(all.map((message) => group.append(message)));
  return { store, group, append };
};
const seqs = (settled: readonly PromiseSettledResult<AppendOutcome>[]): (number | string)[] =>
  settled.map((one) => {
    if (one.status === 'rejected') return String(one.reason?.code ?? one.reason?.constructor.name);
    return 'seq' in one.value ? one.value.seq : one.value.outcome;
  });

describe('committing in groups', () => {
  it('sends the first at once and alone, and those that come during it together, in order', async () => {
    const { store, append } = given();
    store.isHeld = true;
    const all = append(messages(1, 5));
    expect(store.batches).toEqual([[1]]);
    store.letGo();
    expect(seqs(await all)).toEqual([1, 2, 3, 4, 5]);
    expect(store.batches).toEqual([[1], [2, 3, 4, 5]]);
  });

  it('[MSG5] acknowledges nothing before the store has answered for it', async () => {
    const { store, group } = given();
    store.isHeld = true;
    let isAcknowledged = false;
    const appended = group.append(aMessage(1)).then(() => (isAcknowledged = true));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(isAcknowledged).toBe(false);
    store.letGo();
    await appended;
    expect(isAcknowledged).toBe(true);
  });

  it('starts again after it had nothing to do', async () => {
    const { store, append } = given();
    await append(messages(1, 2));
    await append(messages(3, 3));
    expect(store.stored).toEqual([1, 2, 3]);
  });

  it('sends at most 500 at a time, and all of them', async () => {
    const { store, append } = given();
    expect(seqs(await append(messages(1, 1_200)))).toEqual(messages(1, 1_200).map(numberOf));
    expect(store.batches.map((batch) => batch.length)).toEqual([1, 500, 500, 199]);
  });

  it('[MSG2] keeps a repeated id for the next batch, where it is known', async () => {
    const { store, append } = given();
    await append([1, 2, 3, 2, 4, 2].map((number) => aMessage(number)));
    expect(store.batches).toEqual([[1], [2, 3, 4], [2], [2]]);
  });

  it('takes one id in two conversations for two', async () => {
    const { store, append } = given();
    await append([aMessage(1), aMessage(2, 1), aMessage(2, 2)]);
    expect(store.batches).toEqual([[1], [2, 2]]);
  });
});

describe('when the store refuses', () => {
  it('lets only the bad one fail, wherever it is in the batch', async () => {
    for (let bad = 2; bad <= 9; bad += 1) {
      const { store, append } = given();
      store.refuse = (batch) => (batch.includes(bad) ? '22021' : null);
      expect(seqs(await append(messages(1, 9)))).toEqual(
        messages(1, 9).map((message) => (numberOf(message) === bad ? '22021' : numberOf(message))),
      );
      expect(store.stored).toEqual(
        messages(1, 9)
          .map(numberOf)
          .filter((number) => number !== bad),
      );
    }
  });

  it('finds several bad ones among many in a few round trips', async () => {
    const { store, append } = given();
    const bad = [17, 18, 333];
    store.refuse = (batch) => (batch.some((number) => bad.includes(number)) ? '22021' : null);
    const outcomes = seqs(await append(messages(1, 400)));
    expect(outcomes.filter((outcome) => outcome === '22021')).toHaveLength(3);
    expect(store.stored).toHaveLength(397);
    expect(store.batches.length).toBeLessThan(3 * 2 * 9 + 2);
  });

  it.each(['40P01', '40001', '23505'])('tries the same batch again after %s', async (code) => {
    const { store, append } = given();
    let times = 0;
    store.refuse = (batch) => (batch.length > 1 && (times += 1) < 3 ? code : null);
    expect(seqs(await append(messages(1, 4)))).toEqual([1, 2, 3, 4]);
    expect(store.batches).toEqual([[1], [2, 3, 4], [2, 3, 4], [2, 3, 4]]);
  });

  it('stops trying when that never passes', async () => {
    const { store, append } = given();
    store.refuse = () => '40P01';
    expect(seqs(await append(messages(1, 1)))).toEqual(['40P01']);
    expect(store.batches).toHaveLength(3);
  });

  it.each(['08006', '57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET'])(
    'a batch fails at once, without trying halves, when the connection is lost: %s',
    async (code) => {
      const { store, append } = given();
      store.refuse = (batch) => (batch.includes(2) ? code : null);
      expect(seqs(await append(messages(1, 4)))).toEqual([1, code, code, code]);
      expect(store.batches).toHaveLength(2);
    },
  );

  it('goes on with the next batch after one was lost', async () => {
    const { store, append } = given();
    store.refuse = (batch) => (batch.includes(1) ? '08006' : null);
    expect(seqs(await append(messages(1, 3)))).toEqual(['08006', 2, 3]);
  });

  it('takes an answer for fewer messages as no answer for the others', async () => {
    const group = new GroupCommit(async () => []);
    await expect(group.append(aMessage(1))).rejects.toThrow('fewer messages');
  });

  it('takes an error that is thrown at once like any other', async () => {
    const group = new GroupCommit(() => {
      throw new Error('no connection at all');
    });
    await expect(group.append(aMessage(1))).rejects.toThrow('no connection at all');
    await expect(group.append(aMessage(2))).rejects.toThrow('no connection at all');
  });

  it('says so when 10,000 wait already, and works through those', async () => {
    const { store, append, group } = given();
    store.isHeld = true;
    const all = append(messages(1, 10_001));
    await expect(group.append(aMessage(10_002))).rejects.toThrow(AppendOverloaded);
    store.letGo();
    expect(seqs(await all)).toEqual(messages(1, 10_001).map(numberOf));
    expect(seqs(await append([aMessage(10_002)]))).toEqual([10_002]);
  });
});

describe('a conversation that is locked by others', () => {
  const LOCKED = numbered.conversation(2);
  const elsewhere = (number: number) => aMessage(number, 2);

  /** The store refuses any batch with a message of the locked conversation, as a lock timeout does. */
  const lockedStore = () => {
    const store = new Store();
    let isLocked = true;
    const send = async (batch: readonly MessageToAppend[]): Promise<AppendOutcome[]> => {
      if (isLocked && batch.some(({ conversation }) => conversation === LOCKED)) {
        store.batches.push(batch.map(numberOf));
        throw new DatabaseError('55P03');
      }
      return store.send(batch);
    };
    const group = new GroupCommit(send, async (conversations) =>
      Promise.resolve(new Set(conversations.filter((id) => isLocked && id === LOCKED))),
    );
    const append = (all: readonly MessageToAppend[]) =>
      Promise.allSettled(all.map((message) => group.append(message)));
    return { store, append, unlock: () => (isLocked = false) };
  };

  it('[MSG1] holds up no other, is asked for again, and loses nothing and no order', async () => {
    const { store, append, unlock } = lockedStore();
    const held = append([elsewhere(1), elsewhere(2)]);
    expect(seqs(await append([aMessage(3), aMessage(5)]))).toEqual([3, 5]);
    const later = append([elsewhere(6)]);
    expect(seqs(await append([aMessage(7)]))).toEqual([7]);
    const tried = store.batches.filter((batch) => batch.includes(1)).length;
    expect(tried).toBe(1);
    unlock();
    expect(seqs(await held)).toEqual([1, 2]);
    expect(seqs(await later)).toEqual([6]);
    expect(store.stored.filter((number) => [1, 2, 6].includes(number))).toEqual([1, 2, 6]);
  });
});

describe('committing in groups into memory', () => {
  timelineAppenderContract(async () => {
    const world = new InMemoryTimeline();
    const appender = new GroupCommit((batch) => Promise.all(batch.map((message) => world.append(message))));
    return {
      appender,
      newStaff: () => world.newStaff(),
      start: () => world.start(),
      take: (conversation, staff) => world.take(conversation, staff),
      lose: (conversation) => world.lose(conversation),
      end: (conversation) => world.end(conversation),
      leave: (conversation) => world.leave(conversation),
      endedEarlier: (conversation, by) => world.endedEarlier(conversation, by),
      timeline: (conversation) => world.timeline(conversation),
    };
  });
});
