import type { FloodEvent } from '@warmline/routing';
import { actorOf, byStaff, plain, type Verdicts } from './verdict';

/** Who set chats aside as one flood, who confirmed it, how many and which, what became of them, and who had new chats from there asked for a proof of work. Never where they came from. */
export const floodVerdicts: Verdicts<FloodEvent['type']> = {
  flood_proposed: {
    verdict: 'record',
    row: ({ flood, by, count }) => ({ ...plain, actor: byStaff(by), subject: flood, count }),
  },
  flood_confirmed: {
    verdict: 'record',
    row: ({ flood, by, count }) => ({ ...plain, actor: byStaff(by), subject: flood, count }),
  },
  proof_asked: {
    verdict: 'record',
    row: ({ flood, by }) => ({ ...plain, actor: byStaff(by), subject: flood }),
  },
  proof_stopped: {
    verdict: 'record',
    row: ({ flood, by }) => ({ ...plain, actor: byStaff(by), subject: flood }),
  },
  flood_closed: {
    verdict: 'record',
    row: ({ flood, by, outcome, count }) => ({
      ...plain,
      actor: actorOf(by),
      subject: flood,
      reason: outcome,
      // The audit takes a count of 1 or more: 0 is stored as null.
      count: count === 0 ? null : count,
    }),
  },
  chat_set_aside: {
    verdict: 'record',
    row: ({ flood, by, conversation }) => ({ ...plain, actor: byStaff(by), conversation, subject: flood }),
  },
  chat_brought_back: {
    verdict: 'record',
    row: ({ flood, by, conversation }) => ({ ...plain, actor: actorOf(by), conversation, subject: flood }),
  },
};
