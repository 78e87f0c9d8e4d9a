import { besideVerdicts } from './beside-verdicts';
import { charityVerdicts } from './charity-verdicts';
import { complaintVerdicts } from './complaint-verdicts';
import { endingVerdicts } from './ending-verdicts';
import { floodVerdicts } from './flood-verdicts';
import { helpVerdicts } from './help-verdicts';
import { historyVerdicts } from './history-verdicts';
import { onCallVerdicts } from './on-call-verdicts';
import { practiceVerdicts } from './practice-verdicts';
import { qualityVerdicts } from './quality-verdicts';
import { retentionRequestVerdicts, retentionVerdicts } from './retention-verdicts';
import { safetyVerdicts } from './safety-verdicts';
import { staffVerdicts } from './staff-verdicts';
import {
  actorOf,
  byStaff,
  plain,
  system,
  visitor,
  type AuditRow,
  type Fact,
  type FactOf,
  type Verdicts,
} from './verdict';

export type { AuditRow, Fact } from './verdict';

type AboutOffer = Extract<Fact, { offer: unknown }>;
const offerRow =
  (actor: (fact: AboutOffer) => AuditRow['actor']) =>
  (fact: AboutOffer): Omit<AuditRow, 'action' | 'service'> => ({
    ...plain,
    actor: actor(fact),
    conversation: fact.conversation,
    subject: fact.offer,
    whom: fact.staff,
  });
const whoWasAsked = (fact: AboutOffer) => byStaff(fact.staff);

type AboutHandover = Extract<Fact, { handover: unknown }>;
const ofHandover = ({ conversation, handover }: AboutHandover) => ({
  ...plain,
  conversation,
  subject: handover,
});

/** A fact without a decision here does not compile. */
export const verdicts: Verdicts<Fact['type']> = {
  conversation_started: {
    verdict: 'record',
    row: ({ conversation, band }) => ({ ...plain, actor: visitor, conversation, reason: `band_${band}` }),
  },
  holding_began: {
    verdict: 'record',
    row: ({ conversation, staff, epoch }) => ({ ...plain, actor: byStaff(staff), conversation, epoch }),
  },
  holding_passed: {
    verdict: 'record',
    row: ({ conversation, staff, to, epoch, reason }) => ({
      ...plain,
      actor: byStaff(to),
      conversation,
      epoch,
      whom: staff,
      reason,
    }),
  },
  visitor_left_quickly: {
    verdict: 'record',
    row: ({ conversation }) => ({ ...plain, actor: visitor, conversation }),
  },
  holding_lost: {
    verdict: 'record',
    row: ({ conversation, staff, epoch, band }) => ({
      ...plain,
      actor: system,
      conversation,
      epoch,
      whom: staff,
      reason: `band_${band}`,
    }),
  },
  safety_answer_set: {
    verdict: 'record',
    row: ({ conversation, by, to, reason }) => ({
      ...plain,
      actor: byStaff(by),
      conversation,
      reason: reason === null ? to : `${to}_${reason}`,
    }),
  },
  silence_asked: {
    verdict: 'record',
    row: ({ conversation, number }) => ({ ...plain, actor: system, conversation, count: number }),
  },
  silence_answered: {
    verdict: 'record',
    row: ({ conversation, answer }) => ({ ...plain, actor: visitor, conversation, reason: answer }),
  },
  time_told: {
    verdict: 'record',
    row: ({ conversation, minutes }) => ({ ...plain, actor: system, conversation, count: minutes }),
  },
  conversation_extended: {
    verdict: 'record',
    row: ({ conversation, staff, epoch, number }) => ({
      ...plain,
      actor: byStaff(staff),
      conversation,
      epoch,
      count: number,
    }),
  },
  conversation_ended: {
    verdict: 'record',
    row: ({ conversation, by, epoch, reason }) => ({
      ...plain,
      actor: actorOf(by),
      conversation,
      epoch,
      reason,
    }),
  },
  wrapped_up: {
    verdict: 'record',
    row: ({ conversation, staff, epoch }) => ({ ...plain, actor: byStaff(staff), conversation, epoch }),
  },
  after_chat_answered: {
    verdict: 'record',
    row: ({ conversation }) => ({ ...plain, actor: visitor, conversation }),
  },
  conversation_read: {
    verdict: 'record',
    row: ({ conversation, staff }) => ({ ...plain, actor: byStaff(staff), conversation }),
  },
  observation_began: {
    verdict: 'record',
    row: ({ conversation, staff }) => ({ ...plain, actor: byStaff(staff), conversation }),
  },
  observation_ended: {
    verdict: 'record',
    row: ({ conversation, staff }) => ({ ...plain, actor: byStaff(staff), conversation }),
  },
  ...besideVerdicts,
  offer_made: { verdict: 'record', row: offerRow(() => system) },
  offer_accepted: { verdict: 'record', row: offerRow(whoWasAsked) },
  offer_declined: { verdict: 'record', row: offerRow(whoWasAsked) },
  offer_expired: { verdict: 'record', row: offerRow(() => system) },
  offer_withdrawn: { verdict: 'record', row: offerRow(() => system) },
  handover_proposed: {
    verdict: 'record',
    row: (fact) => ({
      ...ofHandover(fact),
      actor: byStaff(fact.by),
      whom: fact.sender,
      epoch: fact.epoch,
      reason: fact.kind,
    }),
  },
  handover_offered: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: system, whom: fact.receiver }),
  },
  handover_declined: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: byStaff(fact.receiver) }),
  },
  handover_missed: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: system, whom: fact.receiver }),
  },
  handover_accepted: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: byStaff(fact.receiver) }),
  },
  visitor_asked: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: system, whom: fact.receiver }),
  },
  visitor_agreed: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: visitor, whom: fact.receiver }),
  },
  handover_joined: {
    verdict: 'record',
    row: (fact) => ({
      ...ofHandover(fact),
      actor: byStaff(fact.receiver),
      reason: fact.mustLeave ? 'visitor_told' : 'visitor_agreed',
    }),
  },
  brief_shown: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: byStaff(fact.to) }),
  },
  brief_read: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: byStaff(fact.receiver) }),
  },
  control_passed: {
    verdict: 'record',
    row: (fact) => ({
      ...ofHandover(fact),
      actor: byStaff(fact.receiver),
      whom: fact.sender,
      epoch: fact.epoch,
    }),
  },
  handover_left: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: actorOf(fact.by), whom: fact.sender }),
  },
  handover_closed: {
    verdict: 'record',
    row: (fact) => ({
      ...ofHandover(fact),
      actor: actorOf(fact.by),
      whom: fact.receiver,
      reason: fact.reason ?? fact.state,
    }),
  },
  ...complaintVerdicts,
  ...endingVerdicts,
  ...floodVerdicts,
  ...helpVerdicts,
  ...historyVerdicts,
  ...onCallVerdicts,
  ...practiceVerdicts,
  ...qualityVerdicts,
  ...retentionRequestVerdicts,
  ...retentionVerdicts,
  ...safetyVerdicts,
  ...charityVerdicts,
  ...staffVerdicts,
};

/** The row to write in the fact's own transaction, or null where the table above says skip. */
export const auditRow = <Type extends Fact['type']>(
  fact: FactOf<Type> & { readonly type: Type },
): AuditRow | null => {
  const verdict = verdicts[fact.type];
  if (verdict.verdict === 'skip') return null;
  return { action: fact.type, service: fact.service, ...verdict.row(fact) };
};
