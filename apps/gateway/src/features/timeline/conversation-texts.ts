import { Injectable } from '@nestjs/common';
import type { Entry } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel, type ConversationRow, type StoredEntry } from '@warmline/postgres';
import { ConversationKeys, type ConversationKey } from '@warmline/sealing';

/** Where a visitor's chosen name is sealed. */
export const NAME = { entry: 'name', role: 'visitor' } as const;

type SealedName = Pick<ConversationRow, 'id' | 'nameSealed' | 'dekWrapped' | 'kekDay'>;

/** What opens one conversation's entries. */
export interface OpenTexts {
  readonly key: ConversationKey;
  /** As the visitor chose it at the start, and never after; '' for none. */
  readonly visitorName: string;
}

/** Opens what was sealed, for the page that may read it. */
@Injectable()
export class ConversationTexts {
  /** For as long as the key itself is kept open in memory. */
  private readonly openings = new WeakMap<ConversationKey, OpenTexts>();

  constructor(
    private readonly keys: ConversationKeys,
    private readonly conversations: ConversationReadModel,
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

  /** The name the visitor chose, or ''. */
  async visitorName(row: SealedName): Promise<string> {
    return row.nameSealed === null ? '' : (await this.unwrap(row)).open(row.nameSealed, NAME);
  }

  /** The name by id, where only the sealed name is at hand. */
  async nameOf(id: ConversationId, nameSealed: Buffer | null): Promise<string> {
    if (nameSealed === null) return '';
    return (await this.open(id))?.visitorName ?? '';
  }

  /** Stored entries as a page shows them. */
  async openEntries(id: ConversationId, stored: readonly StoredEntry[]): Promise<Entry[]> {
    if (stored.length === 0) return [];
    const opening = await this.open(id);
    return opening === null ? [] : stored.map((entry) => entryOf(entry, opening));
  }

  private unwrap(row: SealedName): Promise<ConversationKey> {
    return this.keys.unwrap({ conversation: row.id, dekWrapped: row.dekWrapped, kekDay: row.kekDay });
  }
}

const entryOf = (stored: StoredEntry, { key, visitorName }: OpenTexts): Entry => {
  const { seq, id, at } = stored;
  const staffName = stored.name ?? '';
  if (stored.kind !== 'message')
    return { kind: 'event', seq, id, at, event: stored.kind, name: staffName, reason: stored.reason };
  const { sealed, authorRole: from } = stored;
  if (sealed === null || from === null) throw new TypeError('a stored message has an author and a body');
  const body = key.open(sealed, { entry: id, role: from });
  return { kind: 'message', seq, id, at, from, name: from === 'visitor' ? visitorName : staffName, body };
};
