/** Who acts: a visitor, someone in danger, a signed-in colleague, and someone who signs in on a known device. */
export const GROUPS = ['visitor', 'danger', 'console', 'sign-in'] as const;
export type Group = (typeof GROUPS)[number];

/** One act of someone honest, as a line of JSON. */
export interface Note {
  readonly group: Group;
  readonly what: string;
  /** When it began: Unix time, ms. */
  readonly at: number;
  readonly ms: number;
  /** 'done', a refusal, or why there was no answer. */
  readonly outcome: string;
}

/** Someone honest was told no, or nothing. Its message is the outcome. */
export class NotDone extends Error {}

const underWay = new Set<number>();

/** When the oldest act under way began; now when there is none. */
export const oldestUnderWay = (): number => Math.min(Date.now(), ...underWay);

/** Times an act and writes down what came of it. @returns its value; null when it was not done */
export const note = async <Value>(
  group: Group,
  what: string,
  act: () => Promise<Value>,
): Promise<Value | null> => {
  // Two acts never begin at quite the same time, so the time is a name too.
  const [at, since] = [Date.now() + (performance.now() % 1), performance.now()];
  underWay.add(at);
  const write = (outcome: string): void => {
    const line: Note = { group, what, at, ms: Math.round((performance.now() - since) * 10) / 10, outcome };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  try {
    const value = await act();
    write('done');
    return value;
  } catch (error) {
    write(error instanceof Error ? error.message : String(error));
    return null;
  } finally {
    underWay.delete(at);
  }
};
