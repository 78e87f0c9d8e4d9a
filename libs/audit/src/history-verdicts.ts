import type { HistoryEvent } from '@warmline/conversation';
import { byStaff, plain, type Verdicts } from './verdict';

/** Who looked at the past, at whose or which, and why. Never a word of what they read. */
export const historyVerdicts: Verdicts<HistoryEvent['type']> = {
  history_read: {
    verdict: 'record',
    row: ({ conversation, staff, purpose }) => ({
      ...plain,
      actor: byStaff(staff),
      conversation,
      reason: purpose,
    }),
  },
  person_history_read: {
    verdict: 'record',
    row: ({ staff, whom }) => ({ ...plain, actor: byStaff(staff), whom }),
  },
  history_exported: {
    verdict: 'record',
    // The audit takes a count of 1 or more: 0 is stored as null.
    row: ({ staff, whom, count }) => ({
      ...plain,
      actor: byStaff(staff),
      whom,
      count: count === 0 ? null : count,
    }),
  },
};
