import { mock } from 'node:test';
import { FairQueue, type QueueLimits } from './fair-queue';

/** Everything that was resolved has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const given = (limits: Partial<QueueLimits> = {}) => {
  const queue = new FairQueue(
    {
      running: 1,
      runningPerSender: 1,
      waitingPerSender: 50,
      waiting: 1_000,
      waitingUrgent: 1_000,
      ...limits,
    },
    () => 0,
  );
  const ran: string[] = [];
  const ends: (() => void)[] = [];
  const send = (key: string) =>
    queue.run({ key, isUrgent: key.startsWith('urgent') }, async () => {
      ran.push(key);
      await new Promise<void>((resolve) => ends.push(resolve));
      return key;
    });
  /** Ends what runs, one after another, until nothing does. */
  const finishAll = async (): Promise<void> => {
    await settled();
    for (let end = ends.shift(); end !== undefined; end = ends.shift()) {
      end();
      await settled();
    }
  };
  return { queue, send, ran, finishAll };
};

describe('the queue of commands', () => {
  it('[SEC5] an honest command goes before those of senders who sent much, however many wait', async () => {
    const { send, ran, finishAll } = given();
    const sent = [];
    for (let attacker = 0; attacker < 20; attacker += 1)
      for (let each = 0; each < 5; each += 1) sent.push(send(`attacker ${attacker}`));
    // Each attacker has had one turn when the honest page comes.
    sent.push(send('honest'));
    await finishAll();
    await Promise.all(sent);
    expect(ran).toHaveLength(101);
    expect(ran.indexOf('honest')).toBeLessThanOrEqual(21);
  });

  it('begins work at once when a turn is free, so that waiting costs nobody anything in the calm', () => {
    const { send, ran } = given();
    void send('alone');
    expect(ran).toEqual(['alone']);
  });

  it('[SEC5] the next of 2,000 senders that wait is found without looking at each of them', async () => {
    let asked = 0;
    const limits = { running: 1, runningPerSender: 1, waitingPerSender: 1, waiting: 2_000, waitingUrgent: 0 };
    const queue = new FairQueue(limits, () => {
      asked += 1;
      return 0;
    });
    const ran: number[] = [];
    const senders = Array.from({ length: 2_000 }, (_, sender) => sender);
    await Promise.all(
      senders.map((sender) => queue.run({ key: `${sender}` }, () => Promise.resolve(ran.push(sender)))),
    );
    expect(ran).toEqual(senders);
    // How much each has used is asked a few times a turn. Of each at every turn it would be two million times.
    expect(asked).toBeLessThan(20_000);
  });

  it('keeps the order of one sender', async () => {
    const queue = new FairQueue({
      running: 4,
      runningPerSender: 1,
      waitingPerSender: 9,
      waiting: 9,
      waitingUrgent: 9,
    });
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map((each) => queue.run({ key: 'page' }, async () => void order.push(each))),
    );
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('[OPS2] refuses by name what may not wait: of one sender, and of all', async () => {
    const { send, finishAll } = given({ waitingPerSender: 2, waiting: 3 });
    const all = [send('a'), send('a'), send('a'), send('a'), send('b'), send('c'), send('d')];
    expect(await all[3]).toEqual({ isRun: false, why: 'too_fast' });
    expect(await all[5]).toEqual({ isRun: false, why: 'server_busy' });
    await finishAll();
    expect(await all[0]).toEqual({ isRun: true, answer: 'a' });
    expect(await all[4]).toEqual({ isRun: true, answer: 'b' });
  });

  it('[SEC5] lets an urgent command go first, and refuses none for waiting, however many wait', async () => {
    const { send, ran, finishAll } = given({ waiting: 3 });
    const all = ['a', 'b', 'c', 'd'].map((key) => send(key));
    const urgent = send('urgent');
    expect(await send('e')).toEqual({ isRun: false, why: 'server_busy' });
    await finishAll();
    expect(await urgent).toEqual({ isRun: true, answer: 'urgent' });
    await Promise.all(all);
    expect(ran).toEqual(['a', 'urgent', 'b', 'c', 'd']);
  });

  it('[SEC5] gives every second turn to others, however many call themselves urgent', async () => {
    const { send, ran, finishAll } = given();
    const names = ['a', 'urgent 1', 'urgent 2', 'urgent 3', 'b', 'c'];
    const all = names.map((key) => send(key));
    await finishAll();
    await Promise.all(all);
    expect(ran).toEqual(['a', 'urgent 1', 'b', 'urgent 2', 'c', 'urgent 3']);
  });

  it('[OPS2] holds so many urgent commands, and lets one more wait like any other', async () => {
    const { send, queue, ran, finishAll } = given({ waiting: 2, waitingUrgent: 1 });
    const all = ['a', 'b', 'urgent 1', 'urgent 2'].map((key) => send(key));
    expect(queue.waiting).toBe(3);
    expect(await send('urgent 3')).toEqual({ isRun: false, why: 'server_busy' });
    await finishAll();
    await Promise.all(all);
    expect(ran).toEqual(['a', 'urgent 1', 'b', 'urgent 2']);
  });

  it('[OPS2] answers a command that waits too long, never an urgent one, and goes on without it', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const { send, queue, ran, finishAll } = given({ waitsMost: 3_000 });
    const [first, late, urgent] = [send('a'), send('b'), send('urgent')];
    mock.timers.tick(2_999);
    expect(queue.waiting).toBe(2);
    mock.timers.tick(1);
    expect(await late).toEqual({ isRun: false, why: 'server_busy' });
    mock.timers.tick(60_000);
    mock.timers.reset();
    await finishAll();
    expect(await Promise.all([first, urgent])).toHaveLength(2);
    expect([ran, queue.waiting]).toEqual([['a', 'urgent'], 0]);
  });

  it('goes on after a command that fails, and runs no more than it may at once', async () => {
    const queue = new FairQueue({
      running: 2,
      runningPerSender: 2,
      waitingPerSender: 9,
      waiting: 99,
      waitingUrgent: 9,
    });
    let [running, most] = [0, 0];
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      throw new Error('it failed');
    };
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e'].map((key) => queue.run({ key }, work)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    expect([most, queue.waiting]).toEqual([2, 0]);
  });
});
