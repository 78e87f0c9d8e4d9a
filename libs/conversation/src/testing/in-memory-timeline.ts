import {
  instant,
  later,
  type ConversationId,
  type EntryId,
  type Instant,
  type StaffId,
} from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import {
  appendRefusal,
  type AppendOutcome,
  type Author,
  type MessageToAppend,
  type TimelineAppender,
} from '../append';
import type { Conversation } from '../conversation';
import { visitorTokenWorks } from '../visitor-token';
import type { StoredEntry, TimelineWorld } from './timeline-appender.contract';

interface Stored extends StoredEntry {
  readonly author: Author | null;
  readonly at: Instant;
}

interface Thread {
  conversation: Conversation;
  readonly holders: Map<number, StaffId>;
  readonly entries: Stored[];
  leftAt: Instant | null;
  endedAt: Instant | null;
}

const isSameAuthor = (one: Author | null, other: Author): boolean =>
  one?.role === other.role &&
  (one.role === 'visitor' || (other.role === 'responder' && one.staff === other.staff));

/** What the store must do, said once more in plain code: conversations, holdings and timelines in memory. */
export class InMemoryTimeline implements TimelineWorld, TimelineAppender {
  readonly appender = this;
  private readonly threads = new Map<ConversationId, Thread>();
  private staff = 0;
  private events = 1_000_000;
  private now = instant(1_000_000);

  append(message: MessageToAppend): Promise<AppendOutcome> {
    return Promise.resolve(this.judge(message));
  }

  newStaff(): Promise<StaffId> {
    this.staff += 1;
    return Promise.resolve(numbered.staff(this.staff));
  }

  start(): Promise<ConversationId> {
    const id = numbered.conversation(this.threads.size + 1);
    const about = { id, service: numbered.service(1), isInDanger: false, dangerLoweredBy: [] };
    const conversation: Conversation = { ...about, state: 'waiting', epoch: 0 };
    const thread: Thread = { conversation, holders: new Map(), entries: [], leftAt: null, endedAt: null };
    this.threads.set(id, thread);
    this.write(thread, { id: this.nextEvent(), sealed: null, author: null });
    return Promise.resolve(id);
  }

  take(id: ConversationId, staff: StaffId): Promise<number> {
    const thread = this.find(id);
    const epoch = thread.conversation.epoch + 1;
    thread.holders.set(epoch, staff);
    thread.conversation = {
      ...everyones(thread, epoch),
      state: 'talking',
      holder: staff,
      visitorLeft: false,
    };
    this.write(thread, { id: this.nextEvent(), sealed: null, author: null });
    return Promise.resolve(epoch);
  }

  lose(id: ConversationId): Promise<void> {
    const thread = this.find(id);
    thread.conversation = { ...everyones(thread, thread.conversation.epoch), state: 'waiting' };
    this.write(thread, { id: this.nextEvent(), sealed: null, author: null });
    return Promise.resolve();
  }

  end(id: ConversationId): Promise<void> {
    const thread = this.find(id);
    const { epoch } = thread.conversation;
    thread.conversation = { ...everyones(thread, epoch), state: 'ended', reason: 'visitor_ended' };
    thread.endedAt = this.write(thread, { id: this.nextEvent(), sealed: null, author: null }).at;
    return Promise.resolve();
  }

  leave(id: ConversationId): Promise<void> {
    const thread = this.find(id);
    if (thread.conversation.state !== 'talking') throw new Error('only an answered conversation is left');
    thread.conversation = { ...thread.conversation, visitorLeft: true };
    thread.leftAt = this.write(thread, { id: this.nextEvent(), sealed: null, author: null }).at;
    return Promise.resolve();
  }

  endedEarlier(id: ConversationId, by: number): Promise<void> {
    const thread = this.find(id);
    if (thread.endedAt !== null) thread.endedAt = later(thread.endedAt, -by);
    return Promise.resolve();
  }

  timeline(id: ConversationId): Promise<readonly StoredEntry[]> {
    return Promise.resolve(
      this.find(id).entries.map(({ seq, id: entry, sealed }) => ({ seq, id: entry, sealed })),
    );
  }

  private judge({ conversation: id, id: entry, author, sealed }: MessageToAppend): AppendOutcome {
    const thread = this.threads.get(id);
    if (thread === undefined) return { outcome: 'not_found' };
    const refusal = appendRefusal(
      thread.conversation,
      author.role === 'visitor'
        ? { ...author, tokenWorks: visitorTokenWorks(lifeOf(thread), later(this.now, 1)) }
        : { ...author, held: thread.holders.get(author.epoch) === author.staff },
    );
    if (refusal === 'not_found') return { outcome: refusal };
    const known = thread.entries.find((stored) => stored.id === entry);
    if (known !== undefined) {
      const { seq, at } = known;
      return isSameAuthor(known.author, author)
        ? { outcome: 'known', seq, at, sealed: known.sealed ?? new Uint8Array() }
        : { outcome: 'not_found' };
    }
    if (refusal !== null) return { outcome: refusal };
    const { seq, at } = this.write(thread, { id: entry, sealed, author });
    return { outcome: 'new', seq, at };
  }

  private write(thread: Thread, entry: Omit<Stored, 'seq' | 'at'>): Stored {
    this.now = later(this.now, 1);
    const stored = { ...entry, seq: thread.entries.length + 1, at: this.now };
    thread.entries.push(stored);
    return stored;
  }

  private find(id: ConversationId): Thread {
    const thread = this.threads.get(id);
    if (thread === undefined) throw new Error('the test has not started this conversation');
    return thread;
  }

  private nextEvent(): EntryId {
    this.events += 1;
    return numbered.entry(this.events);
  }
}

const lifeOf = ({ leftAt, endedAt, conversation }: Thread) => ({
  visitorLeftAt: leftAt,
  endedAt,
  endReason: conversation.state === 'ended' ? conversation.reason : null,
});

const everyones = ({ conversation: { id, service } }: Thread, epoch: number) => ({
  id,
  service,
  epoch,
  isInDanger: false,
  dangerLoweredBy: [],
});
