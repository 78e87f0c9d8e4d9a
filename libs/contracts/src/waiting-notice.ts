import { z } from 'zod';

/** What waiting visitors can be told all at once: approved words, shown in each visitor's own language. */
export const WAITING_NOTICES = ['told_wait_longer', 'told_still_here', 'told_other_help'] as const;
export const waitingNoticeSchema = z.enum(WAITING_NOTICES);
export type WaitingNotice = z.infer<typeof waitingNoticeSchema>;
