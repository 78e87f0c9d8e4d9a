import type { ConversationId, EntryId, StaffId } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { VISITOR_TOKEN_GRACE } from '@warmline/vocabulary';
import type { AppendOutcome, Author, TimelineAppender } from '../append';

/** `sealed` is null for events. */
export interface StoredEntry {
  readonly seq: number;
  readonly id: EntryId;
  readonly sealed: Uint8Array | null;
}

/** An appender together with what happens to conversations around it. Each event (start, take, lose, leave, end) is an entry too. */
export interface TimelineWorld {
  readonly appender: TimelineAppender;
  newStaff(): Promise<StaffId>;
  /** A waiting conversation. */
  start(): Promise<ConversationId>;
  /** The next holding of a waiting conversation begins; answers its epoch. */
  take(conversation: ConversationId, staff: StaffId): Promise<number>;
  /** The holder is lost: it waits again, under the same epoch. */
  lose(conversation: ConversationId): Promise<void>;
  end(conversation: ConversationId): Promise<void>;
  /** The visitor of an answered conversation leaves by quick exit. */
  leave(conversation: ConversationId): Promise<void>;
  /** Moves the end of a conversation this far into the past (ms). */
  endedEarlier(conversation: ConversationId, by: number): Promise<void>;
  /** Every entry in the order of numbers. */
  timeline(conversation: ConversationId): Promise<readonly StoredEntry[]>;
}

const visitor: Author = { role: 'visitor' };
const responder = (staff: StaffId, epoch: number): Author => ({ role: 'responder', staff, epoch });

/** Stands for sealed text: to the store it is nothing but bytes. */
const sealed = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | null): string => (bytes === null ? '' : new TextDecoder().decode(bytes));

let messages = 0;
const newId = (): EntryId => {
  messages += 1;
  return numbered.entry(messages);
};

interface Said {
  readonly as: Author;
  readonly id?: EntryId;
  readonly text?: string;
}

const seqOf = (outcome: AppendOutcome): number => ('seq' in outcome ? outcome.seq : 0);

