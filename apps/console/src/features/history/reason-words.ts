import type { Refusal } from '@warmline/vocabulary';
import { dayWords } from '../../shared/i18n/moment-words';
import {
  accessWords,
  bands,
  crossed,
  endings,
  handoverEnds,
  listCodes,
  lowering,
  moreHours,
  onCallCauses,
  onCallResults,
  openingReasons,
  openingSettings,
  purposeWords,
  retentionReasons,
  reviewCauses,
  safetyAnswers,
  safetyLowering,
  safetyParts,
  scenarios,
  takeOver,
  wishes,
  type CodeWords,
} from './reason-parts';

const inBand: CodeWords = { ...bands, ...crossed(bands, lowering) };
const retentionAsked: CodeWords = {
  ...wishes,
  ...crossed({ hold: wishes.hold, erase: wishes.erase }, retentionReasons),
};

/** What was refused, as the class of the row counts it. */
const refused: Readonly<Partial<Record<Refusal, string>>> = {
  wrong_sign_in: 'a wrong name or password',
  wrong_code: 'a wrong code',
  half_session_over: 'too long since the password',
  link_over: 'a link that no longer works',
  malformed: 'something that the server did not understand',
  unknown_command: 'something that the server cannot do',
  message_too_long: 'a message that was too long',
  control_character: 'a character that cannot be shown',
  different_body: 'another text for a message that was sent already',
  not_signed_in: 'not signed in',
  session_changed: 'someone else was signed in',
  not_allowed: 'not allowed',
  not_found: 'nothing there',
  too_fast: 'too many in a short time',
  busy: 'too many were signing in at once',
  proof_needed: 'many chats were starting at once',
  server_busy: 'the server had too much to do',
  too_many_lines: 'too many connections',
};

const safetyFactsAsk = 'the recorded facts ask for it';

const REASONS: Readonly<Record<string, CodeWords>> = {
  conversation_started: bands,
  main_key_set: {
    by_file: 'it is in a file',
    by_pkcs11: 'it is in a security module',
    by_none: 'there is none',
  },
  holding_lost: bands,
  holding_passed: { ...takeOver, handed_over: 'by a handover' },
  safety_answer_set: { ...safetyAnswers, ...crossed(safetyAnswers, safetyLowering) },
  safety_recorded: safetyParts,
  safety_step_opened: { threshold: safetyFactsAsk, card: 'from the danger card' },
  safety_step_closed: safetyLowering,
  silence_answered: { here: 'they are here', more_time: 'they would like more time' },
  conversation_ended: endings,
  ending_asked: endings,
  ending_to_write_up: endings,
  history_read: purposeWords,
  handover_proposed: { warm: 'both are there for a while', cold: 'the sender was gone' },
  handover_joined: { visitor_told: 'the visitor was told', visitor_agreed: 'the visitor had agreed' },
  handover_closed: handoverEnds,
  everyone_answered: { can: 'they can take one more', cannot: 'they cannot take one more' },
  help_called: { normal: 'soon', urgent: 'urgently', facts: safetyFactsAsk },
  help_made_urgent: { facts: safetyFactsAsk },
  help_over: {
    taken_back: 'the responder withdrew it',
    settled: 'settled',
    conversation_over: 'the conversation is over',
    holding_over: 'the responder no longer holds the conversation',
    forgotten: 'it was open for too long',
  },
  on_call_added: { webhook: 'by webhook', email: 'by e-mail' },
  on_call_told: crossed(onCallCauses, onCallResults),
  invite_mailed: onCallResults,
  person_left: { time_over: 'the time of the service was over', two_people: 'two people agreed' },
  flood_closed: {
    ended: 'the chats were ended',
    undone: 'the chats were brought back',
    withdrawn: 'it was withdrawn',
    expired: 'no second person confirmed it in time',
  },
  practice_began: { ...scenarios, colleague: 'a colleague plays the visitor' },
  practice_ended: { passed: 'passed', not_passed: 'not passed', left: 'left before the end' },
  review_planned: {
    ...reviewCauses,
    ...crossed({ second: 'a second reading' }, reviewCauses),
  },
  review_read: { review: 'for the review' },
  feedback_read: { feedback: 'the feedback' },
  retention_asked: retentionAsked,
  retention_agreed: wishes,
  retention_declined: wishes,
  retention_withdrawn: wishes,
  charity_changed: { changed: 'a change', undone: 'an undo' },
  readiness_confirmed: {
    numbers: 'the numbers are right',
    wording: 'the wording is read',
    backup: 'there is a backup',
    always_open: 'it is always open',
  },
  service_opened: { ready: 'everything was ready', not_ready: 'not everything was ready' },
  availability_changed: {
    available: 'available',
    away: 'away',
    missed_offers: 'two offers in a row were missed',
  },
  checked_in: { yes: 'takes chats', one_at_a_time: 'one chat at a time', not_today: 'no chats today' },
  break_began: { due: 'it was due', wanted: 'they asked for it' },
  band_changed: inBand,
  capacity_set: { capacity_1: '1 chat', capacity_2: '2 chats', capacity_3: '3 chats' },
  hours_allowed: moreHours,
  waiting_told: {
    told_wait_longer: 'it takes longer than usual',
    told_still_here: 'we are still here',
    told_other_help: 'where there is other help',
  },
  setup_changed: listCodes,
  setup_undone: listCodes,
  list_exported: listCodes,
  access_proposal_ended: {
    declined: 'declined',
    withdrawn: 'withdrawn',
    replaced: 'another proposal took its place',
    left: 'the person has left',
  },
  sign_ins_failed: refused,
  requests_refused: refused,
  limits_reached: refused,
  door_set: crossed(openingSettings, openingReasons),
  signed_in: {
    before: 'from before second factors',
    password: 'with a password alone',
    authenticator: 'with an authenticator',
    recovery_code: 'with a recovery code',
    passkey: 'with a passkey',
    identity_provider: 'with single sign-on',
  },
  signed_out: {
    chosen: 'they chose to',
    replaced: 'they signed in again',
    too_many: 'they had too many sessions',
    idle: 'it was unused for too long',
    expired: 'it had lasted too long',
    wrong_codes: 'too many wrong codes',
    revoked: 'their role or account changed, or the session was ended by someone else',
  },
};

