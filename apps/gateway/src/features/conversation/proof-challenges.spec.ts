import { createHash } from 'node:crypto';
import { solveChallenge } from '@warmline/client';
import type { Challenge, Proof } from '@warmline/contracts';
import { CHALLENGE_LIFE, ProofChallenges } from './proof-challenges';

const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
const ROBIN = tokenHash('robin');

const solved = async (challenge: Challenge): Promise<Proof> => {
  const proof = await solveChallenge(challenge, { onAnswer: () => {}, isStopped: () => false });
  if (proof === null) throw new Error('nothing stopped it');
  return proof;
};
/** Little work, so that the test is short. */
const easy = 1 / 30;

describe('a proof of work', () => {
  let now = 0;
  const challenges = new ProofChallenges(() => now);

  it('[SEC5] is accepted for the token it was made for, and for no other', async () => {
    const proof = await solved(challenges.make(ROBIN, easy));
    expect(await challenges.isSolved(ROBIN, proof)).toBe(true);
    expect(await challenges.isSolved(tokenHash('sam'), proof)).toBe(false);
    expect(await new ProofChallenges(() => now).isSolved(ROBIN, proof)).toBe(false);
  });

  it('[SEC5] is over after five minutes', async () => {
    const proof = await solved(challenges.make(ROBIN, easy));
    now += CHALLENGE_LIFE;
    expect(await challenges.isSolved(ROBIN, proof)).toBe(true);
    now += 1;
    expect(await challenges.isSolved(ROBIN, proof)).toBe(false);
  });

  it('[SEC5] cannot be made easier, shortened, repeated or guessed', async () => {
    const hard = challenges.make(ROBIN, 1);
    const proof = await solved(challenges.make(ROBIN, easy));
    const wrong: Proof[] = [
      { ...proof, answers: proof.answers.slice(1) },
      { ...proof, answers: proof.answers.map(() => proof.answers[0] ?? 0) },
      { ...proof, answers: [...proof.answers].reverse() },
      { challenge: hard.text, answers: proof.answers },
      { challenge: hard.text.replace(/^150\./, '1.'), answers: [0, 1, 2, 3] },
      { challenge: '', answers: [] },
      { challenge: '5.9.salt', answers: [0, 1, 2, 3] },
    ];
    for (const one of wrong) expect([one, await challenges.isSolved(ROBIN, one)]).toEqual([one, false]);
  });

  it('is more work the greater the effort, and is stopped when the page no longer wants it', async () => {
    expect(challenges.make(ROBIN, 3).oneIn).toBe(3 * challenges.make(ROBIN, 1).oneIn);
    const stopped = await solveChallenge(challenges.make(ROBIN, 1), {
      onAnswer: () => {},
      isStopped: () => true,
    });
    expect(stopped).toBeNull();
  });
});
