import { instant, later, MINUTE, SECOND } from '@warmline/kernel';
import { isFresh, letsIn, PROOF_FRESH, provedAtProvider, type Proof } from './second-factor';

describe('a proof of who someone is', () => {
  const cases: readonly (readonly [Proof, boolean])[] = [
    ['password', false],
    ['before', true],
    ['authenticator', true],
    ['recovery_code', true],
    ['passkey', true],
  ];
  it.each(cases)('[SEC3] by %s lets in outside the demo: %s', (proof, isLetIn) => {
    expect(letsIn(proof, false)).toBe(isLetIn);
    expect(letsIn(proof, true)).toBe(true);
  });

  it('is fresh for five minutes', () => {
    const at = instant(1_000_000);
    expect(PROOF_FRESH).toBe(5 * MINUTE);
    expect(isFresh(at, later(at, PROOF_FRESH - 1))).toBe(true);
    expect(isFresh(at, later(at, PROOF_FRESH))).toBe(false);
    expect(isFresh(null, at)).toBe(false);
  });

  it('[SEC3] of an identity provider is as old as it says, and none where it is old or not said', () => {
    const now = instant(10 * MINUTE);
    expect(provedAtProvider(later(now, -MINUTE), now)).toBe(later(now, -MINUTE));
    expect(provedAtProvider(later(now, 30 * SECOND), now)).toBe(now);
    for (const askedAt of [null, later(now, -PROOF_FRESH), later(now, 31 * SECOND)])
      expect(provedAtProvider(askedAt, now)).toBeNull();
  });
});
