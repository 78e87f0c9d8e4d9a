/** Every way a command can be refused. Closed: screens have words for each. */
export const REFUSALS = [
  'malformed', // not of the command's form: unknown key, wrong type, bad id
  'unknown_command', // no such command here
  'empty_message',
  'message_too_long', // over 4,000 code points
  'control_character', // NUL or another character that no one types and no screen shows
  'different_body', // the id is known with another body; the first one is kept
  'too_fast', // over this sender's rate; nothing was stored, try again later
  'busy', // too many are signing in at once; the answer says when to try again
  'not_signed_in',
  'session_changed', // the browser's session belongs to another person than the page shows
  'wrong_sign_in', // name or password: deliberately not which
  'wrong_code', // of an authenticator, or for recovery: wrong, used, or none is set up: deliberately not which
  'half_session_over', // too long since the password, or too many wrong codes: sign in from the start
  'last_factor', // someone keeps at least one second factor
  'proof_old', // this asks for a proof of who they are that is no older than five minutes
  'link_over', // a set-up link that is used, too old or unknown: deliberately not which
  'invite_used', // the person has opened their account with it
  'invite_expired', // after 72 hours
  'invite_revoked', // an administrator revoked it, or made a newer one
  'proposal_over', // agreed to, declined, withdrawn or too old, or the person is something else now
  'password_too_short', // fewer than 15 characters
  'password_too_common', // made of words and rows of keys that are tried first
  'name_taken', // another person signs in with this name
  'not_allowed', // this role never may
  'not_found', // unknown, or not theirs: deliberately not which
  'already_started', // this page already has its conversation
  'service_closed', // nobody is taken, or nobody of this band
  'proof_needed', // many started at once: the page does a short proof of work first
  'conversation_ended',
  'visitor_left', // by quick exit: nothing that is written now is read
  'stale_epoch', // another person holds the conversation now
  'offer_expired',
  'offer_taken',
  'at_capacity',
  'not_available', // the person asked is not there, or chose to be away
  'hours_over', // no more time on shift today, or this week
  'too_early', // the gap since the shift block before is too short: the desk says when one may begin
  'not_yourself', // a supervisor says it of a colleague, never of themselves
  'break_called', // a supervisor called this break: only they can call it off
  'not_due', // nothing to put off, to end or to make longer
  'brief_incomplete', // a handover needs at least a situation and a request
  'brief_unread', // control passes only after the receiver has read the brief
  'reason_needed', // a band is lowered without a reason
  'flood_changed', // another supervisor was first, the time is over, or none of the chats is left
  'nothing_suggested', // closing is not suggested, or has happened
  'handover_open', // one at a time for a conversation
  'handover_closed', // it has ended, or is not at this step
  'not_quiet_yet', // the visitor has not been silent for 15 minutes, or waits for a reply
  'agreement_needed', // the visitor is in danger, or this person lowered that: a supervisor must agree to the end
  'danger_held', // nobody leaves while they hold a conversation in danger
  'nothing_to_agree', // this person may end it themselves
  'ending_changed', // the question is over: answered, withdrawn, or the holder or the safety answer is another now
  'read_first', // the visitor has written since the question, and the supervisor has not read it
  'lane_closed', // no supervisor reads along, and none is called
  'review_taken', // another person gives this review, or nobody has taken it yet
  'review_given', // a review is given once: what was given stays
  'review_incomplete', // a mark or the feedback is missing
  'retention_changed', // another request is open for the conversation, or this one is over, or what it asks for is so already
  'on_hold', // what is held is not erased
  'not_dealt_with', // a danger ending lacks its write-up, or a review is in work: it is not erased early
  'not_logged_yet', // newer than the checkpoint that it is looked for in
  'not_ended', // wrap-up or erasure before the end
  'already_wrapped_up',
  'protocol_mismatch', // the page is older or newer than the server: reload
  'server_busy', // as many as may wait already wait; nothing was stored, try again in a moment
  'too_many_lines', // no connection is free, or this network opens them too fast; the page tries again
  'unavailable', // Postgres cannot be reached; nothing was stored
] as const;
export type Refusal = (typeof REFUSALS)[number];
