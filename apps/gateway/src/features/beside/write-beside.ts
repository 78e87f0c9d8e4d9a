import { Injectable } from '@nestjs/common';
import type { Acknowledgement, Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import {
  BesideReadModel,
  ConversationReadModel,
  type LockedConversation,
  type Stores,
  type Written,
  type WrittenBefore,
} from '@warmline/postgres';
import type { ConversationKey } from '@warmline/sealing';
import { messageFlaw, type Refusal } from '@warmline/vocabulary';
import { done, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { ConversationTexts } from '../timeline';
import { BesideFeed } from './beside-feed';

/** What someone writes beside a conversation. */
export interface BesideText {
  readonly conversation: ConversationId;
  /** Of the holding it is written under; null for a supervisor who reads along. */
  readonly epoch: number | null;
  readonly id: string;
  readonly text: string;
}

/** What a fact says of a text that is stored. */
export interface BesideFact {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly at: Instant;
}

/** One kind of text: under which role it is sealed, and how it is stored under the lock of its conversation. */
export interface BesideKind {
  readonly role: 'note' | 'private';
  /** What is stored under the same id; `isOther` where it was written for someone else. */
  readonly findBefore: (stores: Stores) => Promise<(WrittenBefore & { readonly isOther: boolean }) | null>;
  /** Why it may not be written now; null where it may. */
  readonly findRefusal: (stores: Stores, locked: LockedConversation) => Promise<Refusal | null>;
  readonly save: (stores: Stores, fact: BesideFact, sealed: Buffer) => Promise<Written>;
}

interface Writing extends BesideText {
  readonly staff: StaffId;
  readonly key: ConversationKey;
}

/** Writes what the team writes beside a conversation: sealed under its key, numbered under its lock, announced after the commit. */
@Injectable()
export class WriteBeside {
  constructor(
    private readonly changes: Changes,
    private readonly conversations: ConversationReadModel,
    private readonly stored: BesideReadModel,
    private readonly texts: ConversationTexts,
    private readonly feed: BesideFeed,
  ) {}

  /** A known id answers with its first number. Refuses `empty_message`, `message_too_long`, `different_body`, `not_found`, and what its kind refuses. */
  async write(
    { staff }: StaffPrincipal,
    wished: BesideText,
    kind: BesideKind,
  ): Promise<Reply<Acknowledgement>> {
    const { conversation, text } = wished;
    const flaw = messageFlaw(text);
    if (flaw !== null) return refused(flaw);
    // Checked before any key is opened, so that others learn nothing from a key that is destroyed.
    const key = (await this.isTheirs(staff, wished)) ? await this.texts.keyOf(conversation) : null;
    if (key === null) return refused('not_found');
    const reply = await this.changes.commit((stores) => store(stores, { ...wished, staff, key }, kind));
    if (reply.ok) this.feed.announce(conversation);
    return reply;
  }

  private async isTheirs(staff: StaffId, { conversation, epoch }: BesideText): Promise<boolean> {
    if (epoch !== null && (await this.conversations.wasHolder(conversation, staff, epoch))) return true;
    return this.stored.isReadingAlong(conversation, staff);
  }
}

const acknowledge = (id: string, { seq, at }: Written): Reply<Acknowledgement> =>
  done({ id, seq, at: Math.round(at) });

const store = async (
  stores: Stores,
  { conversation, id, text, staff, key }: Writing,
  kind: BesideKind,
): Promise<Reply<Acknowledgement>> => {
  const locked = await stores.conversations.lock(conversation);
  if (locked === null) return refused('not_found');
  const bound = { entry: id, role: kind.role } as const;
  const before = await kind.findBefore(stores);
  if (before !== null) {
    // The same id with another text, by another person or for another holder is not a retry.
    const isSame = !before.isOther && before.staff === staff && key.open(before.sealed, bound) === text;
    return isSame ? acknowledge(id, before) : refused('different_body');
  }
  const refusal = await kind.findRefusal(stores, locked);
  if (refusal !== null) return refused(refusal);
  const fact = { service: locked.row.serviceId, conversation, staff, at: await stores.now() };
  return acknowledge(id, await kind.save(stores, fact, key.seal(text, bound)));
};
