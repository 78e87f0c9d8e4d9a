import type { SafetyRecordEvent } from '@warmline/conversation';
import { byStaff, plain, type Verdicts } from './verdict';

/** Who wrote into a safety record and what was done. Which fact it was, and its words, stay sealed. */
export const safetyVerdicts: Verdicts<SafetyRecordEvent['type']> = {
  safety_recorded: {
    verdict: 'record',
    row: ({ conversation, by, entry, what }) => ({
      ...plain,
      actor: byStaff(by),
      conversation,
      subject: entry,
      reason: what,
    }),
  },
  safety_step_opened: {
    verdict: 'record',
    row: ({ conversation, by, because }) => ({
      ...plain,
      actor: byStaff(by),
      conversation,
      reason: because,
    }),
  },
  safety_step_closed: {
    verdict: 'record',
    row: ({ conversation, by, reason }) => ({ ...plain, actor: byStaff(by), conversation, reason }),
  },
};
