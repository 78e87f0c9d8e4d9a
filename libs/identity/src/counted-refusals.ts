import type { ServiceId } from '@warmline/kernel';
import type { Refusal } from '@warmline/vocabulary';

/** What a refusal says about security. Each of the three is an action of the audit. */
export type RefusalClass = 'sign_ins_failed' | 'requests_refused' | 'limits_reached';

/** Null: an ordinary outcome, such as an offer that someone else has taken. A refusal without a line does not compile. */
const CLASSES = {
  malformed: 'requests_refused',
  unknown_command: 'requests_refused',
  empty_message: null,
  message_too_long: 'requests_refused',
  control_character: 'requests_refused',
  different_body: 'requests_refused',
  too_fast: 'limits_reached',
  busy: 'limits_reached',
  not_signed_in: 'requests_refused',
  session_changed: 'requests_refused',
  wrong_sign_in: 'sign_ins_failed',
  wrong_code: 'sign_ins_failed',
  half_session_over: 'sign_ins_failed',
  last_factor: null,
  proof_old: null,
  link_over: 'sign_ins_failed',
  invite_used: null,
  invite_expired: null,
  invite_revoked: null,
  proposal_over: null,
  password_too_short: null,
  password_too_common: null,
  name_taken: null,
  not_allowed: 'requests_refused',
  not_found: 'requests_refused',
  already_started: null,
  service_closed: null,
  proof_needed: 'limits_reached',
  conversation_ended: null,
  visitor_left: null,
  stale_epoch: null,
  offer_expired: null,
  offer_taken: null,
  at_capacity: null,
  not_available: null,
  hours_over: null,
  too_early: null,
  not_yourself: null,
  break_called: null,
  not_due: null,
  brief_incomplete: null,
  brief_unread: null,
  reason_needed: null,
  flood_changed: null,
  retention_changed: null,
  on_hold: null,
  not_dealt_with: null,
  nothing_suggested: null,
  handover_open: null,
  handover_closed: null,
  lane_closed: null,
  not_quiet_yet: null,
  agreement_needed: null,
  danger_held: null,
  nothing_to_agree: null,
  ending_changed: null,
  read_first: null,
  review_taken: null,
  review_given: null,
  review_incomplete: null,
  not_logged_yet: null,
  not_ended: null,
  already_wrapped_up: null,
  protocol_mismatch: null,
  server_busy: 'limits_reached',
  too_many_lines: 'limits_reached',
  unavailable: null,
} as const satisfies Readonly<Record<Refusal, RefusalClass | null>>;

/** How often one refusal was given by one gateway since its last report. Never to whom: a stranger has no name here. */
export interface RefusalsCounted<Class extends RefusalClass = RefusalClass> {
  readonly type: Class;
  readonly service: ServiceId;
  /** The process, under an id that it makes when it starts. */
  readonly gateway: string;
  readonly refusal: Refusal;
  /** At least 1. */
  readonly count: number;
}

export type RefusalEvent = { readonly [Class in RefusalClass]: RefusalsCounted<Class> }[RefusalClass];

export const classOf = (refusal: Refusal): RefusalClass | null => CLASSES[refusal];
