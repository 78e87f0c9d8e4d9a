import type { ConversationId, ServiceId, StaffId } from '@warmline/kernel';
import type { EndReason } from '@warmline/vocabulary';

interface Everyones {
  readonly id: ConversationId;
  readonly service: ServiceId;
  /** Number of the newest holding; 0 before the first. */
  readonly epoch: number;
  /** Not safe now by the safety answer, or a safety step is open. */
  readonly isInDanger: boolean;
  /** Who lowered the safety answer from _not safe now_, and who closed the safety step, if each was not raised again since. */
  readonly dangerLoweredBy: readonly StaffId[];
}

export interface Waiting extends Everyones {
  readonly state: 'waiting';
}
export interface Talking extends Everyones {
  readonly state: 'talking';
  readonly holder: StaffId;
  /** The visitor pressed quick exit: nothing is left on their device to return with. */
  readonly visitorLeft: boolean;
}
export interface Ended extends Everyones {
  readonly state: 'ended';
  readonly reason: EndReason;
}

/** One visitor's thread with a service, from entering the queue to its end. */
export type Conversation = Waiting | Talking | Ended;
