import { hashPassword, Passwords } from './passwords';

describe('a password', () => {
  it('is hashed with argon2id, and hashed for unknown people as well, who could not be told apart by time otherwise', async () => {
    const passwords = new Passwords();
    const hash = await hashPassword('a long secret');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await passwords.matches(hash, 'a long secret')).toBe(true);
    const took = async (passwordHash: string | null, password: string): Promise<number> => {
      const start = performance.now();
      expect(await passwords.matches(passwordHash, password)).toBe(false);
      return performance.now() - start;
    };
    const known = await took(hash, 'a long Secret');
    // Without the hashing an unknown person would be answered in microseconds.
    expect(await took(null, 'nobody has this password')).toBeGreaterThan(known / 10);
  });
});
