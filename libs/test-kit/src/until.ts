/** Long enough (ms) for a busy machine, short enough that a spec that hangs says what it waited for. */
const PATIENCE = 15_000;
const LOOK_EVERY = 15;

/** The promise, or a rejection that says what was waited for. */
export const within = async <Value>(
  what: string,
  promise: Promise<Value>,
  milliseconds = PATIENCE,
): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${milliseconds} ms for ${what}`)), milliseconds);
  });
  return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer));
};

/** Looks again and again until there is something, for what no event announces. */
export const until = async <Value>(
  what: string,
  look: () => Promise<Value | null | undefined | false>,
): Promise<Value> => {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) throw new Error(`looked ${PATIENCE} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
};
