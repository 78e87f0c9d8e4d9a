import { randomUUID } from 'node:crypto';
import {
  conversationId,
  isUuid,
  sessionId,
  staffId,
  type ConversationId,
  type SessionId,
  type StaffId,
} from '@warmline/kernel';
import type { RedisClient } from './connection';
import { channels } from './keys';

export type Head = readonly [id: ConversationId, head: number];

/** What processes tell each other: where to read, never what was written. */
export type Hint =
  /** These have changed in Postgres: views of them must be read again. */
  | {
      readonly kind: 'changed';
      readonly conversations: readonly ConversationId[];
      readonly staff: readonly StaffId[];
    }
  /** Timelines that have grown, each to this number: a reader that has it need not read. */
  | { readonly kind: 'heads'; readonly heads: readonly Head[] }
  /** Something is new beside this conversation, for the team alone. */
  | { readonly kind: 'beside'; readonly id: ConversationId }
  /** Something is new in a practice conversation, for these people. */
  | { readonly kind: 'practice'; readonly practice: string; readonly staff: readonly StaffId[] }
  | { readonly kind: 'session'; readonly id: SessionId }
  /** Keys were destroyed: each process forgets what it holds of them. */
  | { readonly kind: 'keys' }
  | {
      readonly kind: 'typing';
      readonly id: ConversationId;
      readonly from: 'visitor' | 'responder';
      readonly typing: boolean;
    };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const typingHint = (hint: Record<string, unknown>, id: string): Hint | null => {
  const { from, typing } = hint;
  if ((from !== 'visitor' && from !== 'responder') || typeof typing !== 'boolean') return null;
  return { kind: 'typing', id: conversationId(id), from, typing };
};

const headOf = (pair: unknown): Head | null => {
  if (!Array.isArray(pair) || pair.length !== 2) return null;
  const [id, head] = pair.map((part: unknown) => part);
  if (typeof id !== 'string' || typeof head !== 'number' || !Number.isSafeInteger(head)) return null;
  return [conversationId(id), head];
};

const headsHint = (pairs: unknown): Hint | null => {
  if (!Array.isArray(pairs)) return null;
  const heads = pairs.map(headOf).filter((head) => head !== null);
  return heads.length === pairs.length ? { kind: 'heads', heads } : null;
};

const isText = (part: unknown): part is string => typeof part === 'string';

const changedHint = ({ conversations, staff }: Record<string, unknown>): Hint | null => {
  if (!Array.isArray(conversations) || !conversations.every(isText)) return null;
  if (!Array.isArray(staff) || !staff.every(isText)) return null;
  return { kind: 'changed', conversations: conversations.map(conversationId), staff: staff.map(staffId) };
};

const practiceHint = ({ practice, staff }: Record<string, unknown>): Hint | null => {
  if (!isText(practice) || !isUuid(practice)) return null;
  if (!Array.isArray(staff) || !staff.every(isText)) return null;
  return { kind: 'practice', practice, staff: staff.map(staffId) };
};

const hintOf = (hint: Record<string, unknown>, id: string): Hint | null => {
  switch (hint['kind']) {
    case 'beside':
      return { kind: 'beside', id: conversationId(id) };
    case 'session':
      return { kind: 'session', id: sessionId(id) };
    case 'typing':
      return typingHint(hint, id);
    default:
      return null;
  }
};

/** Null for anything else, such as a hint of another version. */
export const parseHint = (text: string): Hint | null => {
  try {
    const hint: unknown = JSON.parse(text);
    if (!isRecord(hint)) return null;
    if (hint['kind'] === 'heads') return headsHint(hint['heads']);
    if (hint['kind'] === 'changed') return changedHint(hint);
    if (hint['kind'] === 'keys') return { kind: 'keys' };
    if (hint['kind'] === 'practice') return practiceHint(hint);
    return typeof hint['id'] === 'string' ? hintOf(hint, hint['id']) : null;
  } catch {
    return null;
  }
};

/** Timelines have grown, and this process knows all of it. */
const OWN_HEADS: Hint = { kind: 'heads', heads: [] };

/** Wake-up hints over Redis pub/sub. a lost hint costs its readers one poll, never an entry. */
export class Hints {
  private readonly names: ReturnType<typeof channels>;
  /** How hints of this process begin: they come back to it, with nothing new in them. */
  private readonly ownHeads = `{"by":"${randomUUID()}",`;

  constructor(
    private readonly publisher: RedisClient,
    private readonly subscriber: RedisClient,
    prefix: string,
  ) {
    this.names = channels(prefix);
  }

  /** Publishes without waiting: a hint that is lost costs its readers one poll. */
  hint(hint: Hint): void {
    this.publish(hint).catch(() => undefined);
  }

  async publish(hint: Hint): Promise<void> {
    const text = JSON.stringify(hint);
    const sent = hint.kind === 'heads' ? `${this.ownHeads}${text.slice(1)}` : text;
    await this.publisher.publish(this.names.hints, sent);
  }

  /** Listens from now on, also after a reconnection, and when there is no connection yet. */
  onHint(handle: (hint: Hint) => void): void {
    this.listen(this.names.hints, (text) => {
      const hint = text.startsWith(this.ownHeads) ? OWN_HEADS : parseHint(text);
      if (hint !== null) handle(hint);
    });
  }

  /** Something changed that may allow a match. */
  async ring(): Promise<void> {
    await this.publisher.publish(this.names.matcher, '');
  }

  onRing(handle: () => void): void {
    this.listen(this.names.matcher, handle);
  }

  /** Subscribing a listener twice is the same as once. */
  private listen(channel: string, listener: (text: string) => void): void {
    const subscribe = (): void => void this.subscriber.subscribe(channel, listener).catch(() => undefined);
    this.subscriber.on('ready', subscribe);
    if (this.subscriber.isReady) subscribe();
  }
}
