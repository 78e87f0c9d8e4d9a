import type { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { ListChanges, Values } from '@warmline/setup';
import { inParts, judgeList, type FromThread, type ListJudgement, type ListToJudge } from './judge-list';
import { startThread, tell } from './worker-thread';

/** A list that brings in no more rows than this is judged where it is: it takes a few ms. */
const SMALL_LIST = 500;
/** A list is judged within a transaction, which Postgres ends when it is idle for 5 s: the answer (ms) comes before that. */
const ANSWER_WITHIN = 4_500;
const rowsAt = (rows: readonly Values[], places: readonly number[]): Values[] =>
  places.map((place) => rows[place]).filter((row) => row !== undefined);

/** Judges the rows that it was begun with. */
export interface ListJudging {
  /** Rejects when the thread fails, or does not answer in time. */
  judge(against: Omit<ListToJudge, 'rows'>): Promise<ListJudgement>;
  /** Afterwards nothing of it is left. */
  end(): Promise<void>;
}

/** Judges large lists in a thread of their own, so that nobody else waits. */
@Injectable()
export class ListThread {
  /** Resolves once the rows are there. Begin before a transaction: starting a thread takes some 100 ms. */
  async begin(rows: ListToJudge['rows']): Promise<ListJudging> {
    if (rows.length <= SMALL_LIST)
      return {
        judge: (against) => Promise.resolve(judgeList({ ...against, rows })),
        end: () => Promise.resolve(),
      };
    const thread = await startThread('list-judge');
    const end = async (): Promise<void> => void (await thread.terminate());
    try {
      for (const part of inParts(rows)) await tell(thread, { rows: part });
    } catch (error) {
      await end();
      throw error;
    }
    return { judge: (against) => judgeIn(thread, against), end };
  }
}

/** Node gives a thread that has ended the id -1. */
const hasEnded = ({ threadId }: Worker): boolean => threadId === -1;

const judgeIn = async (
  thread: Worker,
  { stored, ...rest }: Omit<ListToJudge, 'rows'>,
): Promise<ListJudgement> => {
  if (hasEnded(thread)) throw new Error('the thread that judges lists has ended');
  const answer = answerOf(thread, stored);
  const send = async (): Promise<ListJudgement> => {
    for (const part of inParts(stored)) await tell(thread, { stored: part });
    await tell(thread, { rest });
    return answer;
  };
  // A thread that fails while it is told the rows is the answer.
  return Promise.race([answer, send()]);
};

/** An error of the thread rejects, as `once` does. */
const answerOf = (thread: Worker, stored: readonly Values[]): Promise<ListJudgement> =>
  new Promise((resolve, reject) => {
    const after: Values[] = [];
    const timer = setTimeout(() => reject(new Error('a list was not judged in time')), ANSWER_WITHIN);
    const settle = (judgement: ListJudgement): void => {
      clearTimeout(timer);
      resolve(judgement);
    };
    thread.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    thread.on('message', (answer: FromThread) => {
      if ('problems' in answer) settle({ isValid: false, problems: answer.problems });
      else if ('after' in answer) after.push(...answer.after);
      else if ('moved' in answer) settle({ isValid: true, after, changes: changesAt(answer, after, stored) });
    });
  });

const changesAt = (
  { added, changed, removed, moved }: Extract<FromThread, { readonly moved: boolean }>,
  after: readonly Values[],
  stored: readonly Values[],
): ListChanges => ({
  added: rowsAt(after, added),
  changed: rowsAt(after, changed),
  removed: rowsAt(stored, removed),
  moved,
});
