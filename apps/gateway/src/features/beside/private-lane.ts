import { Injectable } from '@nestjs/common';
import {
  BESIDE_PAGE_MAX,
  type Acknowledgement,
  type PrivateWord,
  type Reply,
  type StaffCommands,
} from '@warmline/contracts';
import { privateWordRefusal } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId, StaffId } from '@warmline/kernel';
import {
  BesideReadModel,
  ConversationReadModel,
  type LaneOf,
  type Stores,
  type StoredWriting,
} from '@warmline/postgres';
import type { ConversationKey } from '@warmline/sealing';
import { messageFlaw, type Refusal } from '@warmline/vocabulary';
import { refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { ConversationTexts } from '../timeline';
import { BesideFeed } from './beside-feed';
import { acknowledge, answerKnown } from './known-writing';

export interface WordToSay extends LaneOf {
  readonly id: string;
  readonly word: string;
}

type Page = StaffCommands['private:read']['reply'];

/**
 * What a supervisor and the responder write to each other. It has its own table, numbers, seal, commands and room. It is read
 * only by a command that checks the permission: what is pushed says that there is something, and never what.
 */
@Injectable()
export class PrivateLane {
  constructor(
    private readonly changes: Changes,
    private readonly conversations: ConversationReadModel,
    private readonly stored: BesideReadModel,
    private readonly texts: ConversationTexts,
    private readonly feed: BesideFeed,
  ) {}

  /** A known id answers with its first number. Refuses `empty_message`, `message_too_long`, `different_body`, `not_found`, `stale_epoch`, `conversation_ended`, `lane_closed`. */
  async say({ staff }: StaffPrincipal, wished: WordToSay): Promise<Reply<Acknowledgement>> {
    const { conversation, word } = wished;
    const flaw = messageFlaw(word);
    if (flaw !== null) return refused(flaw);
    // Checked before any key is opened, so that others learn nothing from a key that is destroyed.
    const key = (await this.isTheirs(staff, wished)) ? await this.texts.keyOf(conversation) : null;
    if (key === null) return refused('not_found');
    const reply = await this.changes.commit((stores) => store(stores, { ...wished, staff, key }));
    if (reply.ok) this.feed.announce(conversation);
    return reply;
  }

  /** Null for who is at neither end of this lane, or once it is over. */
  async readPage({ staff }: StaffPrincipal, lane: LaneOf, after: number): Promise<Page | null> {
    if (!(await this.stored.mayUseLane(lane, staff))) return null;
    const [rows, seen, [beside]] = await Promise.all([
      this.stored.loadWords(lane, after, BESIDE_PAGE_MAX),
      this.stored.loadSeen(lane, staff),
      this.stored.loadBeside([lane.conversation]),
    ]);
    const words = await Promise.all(rows.map((row) => this.wordOf(lane.conversation, row)));
    const head = beside?.epoch === lane.epoch ? beside.head : 0;
    return { words, head: Math.max(head, rows.at(-1)?.seq ?? 0), seen };
  }

  /** Refuses `not_found`. */
  async seen({ staff }: StaffPrincipal, lane: LaneOf, seq: number): Promise<Refusal | null> {
    if (!(await this.stored.mayUseLane(lane, staff))) return 'not_found';
    await this.changes.commit((stores) =>
      stores.beside.moveSeen(lane.conversation, { epoch: lane.epoch, staff, seq }),
    );
    return null;
  }

  private async isTheirs(staff: StaffId, { conversation, epoch }: LaneOf): Promise<boolean> {
    if (await this.conversations.wasHolder(conversation, staff, epoch)) return true;
    return this.stored.isReadingAlong(conversation, staff);
  }

  private async wordOf(conversation: ConversationId, row: StoredWriting): Promise<PrivateWord> {
    const { seq, id, staff, name, sealed, at } = row;
    const word = await this.texts.openText(conversation, sealed, { entry: id, role: 'private' });
    return { seq, id, by: { id: staff, name }, word, at: Math.round(at) };
  }
}

interface WordToStore extends WordToSay {
  readonly staff: StaffId;
  readonly key: ConversationKey;
}

const store = async (
  stores: Stores,
  { conversation, epoch, id, word, staff, key }: WordToStore,
): Promise<Reply<Acknowledgement>> => {
  const locked = await stores.conversations.lock(conversation);
  if (locked === null) return refused('not_found');
  const bound = { entry: id, role: 'private' } as const;
  const before = await stores.beside.findWord({ conversation, id });
  // Written to an earlier holder: never moved into the lane of another.
  if (before !== null && before.epoch !== epoch) return refused('different_body');
  if (before !== null)
    return answerKnown(before, { id, staff, text: word, stored: key.open(before.sealed, bound) });
  const writer = {
    claim: { staff, epoch, held: await stores.holdings.wasHeld(conversation, epoch, staff) },
    isReading: await stores.observations.isOpen(conversation, staff),
  };
  const ends = await stores.beside.findLaneEnds(conversation);
  const refusal = privateWordRefusal(locked.conversation, writer, ends);
  if (refusal !== null) return refused(refusal);
  const said = {
    service: locked.row.serviceId,
    conversation,
    staff,
    epoch,
    word: id,
    at: await stores.now(),
  };
  const fact = { type: 'private_word_said', ...said } as const;
  return acknowledge(id, await stores.beside.sayPrivately(fact, key.seal(word, bound)));
};
