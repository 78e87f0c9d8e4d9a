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
};
