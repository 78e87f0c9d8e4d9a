import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConversationKeys } from '../conversation-keys';
import { Keyring } from '../keyring';
import type { MainKey, Pkcs11Access } from '../main-key/main-key';

const DAY = '2026-11-22';

/** One kind of main key, with a folder for a keyring of its own. */
export interface MainKeyUnderTest {
  readonly folder: string;
  readonly pkcs11?: Pkcs11Access;
  /** Places of two main keys that do not exist yet. */
  readonly places: readonly [first: string, second: string];
}

/** What every kind of main key has to do. */
export const describeMainKey = (kind: string, prepare: () => Promise<MainKeyUnderTest>): void => {
  describe(`a main key ${kind}`, () => {
    let given: MainKeyUnderTest;
    const keyring = (): Promise<Keyring> => Keyring.openFolder(given.folder, given.pkcs11);
    const made = async (place: string): Promise<MainKey> => {
      const { mainKeys } = await keyring();
      await mainKeys.make(place);
      return mainKeys.open(place);
    };
    const change = async (current: string | null, ...former: string[]): Promise<void> =>
      (await keyring()).mainKeys.save({ current, former });
    beforeEach(async () => {
      given = await prepare();
    });

    it('is made once, and opens what it wrapped, in another process too', async () => {
      const [place] = given.places;
      const { mainKeys } = await keyring();
      await expect(mainKeys.open(place)).rejects.toThrow(/there is no|has no key/);
      expect([await mainKeys.make(place), await mainKeys.make(place)]).toEqual([true, false]);
      const key = randomBytes(32);
      const wrapped = await (await mainKeys.open(place)).wrap(key, DAY);
      expect(wrapped.includes(key)).toBe(false);
      expect(await (await (await keyring()).mainKeys.open(place)).unwrap(wrapped, DAY)).toEqual(key);
    });

    it('opens nothing under another name, with a changed bit, or that another main key wrapped', async () => {
      const [one, other] = [await made(given.places[0]), await made(given.places[1])];
      expect(one.id).not.toBe(other.id);
      const wrapped = await one.wrap(randomBytes(32), DAY);
      await expect(one.unwrap(wrapped, '2026-11-23')).rejects.toThrow();
      await expect(other.unwrap(wrapped, DAY)).rejects.toThrow();
      wrapped.writeUInt8(wrapped.readUInt8(20) ^ 1, 20);
      await expect(one.unwrap(wrapped, DAY)).rejects.toThrow();
      // A refusal leaves it as useful as before.
      expect(await one.unwrap(await one.wrap(Buffer.alloc(32, 7), DAY), DAY)).toEqual(Buffer.alloc(32, 7));
    });

    it('[PRV2] wraps the keys of the keyring: their files alone open nothing, and a change of it reaches every process', async () => {
      const [first, second] = given.places;
      const plain = await keyring();
      const before = await plain.findOrMake(DAY);
      await made(first);
      await change(first);
      expect(await plain.rewrap(DAY)).toBe(true);
      expect(await plain.rewrap(DAY)).toBe(false);
      const later = await plain.findOrMake('2026-11-23');
      for (const day of [DAY, '2026-11-23']) {
        const file = await readFile(join(given.folder, `${day}.key`), 'utf8');
        expect(file).toMatch(/^wrapped \S+ \S+\n$/);
        expect(file).not.toContain((day === DAY ? before : later).toString('base64'));
      }
      const running = await keyring();
      expect([await running.find(DAY), await running.find('2026-11-23')]).toEqual([before, later]);
      await made(second);
      await change(second, first);
      for (const name of await running.listNames()) expect(await running.rewrap(name)).toBe(true);
      await change(second);
      expect(await (await keyring()).find(DAY)).toEqual(before);
      await change(first);
      await expect((await keyring()).find(DAY)).rejects.toThrow(/which is not listed/);
    });

    it('keeps conversations open while it changes', async () => {
      const [first, second] = given.places;
      for (const place of given.places) await made(place);
      await change(first);
      const ring = await keyring();
      const { key, wrapped } = await new ConversationKeys(ring).make('a conversation', DAY);
      const sealed = key.seal('Robin', { entry: 'name', role: 'visitor' });
      await change(second, first);
      await ring.rewrap(DAY);
      const again = await new ConversationKeys(await keyring()).unwrap(wrapped);
      expect(again.open(sealed, { entry: 'name', role: 'visitor' })).toBe('Robin');
    });
  });
};
