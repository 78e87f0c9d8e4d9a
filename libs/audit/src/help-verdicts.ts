import type { SurgeEvent, HelpEvent } from '@warmline/help';
import { actorOf, byStaff, plain, type Verdicts } from './verdict';

interface AboutCall {
  readonly conversation: string | null;
  readonly call: string;
}
const ofCall = ({ conversation, call }: AboutCall) => ({ ...plain, conversation, subject: call });

/** Who called a supervisor, who came, and how it was over. Never why: nobody is asked for a reason. */
export const helpVerdicts: Verdicts<(HelpEvent | SurgeEvent)['type']> = {
  everyone_asked: {
    verdict: 'record',
    row: ({ by, asked }) => ({ ...plain, actor: byStaff(by), subject: asked }),
  },
  everyone_answered: {
    verdict: 'record',
    row: ({ staff, asked, can }) => ({
      ...plain,
      actor: byStaff(staff),
      subject: asked,
      reason: can ? 'can' : 'cannot',
    }),
  },
  help_called: {
    verdict: 'record',
    row: (fact) => ({ ...ofCall(fact), actor: byStaff(fact.staff), reason: fact.urgency }),
  },
  help_made_urgent: {
    verdict: 'record',
    row: (fact) => ({ ...ofCall(fact), actor: byStaff(fact.staff) }),
  },
  help_answered: {
    verdict: 'record',
    row: (fact) => ({ ...ofCall(fact), actor: byStaff(fact.by), whom: fact.staff }),
  },
  help_joined: {
    verdict: 'record',
    row: (fact) => ({ ...ofCall(fact), actor: byStaff(fact.by), whom: fact.staff }),
  },
  help_over: {
    verdict: 'record',
    row: (fact) => ({ ...ofCall(fact), actor: actorOf(fact.by), whom: fact.staff, reason: fact.because }),
  },
};
