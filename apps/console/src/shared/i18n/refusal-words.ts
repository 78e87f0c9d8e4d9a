import type { Refusal } from '@warmline/vocabulary';

export const refusalWords: Readonly<Record<Refusal, string>> = {
  malformed: 'The service did not understand this. Reload the page and try again.',
  unknown_command: 'The service cannot do this yet. Reload the page and try again.',
  empty_message: 'Enter a message.',
  message_too_long: 'This message is too long. Split it into two.',
  different_body: 'An earlier version of this message has already been sent and cannot be changed.',
  too_fast: 'That was too many in a short time. Wait a moment, then try again.',
  not_signed_in: 'You have been signed out. Sign in again.',
  session_changed: 'Someone else is signed in on this browser now.',
  wrong_sign_in: 'That name or password isn’t right. Try again, or ask your administrator.',
  not_allowed: 'Your role does not allow this.',
  not_found: 'This no longer exists.',
  already_started: 'This has already started.',
  service_closed: 'The service is closed right now.',
  conversation_ended: 'The conversation has ended.',
  stale_epoch: 'Someone else has this conversation now.',
  offer_expired: 'The time to answer has run out.',
  offer_taken: 'Someone else has already taken this.',
  hours_over: 'You have used your hours for today or this week. Thank you. Please rest.',
  too_early: 'Your last shift ended a short time ago. Your desk shows when the next one can start.',
  not_yourself: 'Ask a colleague to do this for you.',
  break_called: 'A supervisor started this break for you. If that doesn’t work for you, tell them.',
  not_due: 'This is not due yet.',
  at_capacity: 'There is no capacity for one more conversation right now.',
  reason_needed: 'Choose why this person can be answered later.',
  nothing_suggested: 'This suggestion is out of date. Check the chat status.',
  not_available: 'This person cannot be asked right now. Choose someone else, or the next free person.',
  brief_incomplete: 'Enter the situation and the request.',
  brief_unread: 'Read the brief first, then press “I’ve read this”.',
  handover_open: 'This conversation is already being handed over.',
  handover_closed: 'This handover has moved on or ended.',
  not_ended: 'The conversation has not ended yet.',
  already_wrapped_up: 'This wrap-up has already been finished.',
  protocol_mismatch: 'This page is out of date. Reload it.',
  unavailable: 'The service cannot save this right now. Nothing has changed. Try again in a moment.',
};

/** When the server never answered: it may or may not have happened. */
export const noAnswerWords =
  'We did not get an answer, so we don’t know if this worked. Try again in a moment.';
