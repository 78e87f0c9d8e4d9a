import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import { setSafetyAnswer } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import type { LockedConversation } from '@warmline/postgres';
import { bandFor, isHeldByAnswer } from '@warmline/routing';
import type { Band, SafetyAnswer, SafetyLoweringReason } from '@warmline/vocabulary';
import { nothing, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { claimOf } from './claim-of';
import { promote } from './promote';

export interface SafetyToSet {
  readonly conversation: ConversationId;
  /** Of the holding a responder acts under. A supervisor may set it in any holding. */
  readonly epoch: number | null;
  readonly answer: SafetyAnswer;
  /** Needed where the new answer is less urgent. */
  readonly reason: SafetyLoweringReason | null;
}

/** A person raises or lowers what is known of whether a visitor is safe now. */
@Injectable()
export class SetSafetyAnswer {
  constructor(private readonly changes: Changes) {}

  /** The same answer again changes nothing, except that _not safe now_ from a person lifts a hold. Refuses `not_found`, `stale_epoch`, `conversation_ended`, `reason_needed`. */
  async setAnswer(person: StaffPrincipal, wished: SafetyToSet): Promise<Reply<Record<string, never>>> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(wished.conversation);
      if (locked?.row.serviceId !== person.service) return refused('not_found');
      const at = await stores.now();
      const decision = setSafetyAnswer(locked.conversation, locked.row.safetyAnswer, {
        answer: wished.answer,
        reason: wished.reason,
        by: person.staff,
        role: person.role === 'supervisor' ? 'supervisor' : 'responder',
        claim: person.role === 'supervisor' ? null : await claimOf(stores, person, wished),
        at,
      });
      if (!decision.accepted) return refused(decision.refusal);
      for (const fact of decision.events) await stores.conversations.setSafetyAnswer(fact);
      const band = bandFor(wished.answer);
      if (movesUp(locked, band, decision.events.length > 0))
        await promote(stores, locked, { band, by: person.staff, at });
      return nothing;
    });
  }
}

const movesUp = ({ row }: LockedConversation, band: Band, isNewAnswer: boolean): boolean =>
  (isNewAnswer && band < row.band) || (band === 1 && isHeldByAnswer(row));
