import { createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable, Optional } from '@nestjs/common';
import { PROOF_ITERATIONS, type Challenge, type Proof } from '@warmline/contracts';
import { MINUTE } from '@warmline/kernel';
import { PROOF_ANSWERS } from '@warmline/vocabulary';

/** Tries for each answer, on average, at an effort of 1: together about a second on a cheap phone, and a tenth of one on a server. */
const TRIES = 150;
/** An old phone on a bad connection has this long (ms). */
export const CHALLENGE_LIFE = 5 * MINUTE;

const WORD = 2 ** 32;
const SALT_BYTES = 12;
const derive = promisify(pbkdf2);

/**
 * Proofs of work for starts. A challenge belongs to one token of a visitor's page, and a token starts one conversation, so a proof
 * is used once and nothing is stored. The key is this process's and dies with it: on another gateway the page asks again.
 */
@Injectable()
export class ProofChallenges {
  private readonly key = randomBytes(32);
  private readonly now: () => number;

  /** `now`: ms of any clock that only moves forward. */
  constructor(@Optional() now?: () => number) {
    this.now = now ?? (() => performance.now());
  }

  /** `effort`: 1 or more. */
  make(tokenHash: Buffer, effort: number): Challenge {
    const oneIn = Math.round(TRIES * effort);
    const endsAt = Math.round(this.now() + CHALLENGE_LIFE);
    const said = `${oneIn}.${endsAt}.${randomBytes(SALT_BYTES).toString('base64url')}`;
    return {
      text: `${said}.${this.sign(tokenHash, said)}`,
      iterations: PROOF_ITERATIONS,
      oneIn,
      answers: PROOF_ANSWERS,
    };
  }

  /** Whether the proof solves a challenge that was made for this token, and is not too old. Costs about 2 ms off the event loop. */
  async isSolved(tokenHash: Buffer, { challenge, answers }: Proof): Promise<boolean> {
    const [, said, oneIn, endsAt, signature] = /^((\d+)\.(\d+)\.[\w-]+)\.([\w-]+)$/.exec(challenge) ?? [];
    if (said === undefined || !isSame(signature ?? '', this.sign(tokenHash, said))) return false;
    if (this.now() > Number(endsAt) || answers.length !== PROOF_ANSWERS) return false;
    if (answers.some((answer, at) => at > 0 && answer <= (answers[at - 1] ?? 0))) return false;
    for (const answer of answers) {
      const bytes = await derive(challenge, String(answer), PROOF_ITERATIONS, 4, 'sha256');
      // One wrong answer is enough, so that a guess costs little.
      if (bytes.readUInt32BE() >= WORD / Number(oneIn)) return false;
    }
    return true;
  }

  private sign(tokenHash: Buffer, said: string): string {
    return createHmac('sha256', this.key).update(tokenHash).update(said).digest('base64url');
  }
}

const isSame = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
