import { generate } from 'otplib';
import { CODE_STEP } from '@warmline/identity';
import { instant, later, SECOND } from '@warmline/kernel';
import { newSecret, stepOf, uriOf } from './one-time-codes';

const now = instant(1_800_000_000_000);
const codeAt = (secret: string, at: number): Promise<string> =>
  generate({ secret, epoch: Math.floor(at / SECOND) });

describe('a one-time code', () => {
  it.each([
    ['two steps before', -2, null],
    ['one step before', -1, -1],
    ['now', 0, 0],
    ['one step after', 1, 1],
    ['two steps after', 2, null],
  ] as const)('[SEC3] of %s counts as step %s', async (_, steps, expected) => {
    const secret = newSecret();
    const code = await codeAt(secret, later(now, steps * CODE_STEP));
    const step = await stepOf(secret, code, now);
    expect(step).toBe(expected === null ? null : Math.floor(now / CODE_STEP) + expected);
  });

  it('is read with spaces, and refused in any other form', async () => {
    const secret = newSecret();
    const code = await codeAt(secret, now);
    expect(await stepOf(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, now)).not.toBeNull();
    for (const wrong of ['', code.slice(1), `${code}0`, code.replace(/^./, '٠'), '-00001', '1e5'])
      expect(await stepOf(secret, wrong, now)).toBeNull();
  });

  it('has a secret of 160 bits, and an address that apps understand', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(uriOf(secret, 'kit.lane', 'Harbour Listening'));
    expect([uri.protocol, uri.searchParams.get('secret'), uri.searchParams.get('issuer')]).toEqual([
      'otpauth:',
      secret,
      'Harbour Listening',
    ]);
  });
});
