import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { ErasureReason, HoldReason, RetentionWish } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, moment, oneOf, optional, text } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';
import { retentionWish } from './retention-request-store';

/** A request that waits for a second person. */
export interface OpenRetentionRequest {
  readonly id: string;
  readonly conversationId: ConversationId;
  readonly wish: RetentionWish;
  readonly reason: HoldReason | ErasureReason | null;
  readonly askedBy: StaffId;
  readonly askedByName: string;
  readonly askedAt: Instant;
  /** `YYYY-MM-DD`. */
  readonly expiryDay: string;
}

/** A conversation that two people keep beyond its time. */
export interface HeldConversation {
  readonly conversationId: ConversationId;
  readonly reason: HoldReason;
  readonly askedByName: string;
  readonly agreedByName: string;
  readonly heldAt: Instant;
  readonly reviewedAt: Instant;
  /** Someone has to look at it again now. */
  readonly isDue: boolean;
  readonly expiryDay: string;
}

const holdReason = oneOf<HoldReason>({
  legal_court: true,
  legal_police: true,
  legal_claim: true,
  safeguarding_child: true,
  safeguarding_adult: true,
  safeguarding_staff: true,
});
const reason = oneOf<HoldReason | ErasureReason>({
  legal_court: true,
  legal_police: true,
  legal_claim: true,
  safeguarding_child: true,
  safeguarding_adult: true,
  safeguarding_staff: true,
  person_asked: true,
  not_needed: true,
});

const OPEN = new RowQuery<OpenRetentionRequest>(
  {
    id: text,
    conversationId: known.conversation,
    wish: retentionWish,
    reason: optional(reason),
    askedBy: known.staff,
    askedByName: text,
    askedAt: moment,
    expiryDay: text,
  },
  `select r.id::text, r.conversation_id as "conversationId", r.wish, r.reason, r.asked_by as "askedBy", s.name as "askedByName",
     ${ms('r.asked_at', 'askedAt')}, c.kek_day::text as "expiryDay"
   from retention_request r join conversation c on c.id = r.conversation_id join staff s on s.id = r.asked_by
   where r.service_id = $1 and r.answer is null and r.asked_at > clock_timestamp() - interval '72 hours' and ${isKept('c')}
     and may_decide_retention(r.asked_by, r.service_id)
   order by r.asked_at, r.id limit 500`,
);

/** 90 days after someone last looked at it. */
const IS_DUE = `c.hold_reviewed_at <= clock_timestamp() - interval '90 days'`;

const HELD = new RowQuery<HeldConversation>(
  {
    conversationId: known.conversation,
    reason: holdReason,
    askedByName: text,
    agreedByName: text,
    heldAt: moment,
    reviewedAt: moment,
    isDue: flag,
    expiryDay: text,
  },
  `select c.id as "conversationId", h.reason, a.name as "askedByName", b.name as "agreedByName", ${ms('c.held_at', 'heldAt')},
     ${ms('c.hold_reviewed_at', 'reviewedAt')}, ${IS_DUE} as "isDue", c.kek_day::text as "expiryDay"
   from conversation c
   join lateral (
     select r.reason, r.asked_by, r.answered_by from retention_request r
     where r.conversation_id = c.id and r.answer = 'agreed' and r.wish = 'hold' order by r.answered_at desc limit 1) h on true
   join staff a on a.id = h.asked_by join staff b on b.id = h.answered_by
   where c.service_id = $1 and c.held_at is not null
   order by c.hold_reviewed_at, c.id limit $2`,
);

const ERASED = new RowQuery<{ readonly id: ConversationId }>(
  { id: known.conversation },
  'select id from conversation where erasure_agreed_at is not null order by erasure_agreed_at desc limit $1',
);

/** Reads what two people decide about how long one conversation is kept. */
export class RetentionRequestReadModel {
  constructor(private readonly database: Database) {}

  /** Those that wait for a second person, the oldest first, 500 at most. */
  async loadOpen(service: ServiceId): Promise<OpenRetentionRequest[]> {
    return OPEN.all(this.database, [service]);
  }

  /** The ones that were looked at longest ago first, `most` at most. */
  async loadHeld(service: ServiceId, most: number): Promise<HeldConversation[]> {
    return HELD.all(this.database, [service, most]);
  }

  /** Conversations that two people agreed to erase, and whose rows are still there: the newest first, `most` at most. */
  async findAgreedErasures(most: number): Promise<ConversationId[]> {
    return (await ERASED.all(this.database, [most])).map(({ id }) => id);
  }
}
