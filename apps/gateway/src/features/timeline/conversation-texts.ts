import { Injectable } from '@nestjs/common';
import type { Entry } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel, type ConversationRow, type StoredEntry } from '@warmline/postgres';
import { ConversationKeys, type ConversationKey } from '@warmline/sealing';
import { revealHiddenInName } from '@warmline/vocabulary';
import { UnreadableTexts } from './unreadable-texts';

/** Where a visitor's chosen name is sealed. */
export const NAME = { entry: 'name', role: 'visitor' } as const;

type Bound = Parameters<ConversationKey['open']>[1];
type SealedName = Pick<ConversationRow, 'id' | 'nameSealed' | 'dekWrapped' | 'kekDay' | 'wrappedBy'>;

/** What opens one conversation's entries. */
export interface OpenTexts {
  readonly key: ConversationKey;
  /** As the visitor chose it at the start, and never after; '' for none. */
  readonly visitorName: string;
}

interface SealedText {
  readonly conversation: ConversationId;
  readonly sealed: Uint8Array;
  readonly bound: Bound;
}

/** The same for reading: without a key nothing is read, and the entries are shown as such. */
type Readable = Pick<OpenTexts, 'visitorName'> & { readonly key: ConversationKey | null };

/** What cannot be opened is empty here: the page calls the visitor what it calls one without a name. */
const NO_NAME = '';

/** Opens what was sealed, for the page that may read it. What cannot be opened is a value, reported once, and never an error. */
@Injectable()
export class ConversationTexts {
  /** For as long as the key itself is kept open in memory. */
  private readonly openings = new WeakMap<ConversationKey, OpenTexts>();

  constructor(
    private readonly keys: ConversationKeys,
    private readonly conversations: ConversationReadModel,
    private readonly unreadable: UnreadableTexts,
  ) {}

  /** What is open in memory, without asking anyone. */
  findOpen(id: ConversationId): OpenTexts | null {
    const key = this.keys.find(id);
    return key === null ? null : (this.openings.get(key) ?? null);
  }

  /** Null for an unknown conversation. Rejects when the key is destroyed. */
  async open(id: ConversationId): Promise<OpenTexts | null> {
    const opened = this.findOpen(id);
    if (opened !== null) return opened;
    const row = await this.conversations.findConversation(id);
    if (row === null) return null;
    const key = await this.unwrap(row);
    const opening = { key, visitorName: await this.visitorName(row) };
    this.openings.set(key, opening);
    return opening;
  }

  /** Null for an unknown conversation. Rejects when the key is destroyed. */
  async keyOf(id: ConversationId): Promise<ConversationKey | null> {
    return (await this.open(id))?.key ?? null;
  }

  /** The name the visitor chose, its hidden characters as marks; '' for none, and for one that cannot be opened. */
  async visitorName(row: SealedName): Promise<string> {
    if (row.nameSealed === null) return NO_NAME;
    const key = await this.unwrap(row).catch(() => null);
    const name = this.openWith(key, { conversation: row.id, sealed: row.nameSealed, bound: NAME });
    return name === null ? NO_NAME : revealHiddenInName(name);
  }

  /** The name by id, where only the sealed name is at hand. */
  async nameOf(id: ConversationId, nameSealed: Buffer | null): Promise<string> {
    if (nameSealed === null) return NO_NAME;
    // Kept open: a live view asks for the same names twice a second.
    return (await this.openForReading(id))?.visitorName ?? NO_NAME;
  }

  /** A text of a conversation, such as a brief. Null when it cannot be opened. */
  async openText(id: ConversationId, sealed: Uint8Array, bound: Bound): Promise<string | null> {
    const opening = await this.openForReading(id);
    return opening === null ? null : this.openWith(opening.key, { conversation: id, sealed, bound });
  }

  /** Stored entries as a page shows them. */
  async openEntries(id: ConversationId, stored: readonly StoredEntry[]): Promise<Entry[]> {
    if (stored.length === 0) return [];
    const opening = await this.openForReading(id);
    return opening === null ? [] : stored.map((entry) => this.entryOf(id, entry, opening));
  }

  /** Null for an unknown conversation. Its key is null when it cannot be opened. */
  private async openForReading(id: ConversationId): Promise<Readable | null> {
    const opened = this.findOpen(id);
    if (opened !== null) return opened;
    const row = await this.conversations.findConversation(id);
    if (row === null) return null;
    const key = await this.unwrap(row).catch(() => null);
    const readable = { key, visitorName: await this.visitorName(row) };
    if (key !== null) this.openings.set(key, { ...readable, key });
    return readable;
  }

  private openWith(key: ConversationKey | null, { conversation, sealed, bound }: SealedText): string | null {
    const text = key?.open(sealed, bound) ?? null;
    if (text === null) this.unreadable.report(conversation, bound.entry);
    return text;
  }

  private entryOf(conversation: ConversationId, stored: StoredEntry, { key, visitorName }: Readable): Entry {
    const { seq, id, at } = stored;
    const staffName = stored.name ?? '';
    if (stored.kind !== 'message')
      return { kind: 'event', seq, id, at, event: stored.kind, name: staffName, reason: stored.reason };
    const { sealed, authorRole: from } = stored;
    if (sealed === null || from === null) throw new TypeError('a stored message has an author and a body');
    const body = this.openWith(key, { conversation, sealed, bound: { entry: id, role: from } });
    return { kind: 'message', seq, id, at, from, name: from === 'visitor' ? visitorName : staffName, body };
  }

  private unwrap(row: SealedName): Promise<ConversationKey> {
    const { id: conversation, dekWrapped, kekDay, wrappedBy } = row;
    return this.keys.unwrap({ conversation, dekWrapped, kekDay, wrappedBy });
  }
}
