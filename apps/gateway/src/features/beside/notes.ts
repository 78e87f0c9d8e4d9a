import { Injectable } from '@nestjs/common';
import {
  BESIDE_PAGE_MAX,
  type Acknowledgement,
  type Note,
  type Reply,
  type StaffCommands,
} from '@warmline/contracts';
import { noteRefusal } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId, StaffId } from '@warmline/kernel';
import {
  BesideReadModel,
  ConversationReadModel,
  type Stores,
  type StoredWrapUpView,
  type StoredWriting,
} from '@warmline/postgres';
import type { ConversationKey } from '@warmline/sealing';
import { messageFlaw } from '@warmline/vocabulary';
import { refused } from '../../core/replies';
import { topicsOf } from '../../core/topics';
import { Changes } from '../../index/changes';
import { ConversationTexts } from '../timeline';
import { BesideFeed } from './beside-feed';
import { acknowledge, answerKnown } from './known-writing';

export interface NoteToAdd {
  readonly conversation: ConversationId;
  /** Null for a supervisor who reads along. */
  readonly epoch: number | null;
  readonly id: string;
  readonly note: string;
}

type Page = StaffCommands['note:read']['reply'];
type WrapUpView = Page['wrapUps'][number];

/** Earlier wrap-ups shown, at most. */
const WRAP_UPS_MOST = 20;

/** Notes for the team on a conversation. They are only added, and sealed under its key. */
@Injectable()
export class Notes {
  constructor(
    private readonly changes: Changes,
    private readonly conversations: ConversationReadModel,
    private readonly stored: BesideReadModel,
    private readonly texts: ConversationTexts,
    private readonly feed: BesideFeed,
  ) {}

  /** A known id answers with its first number. Refuses `empty_message`, `message_too_long`, `different_body`, `not_found`, `stale_epoch`, `conversation_ended`. */
  async add({ staff }: StaffPrincipal, wished: NoteToAdd): Promise<Reply<Acknowledgement>> {
    const { conversation, note } = wished;
    const flaw = messageFlaw(note);
    if (flaw !== null) return refused(flaw);
    // Checked before any key is opened, so that others learn nothing from a key that is destroyed.
    const key = (await this.isTheirs(staff, wished)) ? await this.texts.keyOf(conversation) : null;
    if (key === null) return refused('not_found');
    const reply = await this.changes.commit((stores) => store(stores, { ...wished, staff, key }));
    if (reply.ok) this.feed.announce(conversation);
    return reply;
  }

  /** The caller has checked and recorded the reading. */
  async readPage(conversation: ConversationId, after: number): Promise<Page> {
    const [rows, wrapUps, [beside]] = await Promise.all([
      this.stored.loadNotes(conversation, after, BESIDE_PAGE_MAX),
      this.stored.loadWrapUps(conversation, WRAP_UPS_MOST),
      this.stored.loadBeside([conversation]),
    ]);
    return {
      notes: await Promise.all(rows.map((row) => this.noteOf(conversation, row))),
      head: Math.max(beside?.notes ?? 0, rows.at(-1)?.seq ?? 0),
      wrapUps: await Promise.all(wrapUps.map((row) => this.wrapUpOf(conversation, row))),
    };
  }

  private async isTheirs(staff: StaffId, { conversation, epoch }: NoteToAdd): Promise<boolean> {
    if (epoch !== null && (await this.conversations.wasHolder(conversation, staff, epoch))) return true;
    return this.stored.isReadingAlong(conversation, staff);
  }

  private async noteOf(conversation: ConversationId, row: StoredWriting): Promise<Note> {
    const { seq, id, staff, name, sealed, at } = row;
    const note = await this.texts.openText(conversation, sealed, { entry: id, role: 'note' });
    return { seq, id, by: { id: staff, name }, note, at: Math.round(at) };
  }

  private async wrapUpOf(conversation: ConversationId, row: StoredWrapUpView): Promise<WrapUpView> {
    const { epoch, name, contactKind, topics, outcome, sealed, at } = row;
    const bound = { entry: `wrap_up/${epoch}`, role: 'responder' } as const;
    return {
      epoch,
      by: name,
      contactKind,
      topics: topicsOf(topics),
      outcome,
      note: sealed === null ? '' : await this.texts.openText(conversation, sealed, bound),
      at: Math.round(at),
    };
  }
}

interface NoteToStore extends NoteToAdd {
  readonly staff: StaffId;
  readonly key: ConversationKey;
}

const store = async (
  stores: Stores,
  { conversation, epoch, id, note, staff, key }: NoteToStore,
): Promise<Reply<Acknowledgement>> => {
  const locked = await stores.conversations.lock(conversation);
  if (locked === null) return refused('not_found');
  const bound = { entry: id, role: 'note' } as const;
  const before = await stores.beside.findNote({ conversation, id });
  if (before !== null)
    return answerKnown(before, { id, staff, text: note, stored: key.open(before.sealed, bound) });
  const held = epoch === null ? null : await stores.holdings.findHolding(conversation, epoch);
  const refusal = noteRefusal(locked.conversation, {
    claim: { staff, epoch: epoch ?? 0, held: held?.staffId === staff },
    isReading: await stores.observations.isOpen(conversation, staff),
    isWrappedUp: held !== null && held.wrappedUpAt !== null,
  });
  if (refusal !== null) return refused(refusal);
  const { serviceId: service } = locked.row;
  const fact = {
    type: 'note_added',
    service,
    conversation,
    staff,
    note: id,
    at: await stores.now(),
  } as const;
  return acknowledge(id, await stores.beside.addNote(fact, key.seal(note, bound)));
};
