import type { Challenge, Proof } from '@warmline/contracts';

/** Tries that run side by side. The browser does them outside the page's thread, so the page never freezes, without a worker. */
const TOGETHER = 8;
const BITS = 32;
const WORD = 2 ** BITS;

interface Solving {
  /** Told of each answer that is found. */
  readonly onAnswer: (found: number) => void;
  readonly isStopped: () => boolean;
}

/**
 * Solves a challenge with the platform's own PBKDF2. Null when it was stopped.
 * Rejects where the browser has no such cryptography.
 */
export const solveChallenge = async (
  { text, iterations, oneIn, answers }: Challenge,
  { onAnswer, isStopped }: Solving,
): Promise<Proof | null> => {
  const encode = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);
  const key = await crypto.subtle.importKey('raw', encode(text), 'PBKDF2', false, ['deriveBits']);
  const isAnswer = async (number: number): Promise<boolean> => {
    const salt = encode(String(number));
    const bits = await crypto.subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
      key,
      BITS,
    );
    return new DataView(bits).getUint32(0) < WORD / oneIn;
  };
  const found: number[] = [];
  for (let first = 0; !isStopped(); first += TOGETHER) {
    const numbers = Array.from({ length: TOGETHER }, (_, at) => first + at);
    const are = await Promise.all(numbers.map(isAnswer));
    for (const [at, number] of numbers.entries()) if (are[at] === true) found.push(number);
    if (found.length >= answers) return { challenge: text, answers: found.slice(0, answers) };
    if (are.includes(true)) onAnswer(found.length);
  }
  return null;
};
