import type { StaffCommands } from '../commands';
import type { SafetyRecord } from '../safety-record';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = 1_750_000_000_000;
const written = { by: 'Sam', at };
const call = { called: 'Ambulance', reference: 'A-17', outcome: 'On their way', isConfirmed: false };

/** With everything in it at once. */
export const safetyRecord: SafetyRecord = {
  conversationId: id(1),
  now: at,
  step: { since: at, because: 'threshold' },
  called: { at, here: ['Jo'], answeredBy: 'Jo' },
  asked: { kind: 'asked', answer: 'not_needed', words: 'About the bus', ...written },
  facts: [
    {
      kind: 'fact',
      fact: 'timeframe',
      isTicked: true,
      timeframe: 'within_24_h',
      words: 'Tonight',
      ...written,
    },
  ],
  plan: [{ kind: 'plan', part: 'signs', words: 'When it gets dark', ...written }],
  steps: [{ kind: 'step', step: 'ask_where', isDone: true, ...written }],
  acts: [{ kind: 'act', act: 'emergency_services', words: 'Ambulance', ...written }],
  log: [{ kind: 'log', ...call, calledAt: at, id: id(5), ...written }],
  unreadable: 1,
};

type Commands = 'safety:open' | 'safety:record' | 'safety:close' | 'emergency:log';

export const safetyRecordSamples: Pick<StaffCommands, Commands> = {
  'safety:open': { payload: { conversationId: id(1) }, reply: safetyRecord },
  'safety:record': {
    payload: {
      conversationId: id(1),
      epoch: 1,
      entryId: id(5),
      entry: { kind: 'fact', fact: 'plan', isTicked: true, timeframe: null, words: 'At the bridge' },
    },
    reply: safetyRecord,
  },
  'safety:close': { payload: { conversationId: id(1), reason: 'said_since' }, reply: safetyRecord },
  'emergency:log': {
    payload: { conversationId: id(1), entryId: id(5), entry: { ...call, minutesAgo: 3 } },
    reply: safetyRecord,
  },
};
