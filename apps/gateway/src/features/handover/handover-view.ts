import { Injectable } from '@nestjs/common';
import { briefSchema, type Brief, type Handover, type HandoverSummary } from '@warmline/contracts';
import { assertNever, type ConversationId, type HandoverId } from '@warmline/kernel';
import { HandoverReadModel, type StoredHandover } from '@warmline/postgres';
import { rounded } from '../../core/rounded';
import { ConversationTexts } from '../timeline';

/** What the seal of a brief is bound to. */
const briefEntry = (id: HandoverId) => ({ entry: `handover/${id}`, role: 'responder' }) as const;

/** A handover as both sides see it, and its summary for supervisors, without the text. */
@Injectable()
export class HandoverViews {
  constructor(
    private readonly handovers: HandoverReadModel,
    private readonly texts: ConversationTexts,
  ) {}

  async loadView(id: HandoverId): Promise<Handover | null> {
    const row = await this.handovers.findHandover(id);
    return row === null ? null : this.viewOf(row);
  }

  /** The brief as it is stored. Null for an unknown conversation. */
  async sealBrief(conversation: ConversationId, id: HandoverId, brief: Brief): Promise<Buffer | null> {
    const key = await this.texts.keyOf(conversation);
    return key === null ? null : key.seal(JSON.stringify(brief), briefEntry(id));
  }

  async viewOf(row: StoredHandover): Promise<Handover> {
    return {
      ...summaryOf(row),
      brief: await this.briefOf(row),
      receiverHasWritten: row.receiverHasWritten,
      visitorName: await this.texts.nameOf(row.conversationId, row.nameSealed),
      language: row.language,
    };
  }

  /** Null when it cannot be opened. */
  private async briefOf({ id, conversationId, briefSealed }: StoredHandover): Promise<Brief | null> {
    const text = await this.texts.openText(conversationId, briefSealed, briefEntry(id));
    return text === null ? null : briefSchema.parse(JSON.parse(text));
  }
}

export const summaryOf = (row: StoredHandover): HandoverSummary => ({
  id: row.id,
  conversationId: row.conversationId,
  kind: row.kind,
  state: row.state,
  reason: row.reason,
  sender: { id: row.senderId, name: row.senderName },
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
