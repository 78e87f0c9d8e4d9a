import { Injectable } from '@nestjs/common';
import { briefSchema, type Brief, type Handover, type HandoverSummary } from '@warmline/contracts';
import type { BriefShown } from '@warmline/handover';
import { assertNever, type ConversationId, type HandoverId, type StaffId } from '@warmline/kernel';
import { HandoverReadModel, type StoredHandover } from '@warmline/postgres';
import { FIRST_REVIEWED } from '@warmline/quality';
import { rounded } from '../../core/rounded';
import { Changes } from '../../index/changes';
import { ConversationTexts } from '../timeline';

/** What the seal of a brief is bound to. */
export const briefEntry = (id: HandoverId) => ({ entry: `handover/${id}`, role: 'responder' }) as const;

type Readers = ReadonlySet<StaffId>;

/** A handover as both sides see it, and its summary for supervisors, without the text. */
@Injectable()
export class HandoverViews {
  constructor(
    private readonly handovers: HandoverReadModel,
    private readonly texts: ConversationTexts,
    private readonly changes: Changes,
  ) {}

  /** For one of its two sides. Null for an unknown handover. */
  async loadView(id: HandoverId, reader: StaffId): Promise<Handover | null> {
    const row = await this.handovers.findHandover(id);
    if (row === null) return null;
    const [view] = await this.viewsFor(new Set([reader]), [row]);
    return view ?? null;
  }

  /** In the order of `rows`. Resolves after it is recorded which of the readers see a brief for the first time (AUD1). */
  async viewsFor(readers: Readers, rows: readonly StoredHandover[]): Promise<Handover[]> {
    const views = await Promise.all(rows.map((row) => this.viewOf(row)));
    await this.recordShown(
      rows.flatMap((row, index) => (views[index]?.brief ? newReaders(row, readers) : [])),
    );
    return views;
  }

  /** The brief as it is stored. Null for an unknown conversation. */
  async sealBrief(conversation: ConversationId, id: HandoverId, brief: Brief): Promise<Buffer | null> {
    const key = await this.texts.keyOf(conversation);
    return key === null ? null : key.seal(JSON.stringify(brief), briefEntry(id));
  }

  private async viewOf(row: StoredHandover): Promise<Handover> {
    return {
      ...summaryOf(row),
      brief: await this.briefOf(row),
      receiverHasWritten: row.receiverHasWritten,
      visitorName: await this.texts.nameOf(row.conversationId, row.nameSealed),
      language: row.language,
      safety: row.safety,
    };
  }

  private async recordShown(shown: readonly Omit<BriefShown, 'at'>[]): Promise<void> {
    if (shown.length === 0) return;
    await this.changes.commit(async (stores) => {
      const at = await stores.now();
      await stores.handovers.saveShown(shown.map((fact) => ({ ...fact, at })));
    });
  }

  /** Null when it cannot be opened. */
  private async briefOf({ id, conversationId, briefSealed }: StoredHandover): Promise<Brief | null> {
    const text = await this.texts.openText(conversationId, briefSealed, briefEntry(id));
    return text === null ? null : briefSchema.parse(JSON.parse(text));
  }
}

/** Those of its two sides who did not write the brief and were not shown it before. */
const newReaders = (row: StoredHandover, readers: Readers): Omit<BriefShown, 'at'>[] =>
  [row.senderId, row.receiverId].flatMap((to) =>
    to === null || !readers.has(to) || to === row.proposedById || row.shownTo.includes(to)
      ? []
      : [
          {
            type: 'brief_shown',
            service: row.serviceId,
            conversation: row.conversationId,
            handover: row.id,
            to,
          },
        ],
  );

export const summaryOf = (row: StoredHandover): HandoverSummary => ({
  id: row.id,
  conversationId: row.conversationId,
  kind: row.kind,
  state: row.state,
  reason: row.reason,
  sender: { id: row.senderId, name: row.senderName },
  senderFirst: row.senderHeld === null ? null : { held: row.senderHeld, of: FIRST_REVIEWED },
  receiver: row.receiverId === null ? null : { id: row.receiverId, name: row.receiverName ?? '' },
  proposedBy: { id: row.proposedById, name: row.proposedByName },
  to: targetOf(row),
  mustLeave: row.mustLeave,
  briefRead: row.briefRead,
  band: row.band,
  proposedAt: Math.round(row.proposedAt),
  expiresAt: rounded(row.expiresAt),
});

const targetOf = ({ target, targetStaffId, targetSkill }: StoredHandover): HandoverSummary['to'] => {
  switch (target) {
    case 'person':
      return { to: 'person', staffId: targetStaffId ?? '' };
    case 'skill':
      return { to: 'skill', skill: targetSkill ?? '' };
    case 'queue':
      return { to: 'queue' };
    default:
      return assertNever(target);
  }
};
