import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { passwordFlaw, type PasswordFlaw } from '@warmline/vocabulary';

/** Judging takes time that grows with the length. Whose first part is hard to guess is hard to guess as a whole. */
const JUDGED_MOST = 64;
/** Of 0 to 4: fewer than 10^8 guesses find it, by passwords that were found in breaches, keyboards, dates and repetitions. */
const SCORE_LEAST = 3;

/** Loaded when someone chooses a password: 49,000 passwords that were found in breaches, the most frequent ones. */
const load = async (): Promise<ZxcvbnFactory> => {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs: adjacencyGraphs, maxLength: JUDGED_MOST });
};
let loaded: Promise<ZxcvbnFactory> | null = null;

/**
 * What is wrong with a password that someone chooses, or null. The page asks `passwordFlaw` too; only the server also asks how soon
 * it would be guessed. `names`: of the person. It takes some 20 ms of the event loop, so only who may choose one is let ask.
 */
export const chosenPasswordFlaw = async (
  password: string,
  names: readonly string[],
): Promise<PasswordFlaw | null> => {
  const flaw = passwordFlaw(password, names);
  if (flaw !== null) return flaw;
  const { score } = (await (loaded ??= load())).check(
    password.slice(0, JUDGED_MOST),
    names.flatMap((name) => name.split(/\s+/)),
  );
  return score < SCORE_LEAST ? 'password_too_common' : null;
};
