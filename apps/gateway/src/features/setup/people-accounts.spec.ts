import { numbered } from '@warmline/kernel/testing';
import type { UnitOfWork } from '@warmline/postgres';
import { HashQueue } from '../../session/hash-queue';
import type { SignOut } from '../sign-in';
import { PeopleAccounts } from './people-accounts';

const settled = (): Promise<void> => new Promise(setImmediate);

describe('first passwords of people who are imported', () => {
  it('[SEC5] wait for their turn behind those who sign in, and are never told that the queue is full', async () => {
    const queue = new HashQueue();
    const accounts = new PeopleAccounts({} as UnitOfWork, {} as SignOut, queue);
    const ends: (() => void)[] = [];
    const order: string[] = [];
    const signIn = (name: string): Promise<void> =>
      queue.run({ key: name, isKnown: true }, async () => {
        order.push(name);
        await new Promise<void>((end) => ends.push(end));
      });
    const signingIn = Array.from({ length: 22 }, (_, place) => signIn(`person ${place}`));
    await expect(signIn('one more')).rejects.toThrow('busy');
    const made = accounts
      .passwordsFor(numbered.staff(1), [{ sign_in_name: 'kit' }])
      .finally(() => order.push('the first password'));
    while (order.length < 22) {
      await settled();
      expect(order).not.toContain('the first password');
      ends.shift()?.();
    }
    for (const end of ends) end();
    await Promise.all(signingIn);
    expect(await made).toMatchObject([{ signInName: 'kit', hash: expect.stringContaining('$argon2id$') }]);
    expect(order.at(-1)).toBe('the first password');
  });
});
