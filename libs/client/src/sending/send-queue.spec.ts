import type { Acknowledgement } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import type { Outcome } from '../connection/outcome';
import { flush, ManualClock } from '../testing/manual-clock';
import { OUTGOING_MAX, SendQueue } from './send-queue';
import { unsentMessagesInMemory, type UnsentMessage } from './unsent-messages';

const begin = (store = unsentMessagesInMemory()) => {
  const clock = new ManualClock();
  const delivered: {
    message: UnsentMessage;
    answer: (outcome: Outcome<Acknowledgement>) => Promise<void>;
  }[] = [];
  let made = 0;
  const queue = new SendQueue({
    store,
    clock,
    random: () => 0,
    newId: () => `id-${(made += 1)}`,
    deliver: (message) =>
      new Promise((resolve) => {
        delivered.push({
          message,
          answer: async (outcome) => {
            resolve(outcome);
            await flush();
          },
        });
      }),
  });
  const last = () => {
    const latest = delivered.at(-1);
    if (latest === undefined) throw new Error('nothing was delivered');
    return latest;
  };
  const statuses = () => queue.messages.get().map(({ status }) => status.name);
  return { queue, clock, delivered, last, store, statuses };
};
const done = (id: string, seq: number): Outcome<Acknowledgement> => ({
  kind: 'done',
  value: { id, seq, at: 7 },
});
const refused = (refusal: Refusal): Outcome<Acknowledgement> => ({ kind: 'refused', refusal });
const lost: Outcome<Acknowledgement> = { kind: 'unknown', why: 'disconnected' };

