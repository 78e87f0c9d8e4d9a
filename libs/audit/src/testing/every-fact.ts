import { instant, shiftId } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { Fact } from '../audit-row';

export const conversation = numbered.conversation(1);
export const [service, offer, session, handover, call] = [
  numbered.service(1),
  numbered.offer(1),
  numbered.session(1),
  numbered.handover(1),
  numbered.helpCall(1),
];
export const [sam, kim, jo] = [numbered.staff(1), numbered.staff(2), numbered.staff(3)];
const at = instant(1_000);
const about = { service, conversation, at };
const aboutOffer = { ...about, staff: sam, offer };
const ofSam = { service, staff: sam, at };
export const shift = shiftId(session);
/** From Sam to Kim. */
const sending = { ...about, handover, sender: sam };
const passing = { ...sending, receiver: kim };

/** The id of a note or a private word. */
export const written = '00000000-0000-4000-8000-00000000cccc';

/** Of one gateway in one minute. */
export const gateway = '00000000-0000-4000-8000-00000000aaaa';
const refusals = { service, gateway, count: 7 };

/** Jo proposes that Sam becomes a supervisor. */
const ofProposal = { service, by: jo, staff: sam, proposal: gateway };
const between = {
  from: { role: 'responder', furtherRoles: [], active: true },
  to: { role: 'supervisor', furtherRoles: ['trainer'], active: true },
} as const;

export const flood = '00000000-0000-4000-8000-00000000bbbb';
const aboutFlood = { service, flood, at };

export const contact = '00000000-0000-4000-8000-00000000cccc';
const aboutContact = { service, contact, at };
const aSave = { service, staff: sam, added: 1, changed: 0, removed: 2, change: contact };
/** Of Sam, in danger. */
const asking = { ...about, request: gateway, epoch: 3, askedBy: sam };

const aboutPractice = { service, practice: flood, staff: sam, at };
/** Of Sam's work. */
const reviewing = { ...about, review: flood, responder: sam };

/** Sam's. */
const calling = { ...about, staff: sam, call };

