import { randomUUID } from 'node:crypto';
import type { PracticeActSent, PracticeView } from '@warmline/contracts';
import type { PracticeScenario } from '@warmline/vocabulary';
import type { Console } from './staff';

/** Begins a practice of a scenario. */
export const begin = (page: Console, scenario: PracticeScenario): Promise<PracticeView> =>
  page.must('practice:begin', { practiceId: randomUUID(), scenario, colleagueId: null });

/** Acts in order; what the last one left. */
export const act = (
  page: Console,
  { practiceId }: Pick<PracticeView, 'practiceId'>,
  ...acts: PracticeActSent[]
) =>
  acts.reduce<Promise<PracticeView | null>>(async (before, one) => {
    await before;
    return page.must('practice:act', { practiceId, actId: randomUUID(), act: one });
  }, Promise.resolve(null));

export const say = (words: string): PracticeActSent => ({ kind: 'say', words });
/** A minute of practice time, in which the visitor answers. */
export const aMinute: PracticeActSent = { kind: 'wait', minutes: 1 };

/** What was written in it, in order. */
export const bodies = ({ entries }: PracticeView): (string | null)[] =>
  entries.flatMap((entry) => (entry.kind === 'message' ? [entry.body] : []));