describe('the send queue', () => {
  it('shows a message as sending, then as sent, and drops it once the timeline shows it', async () => {
    const page = begin();
    page.queue.add('hello');
    expect(page.statuses()).toEqual(['sending']);
    await page.last().answer(done('id-1', 4));
    expect(page.queue.messages.get()).toEqual([
      { id: 'id-1', body: 'hello', status: { name: 'sent', seq: 4, at: 7 } },
    ]);
    page.queue.dropShown((id) => id === 'id-1');
    expect(page.queue.messages.get()).toEqual([]);
  });

  it('sends in the order written, one at a time', async () => {
    const page = begin();
    page.queue.add('one');
    page.queue.add('two');
    expect(page.delivered.map(({ message }) => message.body)).toEqual(['one']);
    await page.last().answer(done('id-1', 1));
    expect(page.delivered.map(({ message }) => message.body)).toEqual(['one', 'two']);
  });

  it('[MSG2] tries again under the same id after an unknown outcome, before anything written later', async () => {
    const page = begin();
    page.queue.add('one');
    page.queue.add('two');
    await page.last().answer(lost);
    await page.clock.advance(300);
    expect(page.delivered.map(({ message }) => message)).toEqual([
      { id: 'id-1', body: 'one' },
      { id: 'id-1', body: 'one' },
    ]);
  });

  it('[MSG2] keeps ids over a reload and leaves out what was acknowledged', async () => {
    const page = begin();
    page.queue.add('one');
    page.queue.add('two');
    await page.last().answer(done('id-1', 1));
    page.queue.stop();
    const reloaded = begin(page.store);
    expect(reloaded.statuses()).toEqual(['not_sent_yet']);
    reloaded.queue.wake();
    expect(reloaded.last().message).toEqual({ id: 'id-2', body: 'two' });
  });

  it('[MSG5] says "not sent yet" within five seconds when no answer comes, and keeps the text', async () => {
    const page = begin();
    page.queue.add('hello');
    expect(page.statuses()).toEqual(['sending']);
    await page.clock.advance(5_000);
    expect(page.statuses()).toEqual(['not_sent_yet']);
    expect(page.queue.messages.get()[0]?.body).toBe('hello');
  });

  it('[MSG5] does so for messages still waiting their turn as well', async () => {
    const page = begin();
    page.queue.add('one');
    page.queue.add('two');
    await page.clock.advance(5_000);
    expect(page.statuses()).toEqual(['not_sent_yet', 'not_sent_yet']);
  });

  it.each(['unavailable', 'too_fast'] as const)(
    'keeps trying after "%s" until acknowledged',
    async (refusal) => {
      const page = begin();
      page.queue.add('hello');
      for (let round = 0; round < 20; round += 1) {
        await page.last().answer(refused(refusal));
        await page.clock.advance(5_000);
      }
      expect(page.delivered).toHaveLength(21);
      expect(page.statuses()).toEqual(['not_sent_yet']);
      await page.last().answer(done('id-1', 1));
      expect(page.statuses()).toEqual(['sent']);
    },
  );

  it('[MSG5] the queue says at once that the database cannot be reached', async () => {
    const page = begin();
    page.queue.add('hello');
    await page.last().answer(refused('unavailable'));
    expect(page.queue.messages.get()[0]?.status).toEqual({ name: 'not_sent_yet', why: 'unavailable' });
    await page.clock.advance(1_000);
    await page.last().answer(lost);
    expect(page.queue.messages.get()[0]?.status).toEqual({ name: 'not_sent_yet', why: null });
  });

  it('waits at least five seconds when told it was too fast, and says why', async () => {
    const page = begin();
    page.queue.add('hello');
    await page.last().answer(refused('too_fast'));
    expect(page.queue.messages.get()[0]?.status).toEqual({ name: 'not_sent_yet', why: 'too_fast' });
    await page.clock.advance(4_900);
    expect(page.delivered).toHaveLength(1);
    await page.clock.advance(200);
    expect(page.delivered).toHaveLength(2);
  });

  it('takes no more than a hundred on the way, and leaves further text where it was written', async () => {
    const page = begin();
    for (let n = 0; n < OUTGOING_MAX; n += 1) page.queue.add(`message ${n}`);
    expect(page.queue.add('one more')).toEqual({ flaw: 'outgoing_full' });
    page.queue.discard('id-100');
    expect(page.queue.add('one more')).toEqual({ id: 'id-101' });
  });

  it('goes on with the next when one that was tried is taken back', async () => {
    const page = begin();
    page.queue.add('one');
    page.queue.add('two');
    page.queue.discard('id-1');
    await page.last().answer(lost);
    await page.clock.advance(1_000);
    expect(page.last().message.body).toBe('two');
    await page.last().answer(done('id-2', 2));
    page.queue.discard('id-2');
    expect(page.statuses()).toEqual(['sent']);
  });

  it.each(['conversation_ended', 'stale_epoch', 'different_body', 'malformed', 'not_signed_in'] as const)(
    'stops at "%s", keeps the text, says why, and goes on with the next',
    async (refusal) => {
      const page = begin();
      page.queue.add('one');
      page.queue.add('two');
      await page.last().answer(refused(refusal));
      expect(page.queue.messages.get()[0]).toEqual({
        id: 'id-1',
        body: 'one',
        status: { name: 'refused', refusal },
      });
      expect(page.last().message.body).toBe('two');
      await page.last().answer(done('id-2', 1));
      await page.clock.advance(60_000);
      expect(page.delivered).toHaveLength(2);
    },
  );

  it('tries a refused message again only when asked, under its old id', async () => {
    const page = begin();
    page.queue.add('one');
    await page.last().answer(refused('conversation_ended'));
    page.queue.retry('id-1');
    expect(page.delivered.map(({ message }) => message.id)).toEqual(['id-1', 'id-1']);
  });

  it('does not hurry one that is under way, and hurries one that waits', async () => {
    const page = begin();
    page.queue.add('one');
    page.queue.wake();
    expect(page.delivered).toHaveLength(1);
    await page.last().answer(lost);
    page.queue.wake();
    expect(page.delivered).toHaveLength(2);
  });

  it('hands back what is empty or too long, so that the text stays where it was written', () => {
    const page = begin();
    expect(page.queue.add('  \n')).toEqual({ flaw: 'empty_message' });
    expect(page.queue.add('x'.repeat(4_001))).toEqual({ flaw: 'message_too_long' });
    expect(page.queue.add('\u{1F600}'.repeat(4_000))).toEqual({ id: 'id-1' });
  });

  it('forgets a discarded message, stored copy included', async () => {
    const page = begin();
    page.queue.add('one');
    await page.last().answer(lost);
    page.queue.discard('id-1');
    await page.clock.advance(60_000);
    expect(page.delivered).toHaveLength(1);
    expect(page.store.load()).toEqual([]);
  });
});
