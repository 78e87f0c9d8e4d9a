import type { AccessChange } from '@warmline/setup';
import { auditRow, verdicts, type AuditRow, type Fact } from './audit-row';
import { ACCESS_ROWS } from './testing/access-rows';
import {
  call,
  contact,
  conversation,
  facts,
  flood,
  gateway,
  handover,
  jo,
  kim,
  offer,
  sam,
  service,
  session,
  shift,
  written,
} from './testing/every-fact';

const every: readonly Fact[] = Object.values(facts);

const byStaff = (id: string) => ({ kind: 'staff', id }) as const;
const [bySam, byKim, byJo] = [byStaff(sam), byStaff(kim), byStaff(jo)];
const [byVisitor, bySystem] = [{ kind: 'visitor', id: null } as const, { kind: 'system', id: null } as const];
const none = { conversation: null, epoch: null, subject: null, whom: null, reason: null, count: null };
const ofConversation = { ...none, conversation };
const ofOffer = { ...ofConversation, subject: offer, whom: sam };
const ofHandover = { ...ofConversation, subject: handover };
const ofMinute = { ...none, actor: bySystem, subject: gateway, count: 7 };
const ofQuestion = { ...ofConversation, epoch: 3, subject: gateway, whom: sam };
const ofReview = { ...ofConversation, subject: flood, whom: sam };
const ofCall = { ...ofConversation, subject: call };

