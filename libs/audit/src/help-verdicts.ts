import type { SurgeEvent, HelpEvent } from '@warmline/help';
import type { HelpCause } from '@warmline/vocabulary';
import { actorOf, byStaff, plain, type Verdicts } from './verdict';

interface AboutCall {
  readonly conversation: string | null;
  readonly call: string;
}
const ofCall = ({ conversation, call }: AboutCall) => ({ ...plain, conversation, subject: call });

/** Facts call by themselves, for the person who holds the conversation. That person did not call. */
const madeBy = (fact: AboutCall & { readonly staff: string; readonly because: HelpCause }) => ({
  ...ofCall(fact),
  ...(fact.because === 'facts' ? { actor: actorOf(null), whom: fact.staff } : { actor: byStaff(fact.staff) }),
});

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
    row: (fact) => ({ ...madeBy(fact), reason: fact.because === 'facts' ? 'facts' : fact.urgency }),
  },
  help_made_urgent: {
    verdict: 'record',
    row: (fact) => ({ ...madeBy(fact), reason: fact.because === 'facts' ? 'facts' : null }),
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
