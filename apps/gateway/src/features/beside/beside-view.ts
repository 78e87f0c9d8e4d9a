import { Injectable } from '@nestjs/common';
import type { Beside, Lane } from '@warmline/contracts';
import { isLaneOpen } from '@warmline/conversation';
import type { ConversationId, StaffId } from '@warmline/kernel';
import { BesideReadModel, ConversationReadModel, type StoredBeside } from '@warmline/postgres';

/** What is beside one conversation, and what each person may know of it. */
export interface BesideOfAll {
  readonly conversation: ConversationId;
  /** Null for who may not read the conversation. */
  readonly viewFor: (staff: StaffId) => Beside | null;
  /** Equal while everyone is shown the same. */
  readonly fingerprint: string;
}

/** What is beside conversations: numbers and names, no text. */
@Injectable()
export class BesideViews {
  constructor(
    private readonly stored: BesideReadModel,
    private readonly conversations: ConversationReadModel,
  ) {}

  /** Null for an unknown conversation. */
  async loadOne(id: ConversationId): Promise<BesideOfAll | null> {
    const [one] = await this.load([id]);
    return one ?? null;
  }

  async load(ids: readonly ConversationId[]): Promise<BesideOfAll[]> {
    const [stored, readers] = await Promise.all([
      this.stored.loadBeside(ids),
      this.conversations.findReaders(ids),
    ]);
    return stored.map((beside) => {
      const mayRead = readers.get(beside.conversation) ?? new Set<StaffId>();
      return {
        conversation: beside.conversation,
        viewFor: (staff) => (mayRead.has(staff) ? viewOf(beside, staff) : null),
        fingerprint: JSON.stringify([beside, [...mayRead].sort()]),
      };
    });
  }
}

const viewOf = (beside: StoredBeside, staff: StaffId): Beside => ({
  conversationId: beside.conversation,
  notes: beside.notes,
  lane: laneOf(beside, staff),
  joined: beside.supervisors.filter(({ id }) => beside.joined.includes(id)).map(({ name }) => name),
});

/** A receiver may read the conversation, and is at neither end of its lane. */
const laneOf = (
  { holder, epoch, head, supervisors, hasCalled }: StoredBeside,
  staff: StaffId,
): Lane | null => {
  const isAtAnEnd = staff === holder || supervisors.some(({ id }) => id === staff);
  if (holder === null || !isAtAnEnd) return null;
  const ids = supervisors.map(({ id }) => id);
  return {
    epoch,
    head,
    isOpen: isLaneOpen({ state: 'talking' }, { supervisors: ids, hasCalled }),
    with: supervisors.filter(({ id }) => id !== staff).map(({ name }) => name),
  };
};
