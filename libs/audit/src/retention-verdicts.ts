import type { RetentionEvent, RetentionRequestEvent } from '@warmline/conversation';
import { byStaff, plain, system, type Verdicts } from './verdict';

type Answered = Exclude<RetentionRequestEvent, { type: 'retention_asked' | 'hold_reviewed' }>;
const ofRequest = ({ conversation, request, wish, by }: Answered) => ({
  ...plain,
  actor: byStaff(by),
  conversation,
  subject: request,
  reason: wish,
});

/** How much was erased, and which day's key is gone. Never whose words they were. */
export const retentionVerdicts: Verdicts<RetentionEvent['type']> = {
  conversations_erased: { verdict: 'record', row: ({ count }) => ({ ...plain, actor: system, count }) },
  complaints_erased: { verdict: 'record', row: ({ count }) => ({ ...plain, actor: system, count }) },
  practices_erased: { verdict: 'record', row: ({ count }) => ({ ...plain, actor: system, count }) },
  key_destroyed: {
    verdict: 'record',
    row: ({ day }) => ({ ...plain, actor: system, reason: `day_${day.replaceAll('-', '_')}` }),
  },
  hold_key_destroyed: { verdict: 'record', row: () => ({ ...plain, actor: system }) },
  main_key_set: { verdict: 'record', row: ({ kind }) => ({ ...plain, actor: system, reason: `by_${kind}` }) },
  keys_rewrapped: { verdict: 'record', row: ({ count }) => ({ ...plain, actor: system, count }) },
  main_key_forgotten: { verdict: 'record', row: ({ count }) => ({ ...plain, actor: system, count }) },
};

/** Who wished to keep or erase one conversation, why by its code, and who was the second. */
export const retentionRequestVerdicts: Verdicts<RetentionRequestEvent['type']> = {
  retention_asked: {
    verdict: 'record',
    row: ({ conversation, request, wish, reason, by }) => ({
      ...plain,
      actor: byStaff(by),
      conversation,
      subject: request,
      reason: reason === null ? wish : `${wish}_${reason}`,
    }),
  },
  retention_agreed: { verdict: 'record', row: (fact) => ({ ...ofRequest(fact), whom: fact.askedBy }) },
  retention_declined: { verdict: 'record', row: (fact) => ({ ...ofRequest(fact), whom: fact.askedBy }) },
  retention_withdrawn: { verdict: 'record', row: (fact) => ({ ...ofRequest(fact), whom: null }) },
  hold_reviewed: {
    verdict: 'record',
    row: ({ conversation, by }) => ({ ...plain, actor: byStaff(by), conversation }),
  },
};
