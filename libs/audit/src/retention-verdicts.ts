import type { RetentionEvent } from '@warmline/conversation';
import { plain, system, type Verdicts } from './verdict';

/** How much was erased, and which day's key is gone. Never whose words they were. */
export const retentionVerdicts: Verdicts<RetentionEvent['type']> = {
  conversations_erased: { verdict: 'record', row: ({ count }) => ({ ...plain, actor: system, count }) },
  complaints_erased: { verdict: 'record', row: ({ count }) => ({ ...plain, actor: system, count }) },
  practices_erased: { verdict: 'record', row: ({ count }) => ({ ...plain, actor: system, count }) },
  key_destroyed: {
    verdict: 'record',
    row: ({ day }) => ({ ...plain, actor: system, reason: `day_${day.replaceAll('-', '_')}` }),
  },
};
