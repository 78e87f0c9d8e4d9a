import type { ComplaintEvent } from '@warmline/help';
import { byStaff, plain, visitor, type Verdicts } from './verdict';

/** Who read what the service was told, and who settled it. Never the words, and who wrote them only where a colleague did. */
export const complaintVerdicts: Verdicts<ComplaintEvent['type']> = {
  complaint_made: {
    verdict: 'record',
    row: ({ complaint }) => ({ ...plain, actor: visitor, subject: complaint }),
  },
  word_passed_on: {
    verdict: 'record',
    row: ({ complaint, by }) => ({ ...plain, actor: byStaff(by), subject: complaint }),
  },
  complaint_read: {
    verdict: 'record',
    row: ({ complaint, by }) => ({ ...plain, actor: byStaff(by), subject: complaint }),
  },
  complaint_noted: {
    verdict: 'record',
    row: ({ note, by }) => ({ ...plain, actor: byStaff(by), subject: note }),
  },
  complaint_closed: {
    verdict: 'record',
    row: ({ complaint, by }) => ({ ...plain, actor: byStaff(by), subject: complaint }),
  },
  after_chat_read: { verdict: 'record', row: ({ by }) => ({ ...plain, actor: byStaff(by) }) },
};
