import type { HelpCall, HelpView } from '@warmline/contracts';
import { id, ROBIN, SAM, START } from './builders';

/** Sam calls a supervisor about Robin, and nobody has answered yet. */
export const aHelpCall = (over: Partial<HelpCall> = {}): HelpCall => ({
  id: id(80),
  conversationId: ROBIN,
  visitorName: 'Robin',
  urgency: 'normal',
  because: 'pressed',
  calledBy: { id: SAM.id, name: SAM.name },
  calledAt: START,
  answered: null,
  joinedAt: null,
  isThere: false,
  rings: over.answered === undefined || over.answered === null ? 1 : 0,
  ...over,
});

/** Nobody calls, and one supervisor is connected. */
export const aHelpView = (over: Partial<HelpView> = {}): HelpView => ({
  now: START,
  mine: [],
  calls: [],
  supervisorsHere: 1,
  unanswered: [],
  inDanger: [],
  everyoneAway: null,
  missedOffers: [],
  shiftsOver: [],
  onCallFailing: 0,
  late: { erasure: false, log: false },
  complaints: [],
  complaintsOpen: 0,
  endings: { mine: [], toAgree: [], toWriteUp: [], toWriteUpInAll: 0 },
  silent: [],
  asked: null,
  answers: null,
  breakCalledBy: null,
  shiftClosed: null,
  ...over,
});
