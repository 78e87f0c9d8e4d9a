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
import { BesideReadModel, type LaneOf, type StoredWriting } from '@warmline/postgres';
import type { Refusal } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';
import { ConversationTexts } from '../timeline';
import { WriteBeside, type BesideKind } from './write-beside';

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
    private readonly writing: WriteBeside,
    private readonly changes: Changes,
    private readonly stored: BesideReadModel,
    private readonly texts: ConversationTexts,
  ) {}

  /** A known id answers with its first number. Refuses `empty_message`, `message_too_long`, `different_body`, `not_found`, `stale_epoch`, `conversation_ended`, `lane_closed`. */
  async say(person: StaffPrincipal, { word: text, ...wished }: WordToSay): Promise<Reply<Acknowledgement>> {
    return this.writing.write(person, { ...wished, text }, wordOf(person.staff, wished));
  }

  /** Null for who is at neither end of this lane, or once it is over. */
  async readPage({ staff }: StaffPrincipal, lane: LaneOf, after: number): Promise<Page | null> {
    if (!(await this.stored.mayUseLane(lane, staff))) return null;
    const [rows, seen, [beside]] = await Promise.all([
      this.stored.loadWords(lane, after, BESIDE_PAGE_MAX),
      this.stored.loadSeen(lane, staff),
      this.stored.loadBeside([lane.conversation]),
    ]);
    const words = await Promise.all(rows.map((row) => this.openWord(lane.conversation, row)));
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

  private async openWord(conversation: ConversationId, row: StoredWriting): Promise<PrivateWord> {
    const { seq, id, staff, name, sealed, at } = row;
    const word = await this.texts.openText(conversation, sealed, { entry: id, role: 'private' });
    return { seq, id, by: { id: staff, name }, word, at: Math.round(at) };
  }
}

const wordOf = (staff: StaffId, { conversation, epoch, id }: Omit<WordToSay, 'word'>): BesideKind => ({
  role: 'private',
  findBefore: async (stores) => {
    const before = await stores.beside.findWord({ conversation, id });
    // Written to an earlier holder: never moved into the lane of another.
    return before === null ? null : { ...before, isOther: before.epoch !== epoch };
  },
  findRefusal: async (stores, locked) => {
    const writer = {
      claim: { staff, epoch, held: await stores.holdings.wasHeld(conversation, epoch, staff) },
      isReading: await stores.observations.isOpen(conversation, staff),
    };
    return privateWordRefusal(locked.conversation, writer, await stores.beside.findLaneEnds(conversation));
  },
  save: (stores, fact, sealed) =>
    stores.beside.sayPrivately({ type: 'private_word_said', ...fact, epoch, word: id }, sealed),
});
