import { Injectable } from '@nestjs/common';
import type { Endings, EndingToAgree, EndingToWriteUp, OwnEnding } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { ServiceId, StaffId } from '@warmline/kernel';
import { EndingReadModel, type StoredDangerEnding, type StoredEndingRequest } from '@warmline/postgres';
import { ConversationTexts } from '../timeline';
import { whyOf, wordOf } from './ending-request';

type Looking = Pick<StaffPrincipal, 'staff' | 'role'>;

/** An open question with who has read the visitor's last message. */
interface ToAgree {
  readonly view: Omit<EndingToAgree, 'mustRead'>;
  readonly hasWritten: boolean;
  readonly readBy: readonly StaffId[];
}

/** Endings in danger, as each person may see them. */
@Injectable()
export class EndingViews {
  constructor(
    private readonly endings: EndingReadModel,
    private readonly texts: ConversationTexts,
  ) {}

  /** Reads once for everyone of a service. The answer makes each person's view. */
  async loadService(service: ServiceId, hasSupervisors: boolean): Promise<(person: Looking) => Endings> {
    const stored = await this.endings.loadEndings(service, hasSupervisors);
    const own = await Promise.all(stored.requests.map((request) => this.ownOf(request)));
    const open = hasSupervisors ? stored.requests.filter(({ outcome }) => outcome === null) : [];
    const toAgree = await Promise.all(open.map((request) => this.toAgreeOf(request)));
    const toWriteUp = await Promise.all(stored.toWriteUp.map((ending) => this.toWriteUpOf(ending)));
    return ({ staff, role }) => {
      const isSupervisor = role === 'supervisor';
      return {
        mine: own.filter(({ askedBy }) => askedBy === staff).map(({ view }) => view),
        toAgree: isSupervisor ? toAgree.map((question) => forPerson(question, staff)) : [],
        toWriteUp: isSupervisor ? toWriteUp : [],
        toWriteUpInAll: isSupervisor ? stored.toWriteUpInAll : 0,
      };
    };
  }

  private async ownOf(stored: StoredEndingRequest): Promise<{ view: OwnEnding; askedBy: StaffId }> {
    const { id, conversation, epoch, askedById, reason, askedAt, outcome, answeredByName: by } = stored;
    const { wordSealed } = stored;
    const word = wordSealed === null ? null : await this.texts.openText(conversation, wordSealed, wordOf(id));
    return {
      askedBy: askedById,
      view: {
        id,
        conversationId: conversation,
        epoch,
        state: outcome === null ? 'asked' : outcome === 'declined' ? 'declined' : 'overtaken',
        reason,
        askedAt: Math.round(askedAt),
        answer: outcome === 'declined' && by !== null ? { by, word } : null,
      },
    };
  }

  private async toAgreeOf(stored: StoredEndingRequest): Promise<ToAgree> {
    const { id, conversation, nameSealed, askedById, askedByName, reason, whySealed, askedAt } = stored;
    const view = {
      id,
      conversationId: conversation,
      visitorName: await this.texts.nameOf(conversation, nameSealed),
      responder: { id: askedById, name: askedByName },
      reason,
      why: await this.texts.openText(conversation, whySealed, whyOf(id)),
      askedAt: Math.round(askedAt),
    };
    return { view, hasWritten: stored.hasWritten, readBy: stored.readBy };
  }

  private async toWriteUpOf(stored: StoredDangerEnding): Promise<EndingToWriteUp> {
    const { conversation, nameSealed, how, at, responderName, isHeld } = stored;
    const visitorName = await this.texts.nameOf(conversation, nameSealed);
    return { conversationId: conversation, visitorName, how, at: Math.round(at), responderName, isHeld };
  }
}

const forPerson = ({ view, hasWritten, readBy }: ToAgree, staff: StaffId): EndingToAgree => ({
  ...view,
  mustRead: hasWritten && !readBy.includes(staff),
});
