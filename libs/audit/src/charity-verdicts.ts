import type { CharityEvent } from '@warmline/setup';
import { byStaff, plain, type Verdicts } from './verdict';

/** What a charity says of itself, what people checked before it opens, and its opening. */
export const charityVerdicts: Verdicts<CharityEvent['type']> = {
  // Which parts changed, never what they say: that is beside the change.
  charity_changed: {
    verdict: 'record',
    row: ({ staff, change, parts, isUndo }) => ({
      ...plain,
      actor: byStaff(staff),
      subject: change,
      reason: isUndo ? 'undone' : 'changed',
      count: parts.length,
    }),
  },
  readiness_confirmed: {
    verdict: 'record',
    row: ({ staff, what }) => ({ ...plain, actor: byStaff(staff), reason: what }),
  },
  service_opened: {
    verdict: 'record',
    row: ({ staff, missing }) => ({
      ...plain,
      actor: byStaff(staff),
      reason: missing.length === 0 ? 'ready' : 'not_ready',
      count: missing.length === 0 ? null : missing.length,
    }),
  },
};
