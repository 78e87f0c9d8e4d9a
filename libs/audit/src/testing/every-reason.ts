import type { ClosedState } from '@warmline/handover';
import type { HelpEnd } from '@warmline/help';
import { classOf, LEAVING_CAUSES, type Proof, type SessionEnd } from '@warmline/identity';
import type { FloodOutcome } from '@warmline/routing';
import type { ProposalEnd } from '@warmline/setup';
import {
  AVAILABILITIES,
  BANDS,
  CHECK_INS,
  END_REASONS,
  ERASURE_REASONS,
  FURTHER_ROLES,
  HANDOVER_KINDS,
  HANDOVER_REASONS,
  HELP_CAUSES,
  HOLD_REASONS,
  LOWERING_REASONS,
  MORE_HOURS_REASONS,
  ON_CALL_CAUSES,
  ON_CALL_KINDS,
  ON_CALL_RESULTS,
  OPENING_REASONS,
  OPENING_SETTINGS,
  PRACTICE_SCENARIOS,
  RATERS,
  READING_PURPOSES,
  READINESS_CONFIRMATIONS,
  REFUSALS,
  RESPONDER_END_REASONS,
  RETENTION_WISHES,
  REVIEW_CAUSES,
  ROLES,
  SAFETY_ACTS,
  SAFETY_ANSWERS,
  SAFETY_LOWERING_REASONS,
  SAFETY_STEP_CAUSES,
  SETUP_LISTS,
  SILENCE_ANSWERS,
  TAKE_OVER_REASONS,
  URGENCIES,
  WAITING_NOTICES,
} from '@warmline/vocabulary';
import type { Fact } from '../audit-row';
import { facts } from './every-fact';

type Parts<Type extends Fact['type']> = Partial<Omit<Extract<Fact, { type: Type }>, 'type'>>;

/** The members of a union that has no list of its own: one that is missing here does not compile. */
const membersOf = <Member extends string>(members: Readonly<Record<Member, true>>): readonly Member[] =>
  Object.keys(members).filter((member): member is Member => member in members);

const crossed = <One, Other, Made>(
  ones: readonly One[],
  others: readonly Other[],
  make: (one: One, other: Other) => Made,
): readonly Made[] => ones.flatMap((one) => others.map((other) => make(one, other)));

const REFUSED = REFUSALS.flatMap((refusal) => {
  const type = classOf(refusal);
  return type === null ? [] : [{ type, refusal }];
});
const refusedAs = (type: (typeof REFUSED)[number]['type']) =>
  REFUSED.filter((refused) => refused.type === type).map(({ refusal }) => ({ refusal }));

const inBand = BANDS.map((band) => ({ band }));
const wished = RETENTION_WISHES.map((wish) => ({ wish }));
const inList = SETUP_LISTS.map((list) => ({ list }));
const access = { role: 'responder', furtherRoles: [], active: true } as const;
const betweenAccess = [
  ...crossed(ROLES, ROLES, (from, to) => ({
    from: { ...access, role: from },
    to: { ...access, role: to },
  })).filter(({ from, to }) => from.role !== to.role),
  ...FURTHER_ROLES.flatMap((role) => [
    { from: access, to: { ...access, furtherRoles: [role] } },
    { from: { ...access, furtherRoles: [role] }, to: access },
  ]),
  { from: access, to: { ...access, active: false } },
  {
    from: { ...access, active: false },
    to: { role: 'supervisor', furtherRoles: ['trainer', 'auditor'], active: true },
  },
] as const;
const changesOfAccess = [
  ...crossed([null, ...ROLES], ROLES, (from, to) => ({ what: 'role', from, to }) as const),
  ...FURTHER_ROLES.flatMap((role) => [
    { what: 'further_roles', given: [role], taken: [] } as const,
    { what: 'further_roles', given: [], taken: [role] } as const,
  ]),
  { what: 'active', to: true },
  { what: 'active', to: false },
  { what: 'skills_given', count: 2 },
  { what: 'skills_taken', count: 1 },
] as const;

