import type {
  ConversationEvent,
  EndingEvent,
  HistoryEvent,
  RetentionEvent,
  RetentionRequestEvent,
  SafetyRecordEvent,
} from '@warmline/conversation';
import type { BriefShown, HandoverEvent } from '@warmline/handover';
import type { ComplaintEvent, SurgeEvent, HelpEvent, OnCallEvent } from '@warmline/help';
import type { IdentityEvent, RefusalEvent } from '@warmline/identity';
import type { OpeningEvent } from '@warmline/opening';
import type { PracticeEvent } from '@warmline/practice';
import type { QualityEvent } from '@warmline/quality';
import type { RoutingEvent } from '@warmline/routing';
import type { CharityEvent, SetupEvent } from '@warmline/setup';
import type { SupervisionEvent, WellbeingEvent } from '@warmline/wellbeing';

/** Every fact the product knows. */
export type Fact =
  | ConversationEvent
  | SafetyRecordEvent
  | EndingEvent
  | RoutingEvent
  | OpeningEvent
  | HandoverEvent
  | BriefShown
  | HelpEvent
  | SurgeEvent
  | OnCallEvent
  | PracticeEvent
  | QualityEvent
  | ComplaintEvent
  | HistoryEvent
  | RetentionEvent
  | RetentionRequestEvent
  | IdentityEvent
  | RefusalEvent
  | CharityEvent
  | SetupEvent
  | SupervisionEvent
  | WellbeingEvent;
export type FactOf<Type extends Fact['type']> = Extract<Fact, { type: Type }>;

/** One line of the audit: ids and codes only, never text a person wrote, a token or a network address. */
export interface AuditRow {
  readonly action: Fact['type'];
  readonly service: string;
  readonly actor: { readonly kind: 'visitor' | 'staff' | 'system'; readonly id: string | null };
  readonly conversation: string | null;
  readonly epoch: number | null;
  /** What it was about, where that is neither the actor nor the conversation: an offer, a handover, a session. */
  readonly subject: string | null;
  /** The member of staff it concerns, beside the actor: who was asked, who lost a line, who takes over. */
  readonly whom: string | null;
  /** A code from a closed list, such as an end reason or a band. */
  readonly reason: string | null;
  /** How many, where one row stands for several: refusals of a minute, skills. */
  readonly count: number | null;
}

/** `record` with a row, or `skip` with a reason. */
export type Verdict<Type extends Fact['type']> =
  | { readonly verdict: 'record'; readonly row: (fact: FactOf<Type>) => Omit<AuditRow, 'action' | 'service'> }
  | { readonly verdict: 'skip'; readonly why: string };

export const visitor = { kind: 'visitor', id: null } as const;
export const system = { kind: 'system', id: null } as const;
export const byStaff = (id: string) => ({ kind: 'staff', id }) as const;

export const plain = {
  conversation: null,
  epoch: null,
  subject: null,
  whom: null,
  reason: null,
  count: null,
} as const;

export const actorOf = (by: string | null): AuditRow['actor'] => {
  if (by === null) return system;
  return by === 'visitor' ? visitor : byStaff(by);
};

/** A decision for each of these facts. */
export type Verdicts<Type extends Fact['type']> = { readonly [Each in Type]: Verdict<Each> };
