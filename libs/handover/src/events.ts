import type { ConversationId, HandoverId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { HandoverKind, HandoverReason } from '@warmline/vocabulary';
import type { ClosedState } from './handover';

interface AboutHandover {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly handover: HandoverId;
  readonly sender: StaffId;
  readonly at: Instant;
}
interface WithReceiver extends AboutHandover {
  readonly receiver: StaffId;
}

export type HandoverEvent =
  | (AboutHandover & {
      readonly type: 'handover_proposed';
      /** The sender, or the supervisor who asked for it. */
      readonly by: StaffId;
      readonly epoch: number;
      readonly kind: HandoverKind;
      readonly expiresAt: Instant;
    })
  | (WithReceiver & { readonly type: 'handover_offered'; readonly expiresAt: Instant })
  /** Said no, where others may still be asked. */
  | (WithReceiver & { readonly type: 'handover_declined'; readonly expiresAt: Instant })
  /** Did not answer in time, where others may still be asked. */
  | (WithReceiver & { readonly type: 'handover_missed'; readonly expiresAt: Instant })
  | (WithReceiver & { readonly type: 'handover_accepted' })
  | (WithReceiver & { readonly type: 'visitor_asked'; readonly expiresAt: Instant })
  | (WithReceiver & { readonly type: 'visitor_agreed' })
  | (WithReceiver & {
      readonly type: 'handover_joined';
      /** The visitor is told that the sender has to finish. */
      readonly mustLeave: boolean;
    })
  | (WithReceiver & { readonly type: 'brief_read' })
  | (WithReceiver & {
      readonly type: 'control_passed';
      /** Of the receiver's holding. */
      readonly epoch: number;
      /** The end of the overlap. */
      readonly expiresAt: Instant;
    })
  | (WithReceiver & {
      readonly type: 'handover_left';
      /** The receiver who said that the visitor is settled; null if a timer or a lost connection ended it. */
      readonly by: StaffId | null;
      /** Whether a timeline tells it: a sender who is long gone does not leave again. */
      readonly isTold: boolean;
    })
  | (AboutHandover & {
      readonly type: 'handover_closed';
      readonly state: Exclude<ClosedState, 'left'>;
      readonly reason: HandoverReason | null;
      /** Who was asked or had accepted, if anyone. */
      readonly receiver: StaffId | null;
      readonly by: StaffId | 'visitor' | null;
    });

/** A brief was sent to someone who did not write it, for the first time. It is no step of the handover. */
export interface BriefShown {
  readonly type: 'brief_shown';
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly handover: HandoverId;
  readonly to: StaffId;
  readonly at: Instant;
}

export type HandoverFact<Type extends HandoverEvent['type']> = Extract<HandoverEvent, { type: Type }>;
