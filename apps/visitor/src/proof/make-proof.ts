import { solveChallenge, type Outcome } from '@warmline/client';
import type { Challenge, Proof } from '@warmline/contracts';

/** Answers that are found, of so many. */
export interface ProofProgress {
  readonly found: number;
  readonly of: number;
}

interface ProofPorts {
  /** Asks the service for a challenge. */
  readonly ask: () => Promise<Outcome<Challenge>>;
  readonly onProgress: (progress: ProofProgress) => void;
  readonly isStopped: () => boolean;
}

/** Null when there was no challenge to be had, or it was stopped; `cannot` where the browser is not able to. */
export type MakeProof = (ports: ProofPorts) => Promise<Proof | 'cannot' | null>;

/** The proof of work of a start. In a chunk of its own, which only a page that needs one loads. */
export const makeProof: MakeProof = async ({ ask, onProgress, isStopped }) => {
  const asked = await ask();
  if (asked.kind !== 'done') return null;
  const { answers: of } = asked.value;
  onProgress({ found: 0, of });
  try {
    return await solveChallenge(asked.value, {
      onAnswer: (found) => onProgress({ found, of }),
      isStopped,
    });
  } catch {
    return 'cannot';
  }
};
