import type { SafetyRecord } from '@warmline/contracts';
import { ROBIN, START } from './builders';

/** With nothing in it, unless told otherwise. */
export const aSafetyRecord = (over: Partial<SafetyRecord> = {}): SafetyRecord => ({
  conversationId: ROBIN,
  now: START,
  step: null,
  called: null,
  asked: null,
  facts: [],
  plan: [],
  steps: [],
  acts: [],
  log: [],
  unreadable: 0,
  ...over,
});

interface About {
  readonly conversationId: string;
}

/** What each command about a record answers: the record as it is now. */
export const recordAnswers = (
  recordNow: () => Partial<SafetyRecord>,
): Readonly<Record<string, (about: About) => SafetyRecord>> => {
  const answer = ({ conversationId }: About): SafetyRecord =>
    aSafetyRecord({ ...recordNow(), conversationId });
  return { 'safety:open': answer, 'safety:record': answer, 'safety:close': answer, 'emergency:log': answer };
};
