import { type Refusal, REFUSALS } from '@warmline/vocabulary';

const MEANING: Readonly<Record<Refusal, string>> = {
  malformed: 'The command does not match its schema: an unknown key, a wrong type, or a bad id.',
  unknown_command: 'There is no such command here.',
  empty_message: 'The message has no text.',
  message_too_long: 'The message has more than 4,000 code points, or the request is too large.',
  control_character: 'A text has NUL or another control character. Send it without.',
  different_body: 'The id is known with another text. The first text stays.',
  too_fast: 'The sender is over its rate limit. Nothing was stored; try again later.',
  busy: 'Too many people are signing in at once. `Retry-After` says when to try again.',
  not_signed_in: 'There is no valid session.',
  session_changed: 'The session belongs to another person than the one the page shows.',
  wrong_sign_in: 'The name or the password is wrong. The answer never says which.',
  wrong_code: 'The code is wrong or was used, or no second factor is set up. The answer never says which.',
  half_session_over:
    'It is too long since the password, or too many codes were wrong. Sign in from the start.',
  last_factor: 'Someone keeps at least one second factor, so this one stays.',
  proof_old: 'This asks for a proof of who the person is that is no older than five minutes.',
  link_over: 'The set-up link was used, is too old, or is unknown. The answer never says which.',
  invite_used: 'The invite was used: the person has opened their account with it.',
  invite_expired: 'The invite is older than 72 hours.',
  invite_revoked: 'The invite was revoked, or a newer one was made.',
  password_too_short: 'The password has fewer than 15 characters.',
  password_too_common: 'The password is made of words and rows of keys that are tried first.',
  name_taken: 'Another person signs in with this name.',
  proposal_over:
    'The proposal was agreed to, declined, withdrawn or is too old, or the person is something else now.',
  not_allowed: 'This role may never do it.',
  not_found: 'The thing does not exist, or belongs to someone else. The answer never says which.',
  already_started: 'This page already has its conversation.',
  service_closed: 'The service does not take this visitor now. `GET /api/service` says why.',
  proof_needed:
    'Many chats start at once. The page asks for a challenge, solves it, and starts with the proof.',
  conversation_ended: 'The conversation has ended.',
  visitor_left: 'The visitor left by quick exit and reads no more. The message is not stored.',
  stale_epoch: 'Someone else holds the conversation now.',
  offer_expired: 'The time to accept is over.',
  offer_taken: 'The offer was withdrawn, or someone else has accepted.',
  at_capacity: 'The responder has no capacity for one more.',
  not_available: 'The colleague is not connected, or is away.',
  hours_over: 'No time on shift is left today or this week.',
  too_early: 'The gap since the last shift is too short. The desk says when a shift may begin.',
  not_yourself: 'A supervisor may do this for a colleague, never for themselves.',
  break_called: 'A supervisor called this break. Only they can end it.',
  not_due: 'There is nothing to delay, end or extend.',
  brief_incomplete: 'A handover needs at least a situation and a request.',
  brief_unread: 'Control passes only after the receiver has read the brief.',
  reason_needed: 'Lowering a band needs a reason.',
  flood_changed:
    'Another supervisor was first, the time for it is over, or none of the chats waits any more.',
  nothing_suggested: 'There is no suggestion to close, or the service has closed in between.',
  handover_open: 'The conversation already has an open handover.',
  handover_closed: 'The handover has ended, or is not at this step.',
  lane_closed: 'No supervisor reads along, and none is called: nobody would read a private word.',
  not_quiet_yet: 'The visitor has not been silent for 15 minutes, or waits for a reply.',
  agreement_needed:
    'The visitor is in danger, or this person lowered that answer: a supervisor must agree to the end first.',
  danger_held:
    'This person holds a conversation in danger: they hand it over, or ask to end it, before they leave.',
  nothing_to_agree: 'The visitor is not in danger: this person may end the conversation themselves.',
  ending_changed:
    'The question is over: it was answered or withdrawn, or the holder or the safety answer is another now.',
  read_first: 'The visitor has written since the question, and the supervisor has not read it.',
  review_taken: 'Another person gives this review, or nobody has taken it yet.',
  review_given: 'The review is given. What was given stays as it is.',
  review_incomplete: 'A mark is missing, or the feedback is.',
  retention_changed:
    'Another request about keeping this conversation is open, this one is over, or it is already so.',
  on_hold: 'The conversation is held. What is held is not erased.',
  not_dealt_with:
    'A danger ending lacks its write-up, or a review is in work. The conversation is not erased early.',
  not_logged_yet:
    'The audit row is newer than the checkpoint that it is looked for in. Try again in a few seconds.',
  not_ended: 'The conversation has not ended, so there is nothing to wrap up or to erase.',
  already_wrapped_up: 'The wrap-up is finished.',
  protocol_mismatch: 'The page is older or newer than the server. Reload it.',
  server_busy: 'As many requests as may wait already wait. Nothing was stored; try again in a moment.',
  too_many_lines: 'No connection is free, or this network opens them too fast. Try again in a moment.',
  unavailable: 'The database cannot be reached right now. Nothing was stored; try again with the same id.',
};

/** The reference of refusal codes, in the order of the contract. */
export const refusalsPage = (): string => `# Refusals

Every way in which the server refuses a command or a request. The list is closed: screens have words for each code.
This page is generated by \`npm run docs:generate\`.

| code | meaning |
| --- | --- |
${REFUSALS.map((code) => `| \`${code}\` | ${MEANING[code]} |`).join('\n')}
`;
