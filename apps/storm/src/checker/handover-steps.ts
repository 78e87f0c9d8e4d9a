import { groupBy, type StoredAudit, type StoredHandover, type StoredState } from './stored-state';
import { violation, type Violation } from './violation';

/** What each recorded step makes of a handover; a step that is missing here changes nothing. */
const LEADS_TO: Readonly<Record<string, string>> = {
  handover_proposed: 'proposed',
  handover_offered: 'offered',
  handover_declined: 'proposed',
  handover_missed: 'proposed',
  visitor_asked: 'visitor_asked',
  handover_joined: 'joined',
  control_passed: 'control_passed',
  handover_left: 'left',
  handover_closed: 'closed',
};
const ENDS = new Set(['left', 'closed']);
/** A handover that came to nothing names how. */
const CLOSED = new Set(['declined', 'expired', 'visitor_said_no', 'cancelled']);

const isEnd = (step: StoredAudit): boolean => ENDS.has(LEADS_TO[step.action] ?? '');

/** The steps that the audit tells of lead, each once, to where the handover is. */
export const judgeHandovers = ({ handovers, audit }: StoredState): readonly Violation[] => {
  const steps = groupBy(
    audit.filter(({ action }) => action in LEADS_TO || action === 'brief_read'),
    ({ subject }) => subject,
  );
  const known = new Set(handovers.map(({ id }) => id));
  const strays = [...steps.keys()].filter((subject) => subject === null || !known.has(subject));
  return [
    ...handovers.flatMap((handover) => flawsOf(handover, steps.get(handover.id) ?? [])),
    ...strays.map((subject) => `steps of ${subject}, which is no handover`),
  ].map((why) => violation('unaudited', why));
};

const flawsOf = (
  { id, state, wasRead, hasPassed }: StoredHandover,
  steps: readonly StoredAudit[],
): string[] => {
  const count = (action: string): number => steps.filter((step) => step.action === action).length;
  const last = steps
    .map(({ action }) => LEADS_TO[action])
    .filter((step) => step !== undefined)
    .at(-1);
  const end = steps.findIndex(isEnd);
  const flaws = [
    ...(last === (CLOSED.has(state) ? 'closed' : state)
      ? []
      : [`is ${state} and its audit leads to ${last}`]),
    ...(end < 0 || end === steps.length - 1 ? [] : ['has steps after its end']),
    ...(count('handover_proposed') === 1 ? [] : [`was proposed ${count('handover_proposed')} times`]),
    ...(count('brief_read') === Number(wasRead) ? [] : ['does not agree on whether its brief was read']),
    ...(count('control_passed') === Number(hasPassed)
      ? []
      : ['does not agree on whether control has passed']),
  ];
  return flaws.map((flaw) => `handover ${id} ${flaw}`);
};