/** One of every fact there is: another one does not compile here before it is added. */
export const facts: { readonly [Type in Fact['type']]: Extract<Fact, { type: Type }> } = {
  conversations_erased: { type: 'conversations_erased', service, at, count: 7 },
  complaints_erased: { type: 'complaints_erased', service, at, count: 2 },
  practices_erased: { type: 'practices_erased', service, at, count: 3 },
  key_destroyed: { type: 'key_destroyed', service, at, day: '2027-03-01' },
  hold_key_destroyed: { type: 'hold_key_destroyed', service, at },
  main_key_set: { type: 'main_key_set', service, at, kind: 'pkcs11' },
  keys_rewrapped: { type: 'keys_rewrapped', service, at, count: 93 },
  main_key_forgotten: { type: 'main_key_forgotten', service, at, count: 2 },
  retention_asked: {
    type: 'retention_asked',
    ...about,
    request: call,
    wish: 'hold',
    reason: 'safeguarding_child',
    by: sam,
  },
  retention_agreed: { type: 'retention_agreed', ...about, request: call, wish: 'hold', by: jo, askedBy: sam },
  retention_declined: {
    type: 'retention_declined',
    ...about,
    request: call,
    wish: 'erase',
    by: jo,
    askedBy: sam,
  },
  retention_withdrawn: { type: 'retention_withdrawn', ...about, request: call, wish: 'end_hold', by: sam },
  hold_reviewed: { type: 'hold_reviewed', ...about, by: jo },
  practice_began: { type: 'practice_began', ...aboutPractice, scenario: null, colleague: kim },
  practice_ended: { type: 'practice_ended', ...aboutPractice, result: 'passed' },
  practice_read: { type: 'practice_read', ...aboutPractice, by: jo },
  practice_word_added: { type: 'practice_word_added', ...aboutPractice, by: jo },
  conversation_started: { type: 'conversation_started', ...about, band: 2 },
  holding_began: { type: 'holding_began', ...about, staff: sam, epoch: 3 },
  holding_passed: { type: 'holding_passed', ...about, staff: sam, epoch: 3, to: jo, reason: 'safety' },
  visitor_left_quickly: { type: 'visitor_left_quickly', ...about },
  safety_answer_set: {
    type: 'safety_answer_set',
    ...about,
    from: 'not_safe_now',
    to: 'said_safe',
    by: sam,
    role: 'responder',
    reason: 'said_since',
  },
  safety_recorded: {
    type: 'safety_recorded',
    ...about,
    entry: session,
    what: 'act_emergency_services',
    by: jo,
  },
  safety_step_opened: { type: 'safety_step_opened', ...about, because: 'threshold', by: sam },
  safety_step_closed: { type: 'safety_step_closed', ...about, reason: 'said_since', by: jo },
  holding_lost: { type: 'holding_lost', ...about, staff: sam, epoch: 3, band: 2 },
  silence_asked: { type: 'silence_asked', ...about, number: 1 },
  silence_answered: { type: 'silence_answered', ...about, answer: 'more_time' },
  time_told: { type: 'time_told', ...about, minutes: 15 },
  conversation_extended: { type: 'conversation_extended', ...about, staff: sam, epoch: 3, number: 1 },
  conversation_ended: { type: 'conversation_ended', ...about, by: sam, epoch: 3, reason: 'went_quiet' },
  ending_asked: { type: 'ending_asked', ...asking, reason: 'responder_ended_agreed' },
  ending_agreed: { type: 'ending_agreed', ...asking, by: jo },
  ending_declined: { type: 'ending_declined', ...asking, by: jo },
  ending_withdrawn: { type: 'ending_withdrawn', ...asking },
  ending_overtaken: { type: 'ending_overtaken', ...asking },
  ending_to_write_up: { type: 'ending_to_write_up', ...about, epoch: 3, how: 'quick_exit' },
  ending_written_up: { type: 'ending_written_up', ...about, note: flood, by: jo },
  wrapped_up: { type: 'wrapped_up', ...about, staff: sam, epoch: 3 },
  after_chat_answered: { type: 'after_chat_answered', ...about },
  person_history_read: { type: 'person_history_read', service, staff: jo, whom: sam, at },
  history_exported: { type: 'history_exported', service, staff: jo, whom: sam, count: 12, at },
  history_read: { type: 'history_read', ...about, staff: jo, purpose: 'complaint' },
  conversation_read: { type: 'conversation_read', ...about, staff: sam },
  observation_began: { type: 'observation_began', ...about, staff: sam },
  observation_ended: { type: 'observation_ended', ...about, staff: sam },
  supervisor_joined: { type: 'supervisor_joined', ...about, staff: jo },
  supervisor_left: { type: 'supervisor_left', ...about, staff: jo },
  note_added: { type: 'note_added', ...about, staff: sam, note: written },
  private_word_said: { type: 'private_word_said', ...about, staff: jo, epoch: 3, word: written },
  offer_made: { type: 'offer_made', ...aboutOffer, expiresAt: at },
  offer_accepted: { type: 'offer_accepted', ...aboutOffer },
  offer_declined: { type: 'offer_declined', ...aboutOffer },
  offer_expired: { type: 'offer_expired', ...aboutOffer },
  offer_withdrawn: { type: 'offer_withdrawn', ...aboutOffer },
  flood_proposed: { type: 'flood_proposed', ...aboutFlood, by: jo, count: 7 },
  flood_confirmed: { type: 'flood_confirmed', ...aboutFlood, by: kim, count: 6 },
  proof_asked: { type: 'proof_asked', ...aboutFlood, by: kim, until: at },
  proof_stopped: { type: 'proof_stopped', ...aboutFlood, by: jo },
  flood_closed: { type: 'flood_closed', ...aboutFlood, by: null, outcome: 'ended', count: 5 },
  chat_set_aside: { type: 'chat_set_aside', ...aboutFlood, conversation, by: kim },
  chat_brought_back: { type: 'chat_brought_back', ...aboutFlood, conversation, by: jo },
  handover_proposed: {
    type: 'handover_proposed',
    ...sending,
    by: jo,
    epoch: 3,
    kind: 'cold',
    expiresAt: at,
  },
  handover_offered: { type: 'handover_offered', ...passing, expiresAt: at },
  handover_declined: { type: 'handover_declined', ...passing, expiresAt: at },
  handover_missed: { type: 'handover_missed', ...passing, expiresAt: at },
  handover_accepted: { type: 'handover_accepted', ...passing },
  visitor_asked: { type: 'visitor_asked', ...passing, expiresAt: at },
  visitor_agreed: { type: 'visitor_agreed', ...passing },
  handover_joined: { type: 'handover_joined', ...passing, mustLeave: false },
  brief_shown: { type: 'brief_shown', ...about, handover, to: kim },
  brief_read: { type: 'brief_read', ...passing },
  control_passed: { type: 'control_passed', ...passing, epoch: 4, expiresAt: at },
  handover_left: { type: 'handover_left', ...passing, by: kim, isTold: true },
  handover_closed: {
    type: 'handover_closed',
    ...sending,
    state: 'cancelled',
    reason: 'withdrawn',
    receiver: kim,
    by: jo,
  },
  everyone_asked: { type: 'everyone_asked', service, asked: session, by: jo, at },
  everyone_answered: { type: 'everyone_answered', ...ofSam, asked: session, can: true },
  help_called: { type: 'help_called', ...calling, urgency: 'urgent', because: 'pressed' },
  help_made_urgent: { type: 'help_made_urgent', ...calling, because: 'pressed' },
  help_answered: { type: 'help_answered', ...calling, by: jo },
  help_joined: { type: 'help_joined', ...calling, by: jo },
  help_over: { type: 'help_over', ...calling, by: jo, because: 'settled' },
  on_call_added: { type: 'on_call_added', ...aboutContact, by: jo, kind: 'webhook' },
  on_call_removed: { type: 'on_call_removed', ...aboutContact, by: jo },
  on_call_told: { type: 'on_call_told', ...aboutContact, because: 'danger', result: 'timed_out', tries: 5 },
  review_planned: { type: 'review_planned', ...reviewing, because: 'monthly', rater: 'second', by: null },
  review_taken: { type: 'review_taken', ...reviewing, by: jo },
  review_put_back: { type: 'review_put_back', ...reviewing, by: jo },
  review_read: { type: 'review_read', ...reviewing, by: jo },
  review_given: { type: 'review_given', ...reviewing, by: jo },
  feedback_read: { type: 'feedback_read', ...reviewing, by: sam },
  feedback_replied: { type: 'feedback_replied', ...reviewing, reply: written, by: sam },
  complaint_made: { type: 'complaint_made', service, complaint: call, at },
  word_passed_on: { type: 'word_passed_on', service, complaint: call, by: jo, at },
  complaint_read: { type: 'complaint_read', service, complaint: call, by: jo, at },
  complaint_noted: { type: 'complaint_noted', service, complaint: call, note: written, by: jo, at },
  complaint_closed: { type: 'complaint_closed', service, complaint: call, by: jo, at },
  after_chat_read: { type: 'after_chat_read', service, by: jo, at },
  danger_heard: { type: 'danger_heard', ...about, by: jo },
  danger_unheard: { type: 'danger_unheard', ...about },
  availability_changed: {
    type: 'availability_changed',
    service,
    staff: sam,
    availability: 'away',
    shiftEndsAt: at,
    at,
  },
  checked_in: {
    type: 'checked_in',
    ...ofSam,
    shift,
    checkIn: 'one_at_a_time',
    takesSurge: true,
    shiftEndsAt: at,
  },
  checked_out: { type: 'checked_out', ...ofSam, shift },
  break_began: { type: 'break_began', ...ofSam, until: at, why: 'due' },
  break_wanted: { type: 'break_wanted', ...ofSam },
  break_delayed: { type: 'break_delayed', ...ofSam, until: at },
  break_ended: { type: 'break_ended', ...ofSam },
  rest_extended: { type: 'rest_extended', ...ofSam },
  contact_wanted: { type: 'contact_wanted', ...ofSam },
  swap_asked: { type: 'swap_asked', ...ofSam, at, swap: contact, whom: jo },
  swap_agreed: { type: 'swap_agreed', ...ofSam, at, swap: contact, whom: jo },
  swap_declined: { type: 'swap_declined', ...ofSam, at, swap: contact, whom: jo },
  swap_withdrawn: { type: 'swap_withdrawn', ...ofSam, at, swap: contact, whom: jo },
  topic_muted: { type: 'topic_muted', ...ofSam, shift, topic: 'bereavement' },
  band_changed: {
    type: 'band_changed',
    ...about,
    from: 3,
    to: 2,
    because: 'words',
    by: null,
    words: session,
    reason: null,
  },
  supervisors_called: { type: 'supervisors_called', ...about },
  capacity_set: { type: 'capacity_set', ...ofSam, by: jo, capacity: 1 },
  break_called: { type: 'break_called', ...ofSam, by: jo },
  shift_closed: { type: 'shift_closed', ...ofSam, by: jo },
  hours_allowed: { type: 'hours_allowed', ...ofSam, by: jo, reason: 'nobody_else', until: at },
  contact_made: { type: 'contact_made', ...ofSam, by: jo },
  waiting_told: { type: 'waiting_told', ...about, by: jo, notice: 'told_still_here' },
  setup_changed: { type: 'setup_changed', ...aSave, list: 'starters' },
  setup_undone: { type: 'setup_undone', ...aSave, list: 'rota' },
  charity_changed: { type: 'charity_changed', ...ofSam, change: contact, parts: ['name'], isUndo: false },
  readiness_confirmed: { type: 'readiness_confirmed', ...ofSam, what: 'numbers' },
  service_opened: { type: 'service_opened', ...ofSam, missing: ['backup'] },
  audit_exported: { type: 'audit_exported', service, staff: sam },
  service_exported: { type: 'service_exported', service, staff: sam },
  service_imported: { type: 'service_imported', service, staff: sam, count: 7 },
  list_exported: { type: 'list_exported', service, staff: sam, list: 'people' },
  access_changed: {
    type: 'access_changed',
    service,
    by: jo,
    staff: sam,
    change: { what: 'role', from: 'responder', to: 'supervisor' },
  },
  access_proposed: { type: 'access_proposed', ...ofProposal, ...between },
  access_agreed: { type: 'access_agreed', ...ofProposal, ...between, agreedBy: kim },
  recovery_proposed: { type: 'recovery_proposed', ...ofProposal },
  recovery_agreed: { type: 'recovery_agreed', ...ofProposal, agreedBy: kim },
  leaving_proposed: { type: 'leaving_proposed', ...ofProposal },
  leaving_agreed: { type: 'leaving_agreed', ...ofProposal, agreedBy: kim },
  access_proposal_ended: { type: 'access_proposal_ended', ...ofProposal, endedBy: kim, because: 'declined' },
  sign_ins_failed: { type: 'sign_ins_failed', ...refusals, refusal: 'wrong_sign_in' },
  requests_refused: { type: 'requests_refused', ...refusals, refusal: 'not_allowed' },
  limits_reached: { type: 'limits_reached', ...refusals, refusal: 'too_fast' },
  door_set: { type: 'door_set', service, setting: 'at_capacity', reason: 'long_wait', by: null, at },
  door_kept_open: { type: 'door_kept_open', service, by: jo, at },
  setup_link_made: { type: 'setup_link_made', service },
  wall_link_made: { type: 'wall_link_made', service, link: contact, by: jo },
  wall_link_revoked: { type: 'wall_link_revoked', service, link: contact, by: jo },
  administrator_set_up: { type: 'administrator_set_up', service, staff: sam },
  names_changed: { type: 'names_changed', service, staff: sam },
  password_changed: { type: 'password_changed', service, staff: sam },
  invite_made: { type: 'invite_made', service, staff: sam, by: jo },
  invite_revoked: { type: 'invite_revoked', service, staff: sam, by: jo },
  person_left: { type: 'person_left', service, staff: sam, because: 'time_over' },
  invite_mailed: { type: 'invite_mailed', service, staff: sam, by: jo, result: 'sent' },
  invite_used: { type: 'invite_used', service, staff: sam },
  authenticator_added: { type: 'authenticator_added', service, staff: sam },
  passkey_added: { type: 'passkey_added', service, staff: sam },
  passkey_removed: { type: 'passkey_removed', service, staff: sam },
  account_asked: { type: 'account_asked', service, staff: sam },
  identity_provider_linked: { type: 'identity_provider_linked', service, staff: sam },
  identity_provider_unlinked: { type: 'identity_provider_unlinked', service, staff: sam },
  recovery_codes_made: { type: 'recovery_codes_made', service, staff: sam },
  recovery_code_used: { type: 'recovery_code_used', service, staff: sam, left: 6 },
  signed_in: { type: 'signed_in', service, staff: sam, session, proof: 'authenticator' },
  signed_out: { type: 'signed_out', service, staff: sam, session, because: 'idle' },
};
