import type { Refusal } from '@warmline/vocabulary';

export const refusalWords: Readonly<Record<Refusal, string>> = {
  malformed: 'The service did not understand this. Loading the page again may help.',
  unknown_command: 'The service does not know how to do this yet.',
  empty_message: 'There is nothing in this message.',
  message_too_long: 'This message is too long. Split it in two.',
  different_body: 'An earlier version of this message was already sent, and that one stands.',
  too_fast: 'That was a lot at once. Wait a moment.',
  not_signed_in: 'You are not signed in any more.',
  session_changed: 'Someone else is signed in on this browser now.',
  wrong_sign_in: 'That sign-in name and password do not go together.',
  not_allowed: 'Your role does not allow this.',
  not_found: 'This is not here any more.',
  already_started: 'This has already started.',
  service_closed: 'The service is closed right now.',
  conversation_ended: 'The conversation has ended.',
  stale_epoch: 'This conversation is with somebody else now.',
  offer_expired: 'The time to answer ran out.',
  offer_taken: 'Someone else is already there.',
  hours_over: 'Your hours for today or this week are used up. Thank you; please rest.',
  too_early: 'Your last shift was not long ago. The next one can begin a little later; your desk says when.',
  not_yourself: 'That is for a colleague to say of you, not for yourself.',
  break_called: 'A supervisor has called this break for you. If it does not fit, tell them.',
  not_due: 'That is not needed just now.',
  at_capacity: 'There is no room for one more conversation just now.',
  reason_needed: 'Say why this person is to be answered later.',
  nothing_suggested: 'That is no longer asked. Look at how the door stands now.',
  not_available: 'This person is not free to be asked just now. Choose somebody else, or whoever is free.',
  brief_incomplete: 'The next person needs at least the situation and the request.',
  brief_unread: 'Read the brief first and say so.',
  handover_open: 'This conversation is already being handed over.',
  handover_closed: 'This handover is over, or already a step further.',
  not_ended: 'The conversation has not ended yet.',
  already_wrapped_up: 'This wrap-up is already finished.',
  protocol_mismatch: 'This page is older than the service. Load it again.',
  unavailable: 'The service cannot store this right now. Nothing was changed; try again in a moment.',
};

/** When the server never answered: it may or may not have happened. */
export const noAnswerWords =
  'No answer came back, so we do not know yet whether this worked. Try again in a moment.';