/** What differs between two facts of one kind, where their audit rows differ by a reason: every reason there is. */
const REASONS: { readonly [Type in Fact['type']]?: readonly Parts<Type>[] } = {
  conversation_started: inBand,
  holding_lost: inBand,
  holding_passed: (['handed_over', ...TAKE_OVER_REASONS] as const).map((reason) => ({ reason })),
  safety_answer_set: crossed(SAFETY_ANSWERS, [null, ...SAFETY_LOWERING_REASONS], (to, reason) => ({
    to,
    reason,
  })),
  safety_recorded: (
    ['asked', 'fact', 'plan', 'step', 'log', ...SAFETY_ACTS.map((act) => `act_${act}` as const)] as const
  ).map((what) => ({ what })),
  safety_step_opened: SAFETY_STEP_CAUSES.map((because) => ({ because })),
  safety_step_closed: SAFETY_LOWERING_REASONS.map((reason) => ({ reason })),
  silence_answered: SILENCE_ANSWERS.map((answer) => ({ answer })),
  conversation_ended: END_REASONS.map((reason) => ({ reason })),
  ending_asked: RESPONDER_END_REASONS.map((reason) => ({ reason })),
  ending_to_write_up: END_REASONS.map((how) => ({ how })),
  history_read: READING_PURPOSES.map((purpose) => ({ purpose })),
  handover_proposed: HANDOVER_KINDS.map((kind) => ({ kind })),
  handover_joined: [{ mustLeave: true }, { mustLeave: false }],
  handover_closed: [
    ...membersOf<Exclude<ClosedState, 'left'>>({
      declined: true,
      expired: true,
      visitor_said_no: true,
      cancelled: true,
    }).map((state) => ({ state, reason: null })),
    ...HANDOVER_REASONS.map((reason) => ({ reason })),
  ],
  everyone_answered: [{ can: true }, { can: false }],
  help_called: [...URGENCIES.map((urgency) => ({ urgency })), { because: 'facts' }],
  help_made_urgent: HELP_CAUSES.map((because) => ({ because })),
  help_over: membersOf<HelpEnd>({
    taken_back: true,
    settled: true,
    conversation_over: true,
    holding_over: true,
    forgotten: true,
  }).map((because) => ({ because })),
  person_left: LEAVING_CAUSES.map((because) => ({ because })),
  invite_mailed: ON_CALL_RESULTS.map((result) => ({ result })),
  on_call_added: ON_CALL_KINDS.map((kind) => ({ kind })),
  on_call_told: crossed(ON_CALL_CAUSES, ON_CALL_RESULTS, (because, result) => ({ because, result })),
  flood_closed: membersOf<FloodOutcome>({ ended: true, undone: true, withdrawn: true, expired: true }).map(
    (outcome) => ({ outcome }),
  ),
  practice_began: [null, ...PRACTICE_SCENARIOS].map((scenario) => ({ scenario })),
  practice_ended: (['passed', 'not_passed', 'left'] as const).map((result) => ({ result })),
  review_planned: crossed(REVIEW_CAUSES, RATERS, (because, rater) => ({ because, rater })),
  review_read: [{}],
  feedback_read: [{}],
  retention_asked: [
    { wish: 'end_hold', reason: null },
    ...HOLD_REASONS.map((reason) => ({ wish: 'hold', reason }) as const),
    ...ERASURE_REASONS.map((reason) => ({ wish: 'erase', reason }) as const),
  ],
  retention_agreed: wished,
  retention_declined: wished,
  retention_withdrawn: wished,
  key_destroyed: [{ day: '2027-03-01' }, { day: '2031-12-24' }],
  main_key_set: [{ kind: 'file' }, { kind: 'pkcs11' }, { kind: 'none' }],
  charity_changed: [{ isUndo: true }, { isUndo: false }],
  readiness_confirmed: READINESS_CONFIRMATIONS.map((what) => ({ what })),
  service_opened: [{ missing: [] }, { missing: ['backup', 'hours'] }],
  availability_changed: [
    ...AVAILABILITIES.map((availability) => ({ availability })),
    { availability: 'away', because: 'missed_offers' },
  ],
  checked_in: CHECK_INS.map((checkIn) => ({ checkIn })),
  break_began: (['due', 'wanted'] as const).map((why) => ({ why })),
  band_changed: crossed(BANDS, [null, ...LOWERING_REASONS], (to, reason) => ({ to, reason })),
  capacity_set: ([1, 2, 3] as const).map((capacity) => ({ capacity })),
  hours_allowed: MORE_HOURS_REASONS.map((reason) => ({ reason })),
  waiting_told: WAITING_NOTICES.map((notice) => ({ notice })),
  setup_changed: inList,
  setup_undone: inList,
  list_exported: inList,
  access_changed: [
    ...changesOfAccess.map((change) => ({ change })),
    ...changesOfAccess.map((change) => ({ change, isAlone: true as const })),
  ],
  access_proposed: betweenAccess,
  access_agreed: betweenAccess,
  access_proposal_ended: membersOf<ProposalEnd>({
    declined: true,
    withdrawn: true,
    replaced: true,
    left: true,
  }).map((because) => ({ because })),
  sign_ins_failed: refusedAs('sign_ins_failed'),
  requests_refused: refusedAs('requests_refused'),
  limits_reached: refusedAs('limits_reached'),
  door_set: crossed(OPENING_SETTINGS, OPENING_REASONS, (setting, reason) => ({ setting, reason })),
  recovery_code_used: [6, 1, 0].map((left) => ({ left })),
  signed_in: membersOf<Proof>({
    before: true,
    password: true,
    authenticator: true,
    recovery_code: true,
    passkey: true,
    identity_provider: true,
  }).map((proof) => ({ proof })),
  signed_out: membersOf<SessionEnd>({
    chosen: true,
    replaced: true,
    too_many: true,
    idle: true,
    expired: true,
    wrong_codes: true,
    revoked: true,
  }).map((because) => ({ because })),
};

/** Facts of one kind: one for each reason that its audit row can have, and the one of every-fact where there is none. */
export const everyReasonOf = <Type extends Fact['type']>(type: Type): readonly Fact[] => {
  const parts: readonly object[] = REASONS[type] ?? [{}];
  return parts.map((part): Fact => ({ ...facts[type], ...part }));
};

/** Whether the reasons of this kind of fact are listed. */
export const hasReasons = (type: Fact['type']): boolean => type in REASONS;
