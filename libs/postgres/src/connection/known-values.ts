import {
  conversationId,
  handoverId,
  helpCallId,
  offerId,
  serviceId,
  staffId,
  type ConversationId,
  type HandoverId,
  type HelpCallId,
  type OfferId,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
import type { Hold } from '@warmline/routing';
import type {
  Band,
  BandReason,
  EndingOutcome,
  EndReason,
  LoweringReason,
  PracticeScenario,
  ReadingPurpose,
  ResponderEndReason,
  Role,
  SafetyAnswer,
  SafetySetter,
} from '@warmline/vocabulary';
import { idOf, oneOf, UnexpectedRow, type Column } from './parse-rows';

export const conversation: Column<ConversationId> = idOf(conversationId);
export const handover: Column<HandoverId> = idOf(handoverId);
export const helpCall: Column<HelpCallId> = idOf(helpCallId);
export const offer: Column<OfferId> = idOf(offerId);
export const service: Column<ServiceId> = idOf(serviceId);
export const staff: Column<StaffId> = idOf(staffId);

export const band: Column<Band> = (answer) => {
  if (answer === 1 || answer === 2 || answer === 3) return answer;
  throw new UnexpectedRow('expected a band');
};

export const hold = oneOf<Hold>({ unseen: true, silent: true, unproven: true, set_aside: true });

export const bandReason = oneOf<BandReason>({
  safety_answer: true,
  words: true,
  responder_lost: true,
  person: true,
});

export const endReason = oneOf<EndReason>({
  visitor_ended: true,
  responder_ended_agreed: true,
  time_limit_agreed: true,
  went_quiet: true,
  connection_lost: true,
  left_waiting: true,
  turned_away: true,
  nobody_on: true,
  quick_exit: true,
  safety_action: true,
  service_stopped: true,
  boundary: true,
});

export const responderEndReason = oneOf<ResponderEndReason>({
  responder_ended_agreed: true,
  time_limit_agreed: true,
  went_quiet: true,
  connection_lost: true,
  boundary: true,
});

export const endingOutcome = oneOf<EndingOutcome>({
  agreed: true,
  declined: true,
  withdrawn: true,
  overtaken: true,
});

export const safetyAnswer = oneOf<SafetyAnswer>({
  not_safe_now: true,
  not_sure: true,
  said_safe: true,
  did_not_say: true,
});

export const safetySetter = oneOf<SafetySetter>({ visitor: true, responder: true, supervisor: true });

export const role = oneOf<Role>({
  responder: true,
  supervisor: true,
  administrator: true,
  safeguarding_lead: true,
  trainer: true,
  auditor: true,
});

/** Of those who may have a desk. */
export const deskRole = oneOf<'responder' | 'supervisor'>({ responder: true, supervisor: true });

export const availability = oneOf<'available' | 'away'>({ available: true, away: true });

export const awayReason = oneOf<'chosen' | 'missed_offers'>({ chosen: true, missed_offers: true });

export const loweringReason = oneOf<LoweringReason>({
  said_otherwise: true,
  set_by_mistake: true,
  misunderstood_words: true,
});

export const practiceScenario = oneOf<PracticeScenario>({
  lonely: true,
  not_safe: true,
  silent: true,
  abusive: true,
  worried_about_someone: true,
});

export const readingPurpose = oneOf<ReadingPurpose>({
  safeguarding: true,
  complaint: true,
  incident: true,
  support: true,
  legal_request: true,
  visitor_request: true,
});