/** Every TimelineAppender holds to this, whatever it stores in. `worldOf` is asked once, before the first test. */
export const timelineAppenderContract = (worldOf: () => Promise<TimelineWorld>): void =>
  describe('a timeline appender', () => {
    let world: TimelineWorld;
    beforeAll(async () => {
      world = await worldOf();
    });

    const say = (conversation: ConversationId, { as, id = newId(), text = 'hello' }: Said) =>
      world.appender.append({ conversation, id, author: as, sealed: sealed(text) });
    const textsOf = async (conversation: ConversationId): Promise<string[]> =>
      (await world.timeline(conversation))
        .filter((entry) => entry.sealed !== null)
        .map((entry) => textOf(entry.sealed));
    const headOf = async (conversation: ConversationId): Promise<number> =>
      (await world.timeline(conversation)).at(-1)?.seq ?? 0;
    const held = async () => {
      const [conversation, staff] = [await world.start(), await world.newStaff()];
      const epoch = await world.take(conversation, staff);
      return { conversation, staff, epoch, sam: responder(staff, epoch) };
    };
    /** Every way to write a new message there, and what comes of it. */
    const outcomes = (conversation: ConversationId, authors: readonly Author[]) =>
      Promise.all(authors.map(async (as) => (await say(conversation, { as })).outcome));

    it('[MSG3] numbers messages and events in one row, 1..N', async () => {
      const { conversation, sam } = await held();
      await say(conversation, { as: visitor, text: 'one' });
      await say(conversation, { as: sam, text: 'two' });
      await world.end(conversation);
      const timeline = await world.timeline(conversation);
      expect(timeline.map(({ seq }) => seq)).toEqual(timeline.map((_, place) => place + 1));
      expect(timeline.map((entry) => textOf(entry.sealed))).toEqual(['', '', 'one', 'two', '']);
    });

    it('[MSG3] the answer has the number of the stored message', async () => {
      const conversation = await world.start();
      const before = await headOf(conversation);
      const outcome = await say(conversation, { as: visitor });
      expect(outcome).toMatchObject({ outcome: 'new', seq: before + 1 });
      expect(await headOf(conversation)).toBe(before + 1);
    });

    it('[MSG3] leaves no hole and no number twice when many write at once, in many conversations', async () => {
      const conversations = await Promise.all(Array.from({ length: 4 }, () => world.start()));
      const before = await Promise.all(conversations.map(headOf));
      const said = await Promise.all(
        Array.from({ length: 100 }, (_, place) =>
          say(conversations[place % 4] ?? numbered.conversation(0), { as: visitor }),
        ),
      );
      for (const [index, conversation] of conversations.entries()) {
        const timeline = await world.timeline(conversation);
        expect(timeline.map(({ seq }) => seq)).toEqual(timeline.map((_, place) => place + 1));
        const numbers = said.filter((_, place) => place % 4 === index).map(seqOf);
        const first = (before[index] ?? 0) + 1;
        expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, place) => first + place));
      }
    });

    it('[MSG2] answers a retry with the number and time of the first attempt, and stores nothing more', async () => {
      const [conversation, id] = [await world.start(), newId()];
      const first = await say(conversation, { as: visitor, id });
      await say(conversation, { as: visitor });
      const head = await headOf(conversation);
      const retry = await say(conversation, { as: visitor, id });
      expect(retry).toEqual({ ...first, outcome: 'known', sealed: expect.anything() });
      expect(await headOf(conversation)).toBe(head);
    });

    it('[MSG2] stores one message for an id that comes many times at once', async () => {
      const [conversation, id] = [await world.start(), newId()];
      const said = await Promise.all(
        Array.from({ length: 24 }, () => say(conversation, { as: visitor, id })),
      );
      expect(said.filter(({ outcome }) => outcome === 'new')).toHaveLength(1);
      expect(said.filter(({ outcome }) => outcome === 'known')).toHaveLength(23);
      expect(new Set(said.map(seqOf)).size).toBe(1);
      expect(await textsOf(conversation)).toEqual(['hello']);
    });

    it('[MSG2] keeps the first body, and gives it back for comparison, when an id comes with another', async () => {
      const [conversation, id] = [await world.start(), newId()];
      await say(conversation, { as: visitor, id, text: 'first' });
      const second = await say(conversation, { as: visitor, id, text: 'second' });
      expect(second.outcome === 'known' && textOf(second.sealed)).toBe('first');
      expect(await textsOf(conversation)).toEqual(['first']);
    });

    it('[MSG2] tells ids apart by conversation', async () => {
      const [here, there, id] = [await world.start(), await world.start(), newId()];
      expect((await say(here, { as: visitor, id })).outcome).toBe('new');
      expect((await say(there, { as: visitor, id })).outcome).toBe('new');
    });

    it('[MSG2] knows a retry also after the end, and after the holding has passed', async () => {
      const { conversation, staff, epoch, sam } = await held();
      const [fromVisitor, fromSam] = [newId(), newId()];
      await say(conversation, { as: visitor, id: fromVisitor });
      await say(conversation, { as: sam, id: fromSam });
      await world.lose(conversation);
      expect(await say(conversation, { as: sam, id: fromSam })).toMatchObject({ outcome: 'known' });
      await world.take(conversation, staff);
      expect(await say(conversation, { as: responder(staff, epoch), id: fromSam })).toMatchObject({
        outcome: 'known',
      });
      await world.end(conversation);
      expect(await say(conversation, { as: visitor, id: fromVisitor })).toMatchObject({ outcome: 'known' });
    });

    it('[MSG6] no one learns of a message that another person sent', async () => {
      const { conversation, sam } = await held();
      const [theirs, ours] = [newId(), newId()];
      await say(conversation, { as: sam, id: theirs, text: 'from sam' });
      await say(conversation, { as: visitor, id: ours, text: 'from visitor' });
      expect(await say(conversation, { as: visitor, id: theirs })).toEqual({ outcome: 'not_found' });
      expect(await say(conversation, { as: sam, id: ours })).toEqual({ outcome: 'not_found' });
      const [started] = await world.timeline(conversation);
      expect(await say(conversation, { as: visitor, id: started?.id ?? newId() })).toEqual({
        outcome: 'not_found',
      });
      expect(await textsOf(conversation)).toEqual(['from sam', 'from visitor']);
    });

    it('[MSG6] stores nothing from who is not there: unknown conversations, unknownReferences, epochs never held', async () => {
      const { conversation, staff, epoch } = await held();
      const [stranger, nowhere] = [await world.newStaff(), numbered.conversation(999_999)];
      expect(await outcomes(nowhere, [visitor, responder(staff, 1)])).toEqual(['not_found', 'not_found']);
      const unknownReferences = [
        responder(stranger, epoch),
        responder(staff, epoch + 1),
        responder(stranger, epoch + 1),
      ];
      expect(await outcomes(conversation, unknownReferences)).toEqual([
        'not_found',
        'not_found',
        'not_found',
      ]);
      await world.end(conversation);
      expect(await outcomes(conversation, unknownReferences)).toEqual([
        'not_found',
        'not_found',
        'not_found',
      ]);
      expect(await textsOf(conversation)).toEqual([]);
    });

    it('[ASG2] accepts nothing under an epoch that is over, from the same person neither', async () => {
      const { conversation, staff, epoch, sam } = await held();
      await world.lose(conversation);
      expect(await outcomes(conversation, [sam, visitor])).toEqual(['stale_epoch', 'new']);
      const next = await world.take(conversation, await world.newStaff());
      expect(next).toBe(epoch + 1);
      expect(await outcomes(conversation, [sam])).toEqual(['stale_epoch']);
      await world.lose(conversation);
      const again = await world.take(conversation, staff);
      expect(await outcomes(conversation, [sam, responder(staff, again)])).toEqual(['stale_epoch', 'new']);
      await world.end(conversation);
      expect(await outcomes(conversation, [sam])).toEqual(['stale_epoch']);
      expect(await textsOf(conversation)).toHaveLength(2);
    });

    it('[MSG6] accepts nothing new after the end, from either side', async () => {
      const { conversation, sam } = await held();
      await world.end(conversation);
      expect(await outcomes(conversation, [visitor, sam])).toEqual([
        'conversation_ended',
        'conversation_ended',
      ]);
      expect(await textsOf(conversation)).toEqual([]);
    });

    it('[PRV5] accepts nothing from the visitor after a quick exit, not even a retry', async () => {
      const { conversation } = await held();
      const id = newId();
      await say(conversation, { as: visitor, id });
      await world.leave(conversation);
      expect(await say(conversation, { as: visitor, id })).toEqual({ outcome: 'not_found' });
      expect(await outcomes(conversation, [visitor])).toEqual(['not_found']);
    });

    it('[PRV5] accepts nothing new from the holder after a quick exit, and knows what was said before', async () => {
      const { conversation, staff, sam } = await held();
      const id = newId();
      const said = await say(conversation, { as: sam, id });
      await world.leave(conversation);
      const head = await headOf(conversation);
      expect(await outcomes(conversation, [sam])).toEqual(['visitor_left']);
      expect(await say(conversation, { as: sam, id })).toEqual({
        ...said,
        outcome: 'known',
        sealed: expect.anything(),
      });
      expect(await outcomes(conversation, [responder(staff, 0)])).toEqual(['not_found']);
      expect(await headOf(conversation)).toBe(head);
      await world.end(conversation);
      expect(await outcomes(conversation, [sam])).toEqual(['conversation_ended']);
    });

    it('[PRV3] knows a retry until 5 minutes after the end, and nothing from then on', async () => {
      const [conversation, id] = [await world.start(), newId()];
      await say(conversation, { as: visitor, id });
      await world.end(conversation);
      await world.endedEarlier(conversation, VISITOR_TOKEN_GRACE - 60_000);
      expect(await say(conversation, { as: visitor, id })).toMatchObject({ outcome: 'known' });
      await world.endedEarlier(conversation, 60_000);
      expect(await say(conversation, { as: visitor, id })).toEqual({ outcome: 'not_found' });
      expect(await outcomes(conversation, [visitor])).toEqual(['not_found']);
    });

    it('keeps bytes as they are: none at all, and every byte there is', async () => {
      const [conversation, id] = [await world.start(), newId()];
      const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await world.appender.append({ conversation, id, author: visitor, sealed: every });
      await world.appender.append({ conversation, id: newId(), author: visitor, sealed: new Uint8Array() });
      const stored = (await world.timeline(conversation)).flatMap((entry) => entry.sealed ?? []);
      expect(stored.map((bytes) => [...bytes])).toEqual([[...every], []]);
      const retry = await world.appender.append({ conversation, id, author: visitor, sealed: every });
      expect(retry.outcome === 'known' && [...retry.sealed]).toEqual([...every]);
    });
  });