const EXPECTED: Record<Fact['type'], Omit<AuditRow, 'action' | 'service'>> = {
  conversations_erased: { ...none, actor: bySystem, count: 7 },
  complaints_erased: { ...none, actor: bySystem, count: 2 },
  practices_erased: { ...none, actor: bySystem, count: 3 },
  key_destroyed: { ...none, actor: bySystem, reason: 'day_2027_03_01' },
  hold_key_destroyed: { ...none, actor: bySystem },
  main_key_set: { ...none, actor: bySystem, reason: 'by_pkcs11' },
  keys_rewrapped: { ...none, actor: bySystem, count: 93 },
  main_key_forgotten: { ...none, actor: bySystem, count: 2 },
  retention_asked: { ...ofCall, actor: bySam, reason: 'hold_safeguarding_child' },
  retention_agreed: { ...ofCall, actor: byJo, whom: sam, reason: 'hold' },
  retention_declined: { ...ofCall, actor: byJo, whom: sam, reason: 'erase' },
  retention_withdrawn: { ...ofCall, actor: bySam, reason: 'end_hold' },
  hold_reviewed: { ...ofConversation, actor: byJo },
  conversation_started: { ...ofConversation, actor: byVisitor, reason: 'band_2' },
  holding_began: { ...ofConversation, actor: bySam, epoch: 3 },
  holding_passed: { ...ofConversation, actor: byJo, epoch: 3, whom: sam, reason: 'safety' },
  visitor_left_quickly: { ...ofConversation, actor: byVisitor },
  safety_answer_set: { ...ofConversation, actor: bySam, reason: 'said_safe_said_since' },
  safety_recorded: { ...ofConversation, actor: byJo, subject: session, reason: 'act_emergency_services' },
  safety_step_opened: { ...ofConversation, actor: bySam, reason: 'threshold' },
  safety_step_closed: { ...ofConversation, actor: byJo, reason: 'said_since' },
  holding_lost: { ...ofConversation, actor: bySystem, epoch: 3, whom: sam, reason: 'band_2' },
  silence_asked: { ...ofConversation, actor: bySystem, count: 1 },
  silence_answered: { ...ofConversation, actor: byVisitor, reason: 'more_time' },
  time_told: { ...ofConversation, actor: bySystem, count: 15 },
  conversation_extended: { ...ofConversation, actor: bySam, epoch: 3, count: 1 },
  conversation_ended: { ...ofConversation, actor: bySam, epoch: 3, reason: 'went_quiet' },
  ending_asked: { ...ofQuestion, actor: bySam, whom: null, reason: 'responder_ended_agreed' },
  ending_agreed: { ...ofQuestion, actor: byJo },
  ending_declined: { ...ofQuestion, actor: byJo },
  ending_withdrawn: { ...ofQuestion, actor: bySam, whom: null },
  ending_overtaken: { ...ofQuestion, actor: bySystem },
  ending_to_write_up: { ...ofConversation, actor: bySystem, epoch: 3, reason: 'quick_exit' },
  ending_written_up: { ...ofConversation, actor: byJo, subject: flood },
  wrapped_up: { ...ofConversation, actor: bySam, epoch: 3 },
  complaint_made: { ...none, actor: byVisitor, subject: call },
  word_passed_on: { ...none, actor: byJo, subject: call },
  complaint_read: { ...none, actor: byJo, subject: call },
  complaint_noted: { ...none, actor: byJo, subject: written },
  complaint_closed: { ...none, actor: byJo, subject: call },
  after_chat_read: { ...none, actor: byJo },
  after_chat_answered: { ...ofConversation, actor: byVisitor },
  history_read: { ...ofConversation, actor: byJo, reason: 'complaint' },
  conversation_read: { ...ofConversation, actor: bySam },
  observation_began: { ...ofConversation, actor: bySam },
  observation_ended: { ...ofConversation, actor: bySam },
  supervisor_joined: { ...ofConversation, actor: byJo },
  supervisor_left: { ...ofConversation, actor: byJo },
  note_added: { ...ofConversation, actor: bySam, subject: written },
  private_word_said: { ...ofConversation, actor: byJo, epoch: 3, subject: written },
  practice_began: { ...none, actor: bySam, subject: flood, whom: kim, reason: 'colleague' },
  practice_ended: { ...none, actor: bySam, subject: flood, reason: 'passed' },
  practice_read: { ...none, actor: byJo, subject: flood, whom: sam },
  practice_word_added: { ...none, actor: byJo, subject: flood, whom: sam },
  offer_made: { ...ofOffer, actor: bySystem },
  offer_accepted: { ...ofOffer, actor: bySam },
  offer_declined: { ...ofOffer, actor: bySam },
  offer_expired: { ...ofOffer, actor: bySystem },
  offer_withdrawn: { ...ofOffer, actor: bySystem },
  flood_proposed: { ...none, actor: byJo, subject: flood, count: 7 },
  flood_confirmed: { ...none, actor: byKim, subject: flood, count: 6 },
  proof_asked: { ...none, actor: byKim, subject: flood },
  proof_stopped: { ...none, actor: byJo, subject: flood },
  flood_closed: { ...none, actor: bySystem, subject: flood, reason: 'ended', count: 5 },
  chat_set_aside: { ...ofConversation, actor: byKim, subject: flood },
  chat_brought_back: { ...ofConversation, actor: byJo, subject: flood },
  handover_proposed: { ...ofHandover, actor: byJo, whom: sam, epoch: 3, reason: 'cold' },
  handover_offered: { ...ofHandover, actor: bySystem, whom: kim },
  handover_declined: { ...ofHandover, actor: byKim },
  handover_missed: { ...ofHandover, actor: bySystem, whom: kim },
  handover_accepted: { ...ofHandover, actor: byKim },
  visitor_asked: { ...ofHandover, actor: bySystem, whom: kim },
  visitor_agreed: { ...ofHandover, actor: byVisitor, whom: kim },
  handover_joined: { ...ofHandover, actor: byKim, reason: 'visitor_agreed' },
  brief_shown: { ...ofHandover, actor: byKim },
  brief_read: { ...ofHandover, actor: byKim },
  control_passed: { ...ofHandover, actor: byKim, whom: sam, epoch: 4 },
  handover_left: { ...ofHandover, actor: byKim, whom: sam },
  handover_closed: { ...ofHandover, actor: byJo, whom: kim, reason: 'withdrawn' },
  everyone_asked: { ...none, actor: byJo, subject: session },
  everyone_answered: { ...none, actor: bySam, subject: session, reason: 'can' },
  help_called: { ...ofCall, actor: bySam, reason: 'urgent' },
  help_made_urgent: { ...ofCall, actor: bySam },
  help_answered: { ...ofCall, actor: byJo, whom: sam },
  help_joined: { ...ofCall, actor: byJo, whom: sam },
  help_over: { ...ofCall, actor: byJo, whom: sam, reason: 'settled' },
  on_call_added: { ...none, actor: byJo, subject: contact, reason: 'webhook' },
  on_call_removed: { ...none, actor: byJo, subject: contact },
  on_call_told: { ...none, actor: bySystem, subject: contact, reason: 'danger_timed_out', count: 5 },
  review_planned: { ...ofReview, actor: bySystem, reason: 'second_monthly' },
  review_taken: { ...ofReview, actor: byJo },
  review_put_back: { ...ofReview, actor: byJo },
  review_read: { ...ofReview, actor: byJo, reason: 'review' },
  review_given: { ...ofReview, actor: byJo },
  feedback_read: { ...ofReview, actor: bySam, reason: 'feedback' },
  feedback_replied: { ...ofReview, actor: bySam },
  danger_heard: { ...ofConversation, actor: byJo },
  danger_unheard: { ...ofConversation, actor: bySystem },
  availability_changed: { ...none, actor: bySam, reason: 'away' },
  checked_in: { ...none, actor: bySam, subject: shift, reason: 'one_at_a_time' },
  checked_out: { ...none, actor: bySam, subject: shift },
  break_began: { ...none, actor: bySystem, whom: sam, reason: 'due' },
  break_wanted: { ...none, actor: bySam },
  break_delayed: { ...none, actor: bySam },
  break_ended: { ...none, actor: bySam },
  rest_extended: { ...none, actor: bySam },
  contact_wanted: { ...none, actor: bySam },
  swap_asked: { ...none, actor: bySam, whom: jo, subject: contact },
  swap_agreed: { ...none, actor: bySam, whom: jo, subject: contact },
  swap_declined: { ...none, actor: bySam, whom: jo, subject: contact },
  swap_withdrawn: { ...none, actor: bySam, whom: jo, subject: contact },
  topic_muted: { ...none, actor: bySam, subject: shift },
  band_changed: { ...ofConversation, actor: bySystem, reason: 'band_2' },
  supervisors_called: { ...ofConversation, actor: bySystem },
  capacity_set: { ...none, actor: byJo, whom: sam, reason: 'capacity_1' },
  break_called: { ...none, actor: byJo, whom: sam },
  shift_closed: { ...none, actor: byJo, whom: sam },
  hours_allowed: { ...none, actor: byJo, whom: sam, reason: 'nobody_else' },
  contact_made: { ...none, actor: byJo, whom: sam },
  waiting_told: { ...ofConversation, actor: byJo, reason: 'told_still_here' },
  setup_changed: { ...none, actor: bySam, subject: contact, reason: 'snippets' },
  setup_undone: { ...none, actor: bySam, subject: contact, reason: 'rota' },
  charity_changed: { ...none, actor: bySam, subject: contact, reason: 'changed', count: 1 },
  readiness_confirmed: { ...none, actor: bySam, reason: 'numbers' },
  service_opened: { ...none, actor: bySam, reason: 'not_ready', count: 1 },
  audit_exported: { ...none, actor: bySam },
  person_history_read: { ...none, actor: byJo, whom: sam },
  history_exported: { ...none, actor: byJo, whom: sam, count: 12 },
  service_exported: { ...none, actor: bySam },
  service_imported: { ...none, actor: bySam, count: 7 },
  list_exported: { ...none, actor: bySam, reason: 'people' },
  access_changed: { ...none, actor: byJo, whom: sam, reason: 'role_from_responder_to_supervisor' },
  ...ACCESS_ROWS,
  sign_ins_failed: { ...ofMinute, reason: 'wrong_sign_in' },
  requests_refused: { ...ofMinute, reason: 'not_allowed' },
  limits_reached: { ...ofMinute, reason: 'too_fast' },
  door_set: { ...none, actor: bySystem, reason: 'at_capacity_long_wait' },
  door_kept_open: { ...none, actor: byJo },
  wall_link_made: { ...none, actor: byJo, subject: contact },
  wall_link_revoked: { ...none, actor: byJo, subject: contact },
  setup_link_made: { ...none, actor: bySystem },
  administrator_set_up: { ...none, actor: bySam },
  names_changed: { ...none, actor: bySam },
  password_changed: { ...none, actor: bySam },
  invite_made: { ...none, actor: byJo, whom: sam },
  invite_revoked: { ...none, actor: byJo, whom: sam },
  person_left: { ...none, actor: bySystem, whom: sam, reason: 'time_over' },
  invite_mailed: { ...none, actor: byJo, whom: sam, reason: 'sent' },
  invite_used: { ...none, actor: bySam },
  authenticator_added: { ...none, actor: bySam },
  passkey_added: { ...none, actor: bySam },
  passkey_removed: { ...none, actor: bySam },
  identity_provider_linked: { ...none, actor: bySam },
  identity_provider_unlinked: { ...none, actor: bySam },
  account_asked: { ...none, actor: bySam },
  recovery_codes_made: { ...none, actor: bySam },
  recovery_code_used: { ...none, actor: bySam, reason: 'codes_left_6' },
  signed_in: { ...none, actor: bySam, subject: session, reason: 'authenticator' },
  signed_out: { ...none, actor: bySystem, whom: sam, subject: session, reason: 'idle' },
};

