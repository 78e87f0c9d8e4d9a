import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { OnCallCause, OnCallKind, OnCallResult } from '@warmline/vocabulary';

interface OfService {
  readonly service: ServiceId;
  readonly at: Instant;
}

interface AboutContact extends OfService {
  readonly contact: string;
}

/** On-call contacts, who told them, and who heard of a visitor in danger. */
export type OnCallEvent =
  | (AboutContact & { readonly type: 'on_call_added'; readonly by: StaffId; readonly kind: OnCallKind })
  | (AboutContact & { readonly type: 'on_call_removed'; readonly by: StaffId })
  /** A message was sent, or given up: `tries` is how often it was tried. */
  | (AboutContact & {
      readonly type: 'on_call_told';
      readonly because: OnCallCause;
      readonly result: OnCallResult;
      readonly tries: number;
    })
  /** The alarm about a visitor in danger was shown to this supervisor. */
  | (OfService & {
      readonly type: 'danger_heard';
      readonly conversation: ConversationId;
      readonly by: StaffId;
    })
  /** No supervisor was connected to hear of a visitor in danger: the page shows other help first. */
  | (OfService & { readonly type: 'danger_unheard'; readonly conversation: ConversationId });

export type OnCallFact<Type extends OnCallEvent['type']> = Extract<OnCallEvent, { type: Type }>;
