import { parentPort } from 'node:worker_threads';
import type { Row, Values } from '@warmline/setup';
import { inParts, judgeList, type FromThread, type ListToJudge, type ToThread } from './judge-list';

/** The thread in which a large list is judged: see ListThread. */
const rows: Row[] = [];
const stored: Values[] = [];

const say = (part: FromThread): void => parentPort?.postMessage(part);

const answer = (rest: Omit<ListToJudge, 'rows' | 'stored'>): void => {
  const judged = judgeList({ ...rest, rows, stored });
  if (!judged.isValid) return say({ problems: judged.problems });
  const { after, changes } = judged;
  for (const part of inParts(after)) say({ after: part });
  const placesIn = (all: readonly Values[], some: readonly Values[]): number[] => {
    const place = new Map(all.map((row, index) => [row, index]));
    return some.flatMap((row) => place.get(row) ?? []);
  };
  say({
    added: placesIn(after, changes.added),
    changed: placesIn(after, changes.changed),
    removed: placesIn(stored, changes.removed),
    moved: changes.moved,
  });
};

/** What is stored may be another list the next time it is asked. */
const answerOnce = (rest: Omit<ListToJudge, 'rows' | 'stored'>): void => {
  answer(rest);
  stored.length = 0;
};

parentPort?.on('message', (told: ToThread) => {
  if ('rows' in told) rows.push(...told.rows);
  else if ('stored' in told) stored.push(...told.stored);
  else answerOnce(told.rest);
});
say({ isReady: true });
