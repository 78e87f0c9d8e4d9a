import type { EndingEvent } from '@warmline/conversation';
import { byStaff, plain, system, type Verdicts } from './verdict';

type AboutRequest = Extract<EndingEvent, { request: unknown }>;
const ofRequest = ({ conversation, epoch, request, askedBy }: AboutRequest) => ({
  ...plain,
  conversation,
  epoch,
  subject: request,
  whom: askedBy,
});

/** Who asked to end a conversation in danger, who answered, and who wrote what was done. Never the words. */
export const endingVerdicts: Verdicts<EndingEvent['type']> = {
  ending_asked: {
    verdict: 'record',
    row: (fact) => ({ ...ofRequest(fact), actor: byStaff(fact.askedBy), whom: null, reason: fact.reason }),
  },
  ending_agreed: { verdict: 'record', row: (fact) => ({ ...ofRequest(fact), actor: byStaff(fact.by) }) },
  ending_declined: { verdict: 'record', row: (fact) => ({ ...ofRequest(fact), actor: byStaff(fact.by) }) },
  ending_withdrawn: {
    verdict: 'record',
    row: (fact) => ({ ...ofRequest(fact), actor: byStaff(fact.askedBy), whom: null }),
  },
  ending_overtaken: { verdict: 'record', row: (fact) => ({ ...ofRequest(fact), actor: system }) },
  ending_to_write_up: {
    verdict: 'record',
    row: ({ conversation, epoch, how }) => ({ ...plain, actor: system, conversation, epoch, reason: how }),
  },
  ending_written_up: {
    verdict: 'record',
    row: ({ conversation, note, by }) => ({ ...plain, actor: byStaff(by), conversation, subject: note }),
  },
};
