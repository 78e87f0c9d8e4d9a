interface Alarm {
  readonly rings: Promise<void>;
  cancel(): void;
}

const alarmAfter = (milliseconds: number): Alarm => {
  let timer: NodeJS.Timeout | undefined;
  const rings = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return { rings, cancel: () => clearTimeout(timer) };
};

/** Resolves when `work` ends, whether it fails or not, and after this many ms at the latest. A stop uses it, so that it cannot hang. */
export const settleWithin = async (
  milliseconds: number,
  work: Promise<unknown> | undefined,
): Promise<void> => {
  const alarm = alarmAfter(milliseconds);
  await Promise.race([Promise.resolve(work).catch(() => undefined), alarm.rings]);
  alarm.cancel();
};

/** The work took longer than its caller waits. */
export class TookTooLong extends Error {}

/** Answers as `work` does. Rejects with TookTooLong when that takes more than this many ms; the work itself goes on. */
export const answerWithin = async <Answer>(milliseconds: number, work: Promise<Answer>): Promise<Answer> => {
  const alarm = alarmAfter(milliseconds);
  const late = alarm.rings.then((): never => {
    throw new TookTooLong(`no answer within ${milliseconds} ms`);
  });
  return Promise.race([work, late]).finally(() => alarm.cancel());
};