describe('the audit', () => {
  it('knows every fact, and leaves none out', () => {
    expect(Object.keys(verdicts).sort()).toEqual(Object.keys(facts).sort());
    for (const { type } of every) expect(verdicts[type].verdict).toBe('record');
  });

  it.each(every.map((fact) => [fact.type, fact] as const))('[AUD1] has one row for %s', (type, fact) => {
    expect(auditRow(fact)).toEqual({ action: type, service, ...EXPECTED[type] });
  });

  it('[AUD1] says whether a member of staff, the visitor or a clock ended it', () => {
    expect(auditRow({ ...facts.conversation_ended, by: 'visitor' })?.actor).toEqual(byVisitor);
    expect(auditRow({ ...facts.conversation_ended, by: null })?.actor).toEqual(bySystem);
  });

  it('[AUD1] the row says why a visitor’s priority was lowered', () => {
    const lowered = {
      from: 2,
      to: 3,
      because: 'person',
      by: jo,
      words: null,
      reason: 'set_by_mistake',
    } as const;
    expect(auditRow({ ...facts.band_changed, ...lowered })).toMatchObject({
      actor: byJo,
      reason: 'band_3_set_by_mistake',
    });
  });

  it('[AUD4] keeps nothing of the words that changed a band, not even their line in the list', () => {
    expect(JSON.stringify(auditRow(facts.band_changed))).not.toContain(facts.band_changed.words);
  });

  it('[AUD1] says who became what, and who added them', () => {
    const { access_changed: fact } = facts;
    const rowOf = (change: AccessChange) => auditRow({ ...fact, change });
    expect(rowOf({ what: 'role', from: null, to: 'administrator' })?.reason).toBe(
      'role_from_none_to_administrator',
    );
    expect(rowOf({ what: 'active', to: false })?.reason).toBe('deactivated');
    expect(rowOf({ what: 'active', to: true })?.reason).toBe('activated');
    expect(rowOf({ what: 'skills_taken', count: 2 })).toMatchObject({ reason: 'skills_taken', count: 2 });
  });

  it('[AUD1] says that facts called for a person, where the person did not call', () => {
    const automatic = { actor: bySystem, whom: sam, reason: 'facts' };
    const called = { ...facts.help_called, because: 'facts' } as const;
    expect(auditRow(called)).toMatchObject({ ...automatic, action: 'help_called' });
    const urgent = { ...facts.help_made_urgent, because: 'facts' } as const;
    expect(auditRow(urgent)).toMatchObject({ ...automatic, action: 'help_made_urgent' });
  });

  it('[AUD1] says of a handover that ended who ended it, and why where the state alone does not say it', () => {
    const { handover_closed: fact, handover_left: left, handover_joined: joined } = facts;
    expect(auditRow({ ...fact, by: 'visitor', state: 'visitor_said_no', reason: null })).toMatchObject({
      actor: byVisitor,
      reason: 'visitor_said_no',
    });
    expect(auditRow({ ...fact, by: null, receiver: null, reason: 'nobody_free' })).toMatchObject({
      actor: bySystem,
      whom: null,
      reason: 'nobody_free',
    });
    expect(auditRow({ ...left, by: null })?.actor).toEqual(bySystem);
    expect(auditRow({ ...joined, mustLeave: true })?.reason).toBe('visitor_told');
  });
});
