import type { OnCallEvent } from '@warmline/help';
import { byStaff, plain, system, type Verdicts } from './verdict';

/** Which contact was told and what came of it, never an address. Who heard of a visitor in danger, and that nobody could. */
export const onCallVerdicts: Verdicts<OnCallEvent['type']> = {
  on_call_added: {
    verdict: 'record',
    row: ({ by, contact, kind }) => ({ ...plain, actor: byStaff(by), subject: contact, reason: kind }),
  },
  on_call_removed: {
    verdict: 'record',
    row: ({ by, contact }) => ({ ...plain, actor: byStaff(by), subject: contact }),
  },
  on_call_told: {
    verdict: 'record',
    row: ({ contact, because, result, tries }) => ({
      ...plain,
      actor: system,
      subject: contact,
      reason: `${because}_${result}`,
      count: tries,
    }),
  },
  danger_heard: {
    verdict: 'record',
    row: ({ conversation, by }) => ({ ...plain, actor: byStaff(by), conversation }),
  },
  danger_unheard: {
    verdict: 'record',
    row: ({ conversation }) => ({ ...plain, actor: system, conversation }),
  },
};
