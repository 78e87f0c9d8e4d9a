import type { PracticeEvent } from '@warmline/practice';
import { byStaff, plain, type Verdicts } from './verdict';

/** Who practised, and who read it. Never what was written; and never a conversation, since practice is none. */
export const practiceVerdicts: Verdicts<PracticeEvent['type']> = {
  practice_began: {
    verdict: 'record',
    row: ({ practice, staff, scenario, colleague }) => ({
      ...plain,
      actor: byStaff(staff),
      subject: practice,
      whom: colleague,
      reason: scenario ?? 'colleague',
    }),
  },
  practice_ended: {
    verdict: 'record',
    row: ({ practice, staff, result }) => ({
      ...plain,
      actor: byStaff(staff),
      subject: practice,
      reason: result,
    }),
  },
  practice_read: {
    verdict: 'record',
    row: ({ practice, staff, by }) => ({ ...plain, actor: byStaff(by), subject: practice, whom: staff }),
  },
  practice_word_added: {
    verdict: 'record',
    row: ({ practice, staff, by }) => ({ ...plain, actor: byStaff(by), subject: practice, whom: staff }),
  },
};
