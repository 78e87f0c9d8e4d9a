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
import { BesideReadModel, type StoredWrapUpView, type StoredWriting } from '@warmline/postgres';
import { topicsOf } from '../../core/topics';
import { ConversationTexts } from '../timeline';
import { WriteBeside, type BesideKind } from './write-beside';

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
    private readonly writing: WriteBeside,
    private readonly stored: BesideReadModel,
    private readonly texts: ConversationTexts,
  ) {}

  /** A known id answers with its first number. Refuses `empty_message`, `message_too_long`, `different_body`, `not_found`, `stale_epoch`, `conversation_ended`. */
  async add(person: StaffPrincipal, { note: text, ...wished }: NoteToAdd): Promise<Reply<Acknowledgement>> {
    return this.writing.write(person, { ...wished, text }, noteOf(person.staff, wished));
  }

  /** The caller has checked and recorded the reading. */
  async readPage(conversation: ConversationId, after: number): Promise<Page> {
    const [rows, wrapUps, [beside]] = await Promise.all([
      this.stored.loadNotes(conversation, after, BESIDE_PAGE_MAX),
      this.stored.loadWrapUps(conversation, WRAP_UPS_MOST),
      this.stored.loadBeside([conversation]),
    ]);
    return {
      notes: await Promise.all(rows.map((row) => this.openNote(conversation, row))),
      head: Math.max(beside?.notes ?? 0, rows.at(-1)?.seq ?? 0),
      wrapUps: await Promise.all(wrapUps.map((row) => this.wrapUpOf(conversation, row))),
    };
  }

  private async openNote(conversation: ConversationId, row: StoredWriting): Promise<Note> {
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

const noteOf = (staff: StaffId, { conversation, epoch, id }: Omit<NoteToAdd, 'note'>): BesideKind => ({
  role: 'note',
  findBefore: async (stores) => {
    const before = await stores.beside.findNote({ conversation, id });
    return before === null ? null : { ...before, isOther: false };
  },
  findRefusal: async (stores, locked) => {
    const held = epoch === null ? null : await stores.holdings.findHolding(conversation, epoch);
    return noteRefusal(locked.conversation, {
      claim: { staff, epoch: epoch ?? 0, held: held?.staffId === staff },
      isReading: await stores.observations.isOpen(conversation, staff),
      isWrappedUp: held !== null && held.wrappedUpAt !== null,
    });
  },
  save: (stores, fact, sealed) => stores.beside.addNote({ type: 'note_added', ...fact, note: id }, sealed),
});