const DAY = /^day_(\d{4})_(\d{2})_(\d{2})$/;
const dayIn = (code: string): string | null => {
  const [, year, month, day] = DAY.exec(code) ?? [];
  return day === undefined ? null : dayWords(`${year}-${month}-${day}`);
};

const LEFT = /^codes_left_(\d+)$/;
const codesIn = (code: string): string | null => {
  const left = LEFT.exec(code)?.[1];
  if (left === undefined) return null;
  return left === '1' ? '1 code is left' : `${left === '0' ? 'no' : left} codes are left`;
};

/** Codes with a number or several parts in them. */
const READ: Readonly<Record<string, (code: string) => string | null>> = {
  key_destroyed: dayIn,
  recovery_code_used: codesIn,
  access_changed: accessWords,
  access_proposed: accessWords,
  access_agreed: accessWords,
};

/** The reason of one act in words; null where this console knows none, as of a newer server. */
export const reasonWords = (action: string, code: string): string | null =>
  READ[action]?.(code) ?? REASONS[action]?.[code] ?? null;

const counted = (one: string, many: string) => (count: number) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;
const chats = counted('chat', 'chats');
const times = counted('time', 'times');

const COUNTS: Readonly<Record<string, (count: number) => string>> = {
  silence_asked: (number) => (number === 1 ? 'for the first time' : 'for the second time'),
  time_told: counted('minute', 'minutes'),
  conversation_extended: (number) => (number === 1 ? 'for the first time' : `${number} times so far`),
  flood_proposed: chats,
  flood_confirmed: chats,
  flood_closed: chats,
  on_call_told: counted('try', 'tries'),
  charity_changed: counted('part', 'parts'),
  service_opened: counted('check not ready', 'checks not ready'),
  access_changed: counted('skill', 'skills'),
  history_exported: counted('entry', 'entries'),
  sign_ins_failed: times,
  requests_refused: times,
  limits_reached: times,
  conversations_erased: counted('conversation', 'conversations'),
  complaints_erased: counted('message', 'messages'),
  practices_erased: counted('practice conversation', 'practice conversations'),
  keys_rewrapped: counted('key', 'keys'),
  main_key_forgotten: counted('key', 'keys'),
  service_imported: counted('row', 'rows'),
};

/** How many, in words; null where this console does not know of what. */
export const countWords = (action: string, count: number): string | null => COUNTS[action]?.(count) ?? null;
