import {
  accept,
  refuse,
  type ConversationId,
  type Decision,
  type HelpCallId,
  type Instant,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
import type { HelpCause, Urgency } from '@warmline/vocabulary';
import type { HelpStep } from './events';

/** A call for a supervisor, for one conversation or for the responder. A person makes it, or facts in the safety record. */
export interface HelpCall {
  readonly id: HelpCallId;
  readonly service: ServiceId;
  /** Null for a call that is about no conversation. */
  readonly conversation: ConversationId | null;
  readonly calledBy: StaffId;
  readonly urgency: Urgency;
  readonly because: HelpCause;
  readonly calledAt: Instant;
  /** The one supervisor who said that they are coming. */
  readonly answeredBy: StaffId | null;
  /** When they were there: reading along, or at once where there is nothing to read. */
  readonly joinedAt: Instant | null;
  readonly overAt: Instant | null;
}

/** Who asks for something, and when. */
export interface Asking {
  readonly by: StaffId;
  readonly at: Instant;
}

/** `gone`: it is over. `own`: nobody answers their own call. `kept`: facts made the call, so who called does not withdraw it. */
export type HelpRefusal = 'gone' | 'own' | 'kept';

const about = ({ service, conversation, calledBy, id }: HelpCall, at: Instant) => ({
  service,
  conversation,
  staff: calledBy,
  call: id,
  at,
});

/** A call for help as it is asked for. */
export interface Press {
  readonly urgency: Urgency;
  readonly because: HelpCause;
  readonly at: Instant;
}

/** A second press, a longer one, or facts: the same call, and needed at once. It never becomes less urgent. */
export const press = (call: HelpCall, { urgency, because, at }: Press): Decision<HelpStep, HelpRefusal> => {
  if (call.overAt !== null) return refuse('gone');
  if (urgency === 'normal' || call.urgency === 'urgent') return accept();
  return accept({ type: 'help_made_urgent', ...about(call, at), because });
};

/** "I'm coming". The first supervisor to say so answers the call. A second one changes nothing and is told who did. */
export const answer = (call: HelpCall, { by, at }: Asking): Decision<HelpStep, HelpRefusal> => {
  if (call.overAt !== null) return refuse('gone');
  if (call.calledBy === by) return refuse('own');
  if (call.answeredBy !== null) return accept();
  const answered = { type: 'help_answered', ...about(call, at), by } as const;
  // There is nothing to open: they are there once they say so.
  return call.conversation === null
    ? accept<HelpStep>(answered, { type: 'help_joined', ...about(call, at), by })
    : accept(answered);
};

/** A supervisor reads along in its conversation: they are there, also where they did not say so before. */
export const arrive = (call: HelpCall, { by, at }: Asking): Decision<HelpStep, HelpRefusal> => {
  if (call.overAt !== null) return refuse('gone');
  if (call.calledBy === by) return refuse('own');
  const isElses = call.answeredBy !== null && call.answeredBy !== by;
  if (isElses || call.joinedAt !== null) return accept();
  const joined = { type: 'help_joined', ...about(call, at), by } as const;
  return call.answeredBy === by
    ? accept(joined)
    : accept<HelpStep>({ type: 'help_answered', ...about(call, at), by }, joined);
};

/**
 * The caller withdraws a call that no one has joined. In all other cases it is settled. Ending twice changes nothing.
 * `isKept`: facts ask for a supervisor and none has answered, so nobody withdraws it.
 */
export const end = (
  call: HelpCall,
  { by, at }: Asking,
  { isKept = false }: { readonly isKept?: boolean } = {},
): Decision<HelpStep, HelpRefusal> => {
  if (call.overAt !== null) return accept();
  const isTakenBack = by === call.calledBy && call.joinedAt === null;
  if (isKept && isTakenBack) return refuse('kept');
  return accept({
    type: 'help_over',
    ...about(call, at),
    by,
    because: isTakenBack ? 'taken_back' : 'settled',
  });
};

/** A call that someone answered makes way for a new one, since it sounds no more. One that nobody answered stays. */
export const makeWay = (call: HelpCall, { by, at }: Asking): Decision<HelpStep, HelpRefusal> =>
  call.overAt !== null || call.answeredBy === null
    ? accept()
    : accept({ type: 'help_over', ...about(call, at), by, because: 'settled' });

/** When the clock looks at a call, and whether its conversation has ended by then. */
export interface Lapse {
  readonly at: Instant;
  readonly hasEnded: boolean;
}

/** Ends a call by timer: another person or no one holds its conversation, which may go on, or it was left too long. */
export const lapse = (call: HelpCall, { at, hasEnded }: Lapse): Decision<HelpStep, HelpRefusal> => {
  if (call.overAt !== null) return accept();
  const ofChat = hasEnded ? 'conversation_over' : 'holding_over';
  const because = call.conversation === null ? 'forgotten' : ofChat;
  return accept({ type: 'help_over', ...about(call, at), by: null, because });
};
