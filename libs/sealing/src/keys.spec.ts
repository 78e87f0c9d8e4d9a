import { chmod, mkdtemp, open, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConversationKeys, KeyDestroyed } from './conversation-keys';
import { holdKeyOf, Keyring } from './keyring';
import { ServiceSecrets } from './service-secrets';

const DAY = '2026-11-22';
const CONVERSATION = '0190f3c2-7b1e-7d34-9a6b-0123456789ab';
const bound = { entry: 'name', role: 'visitor' } as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warmline-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the keyring', () => {
  it('makes the key of a day once, and finds it from then on, also in another process', async () => {
    const [one, other] = [await Keyring.openFolder(folder), await Keyring.openFolder(folder)];
    expect(await one.find(DAY)).toBeNull();
    const made = await one.findOrMake(DAY);
    expect(made).toHaveLength(32);
    expect(await one.findOrMake(DAY)).toEqual(made);
    expect(await other.find(DAY)).toEqual(made);
  });

  it('[PRV4] destroys the key of a day on disk and in memory, as often as it is asked, and no other key', async () => {
    const ring = await Keyring.openFolder(folder);
    const key = await ring.findOrMake(DAY);
    const other = await ring.findOrMake('2026-11-23');
    const service = await ring.findOrMake('service');
    const file = await open(join(folder, `${DAY}.key`));
    const before = await file.readFile('utf8');
    for (let times = 0; times < 2; times += 1) await ring.destroy(DAY);
    // Who has the file open, or finds its blocks, finds other bytes.
    const after = Buffer.alloc(before.length);
    await file.read(after, 0, after.length, 0);
    await file.close();
    expect(after.toString('latin1')).not.toBe(before);
    expect([await ring.hasFile(DAY), await ring.find(DAY), key.every((byte) => byte === 0)]).toEqual([
      false,
      null,
      true,
    ]);
    expect(await ring.listDays()).toEqual(['2026-11-23']);
    expect(ring.endingInMemory).toEqual(['2026-11-23']);
    expect([await ring.find('2026-11-23'), await ring.find('service')]).toEqual([other, service]);
    await expect(ring.destroy('service')).rejects.toThrow('only the key of a day');
  });

  it('ends with one key, whole, when several processes make it at about the same time', async () => {
    const rings = await Promise.all(Array.from({ length: 4 }, () => Keyring.openFolder(folder)));
    for (let turns = 0; turns < 30; turns += 1) {
      const day = `2026-11-${String(turns + 1).padStart(2, '0')}`;
      const keys = await Promise.all(
        rings.map(async (ring, place) => {
          // Each comes a little later than the one before, so that they meet at every step of the making.
          for (let turn = 0; turn < place * turns; turn += 1) await new Promise(setImmediate);
          return (await ring.findOrMake(day)).toString('base64');
        }),
      );
      expect(new Set(keys).size).toBe(1);
      expect(Buffer.from(keys[0] ?? '', 'base64')).toHaveLength(32);
    }
    expect((await readdir(folder)).filter((file) => !file.endsWith('.key'))).toEqual([]);
  });

  it('gives every day a key of its own', async () => {
    const ring = await Keyring.openFolder(folder);
    expect(await ring.findOrMake(DAY)).not.toEqual(await ring.findOrMake('2026-11-23'));
  });

  it('keeps keys from everybody else on the machine', async () => {
    const inner = join(folder, 'keys');
    await (await Keyring.openFolder(inner)).findOrMake(DAY);
    expect((await stat(inner)).mode & 0o077).toBe(0);
    expect((await stat(join(inner, `${DAY}.key`))).mode & 0o077).toBe(0);
  });

  it.each(['half a key', `%%${'A'.repeat(43)}=`, `${'A'.repeat(20)}\n${'A'.repeat(23)}=`])(
    'does not take a damaged file for a key: %j',
    async (damaged) => {
      await writeFile(join(folder, `${DAY}.key`), damaged);
      const ring = await Keyring.openFolder(folder);
      await expect(ring.find(DAY)).rejects.toThrow('damaged');
      await expect(ring.findOrMake(DAY)).rejects.toThrow('damaged');
      expect(await readFile(join(folder, `${DAY}.key`), 'utf8')).toBe(damaged);
    },
  );

  it.each(['../escape', '2026-1-2', '2026-11-22.key', '', 'key'])(
    'has no key for the day %j',
    async (day) => {
      const ring = await Keyring.openFolder(folder);
      await expect(ring.findOrMake(day)).rejects.toThrow(TypeError);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('says at once when its folder cannot be one', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await chmod(file, 0o400);
    await expect(Keyring.openFolder(file)).rejects.toThrow();
  });
});

describe('the key of a conversation', () => {
  const fresh = async () => new ConversationKeys(await Keyring.openFolder(folder));

  it('opens after a restart what it sealed before', async () => {
    const { key, wrapped } = await (await fresh()).make(CONVERSATION, DAY);
    const sealed = key.seal('Robin', bound);
    const again = await (await fresh()).unwrap(wrapped);
    expect(again.open(sealed, bound)).toBe('Robin');
  });

  it('is another one for each conversation, and opens none but its own', async () => {
    const keys = await fresh();
    const [one, two] = [await keys.make(CONVERSATION, DAY), await keys.make('another', DAY)];
    expect(two.key.open(one.key.seal('Robin', bound), bound)).toBeNull();
    await expect((await fresh()).unwrap({ ...one.wrapped, conversation: 'another' })).rejects.toThrow();
  });

  it('opens a text only in the place it was sealed for', async () => {
    const { key } = await (await fresh()).make(CONVERSATION, DAY);
    const sealed = key.seal('Robin', bound);
    expect(key.open(sealed, { ...bound, entry: 'wrap_up/1' })).toBeNull();
    expect(key.open(sealed, { ...bound, role: 'responder' })).toBeNull();
  });

  it('is not kept next to what it wraps: the wrapped key alone opens nothing', async () => {
    const { wrapped } = await (await fresh()).make(CONVERSATION, DAY);
    await unlink(join(folder, `${DAY}.key`));
    await (await Keyring.openFolder(folder)).findOrMake(DAY);
    await expect((await fresh()).unwrap(wrapped)).rejects.toThrow();
  });

  it('opens nothing any more, from any copy, once the key of the day is destroyed', async () => {
    const { key, wrapped } = await (await fresh()).make(CONVERSATION, DAY);
    const backup = { wrapped, sealed: key.seal('Robin', bound) };
    await unlink(join(folder, `${DAY}.key`));
    await expect((await fresh()).unwrap(backup.wrapped)).rejects.toThrow(KeyDestroyed);
    const { key: another } = await (await fresh()).make(CONVERSATION, DAY);
    expect(another.open(backup.sealed, bound)).toBeNull();
    await expect((await fresh()).unwrap(backup.wrapped)).rejects.toThrow();
  });

  it('[PRV4] is wiped from memory with its day: the one who still holds it opens nothing, and seals nothing', async () => {
    const keys = await fresh();
    const { key } = await keys.make(CONVERSATION, DAY);
    const { key: later } = await keys.make('later', '2026-11-23');
    const sealed = key.seal('Robin', bound);
    expect(keys.wrappersInMemory).toEqual([DAY, '2026-11-23']);
    keys.forgetWrappedBy(DAY);
    expect(keys.wrappersInMemory).toEqual(['2026-11-23']);
    expect(keys.find(CONVERSATION)).toBeNull();
    expect(key.open(sealed, bound)).toBeNull();
    expect(() => key.seal('Robin', bound)).toThrow(KeyDestroyed);
    expect(later.open(later.seal('Kim', bound), bound)).toBe('Kim');
  });

  it('[PRV4] of a conversation that is held opens without the key of its day, and only by that of its hold', async () => {
    const keys = await fresh();
    const { key, wrapped } = await keys.make(CONVERSATION, DAY);
    const sealed = key.seal('Robin', bound);
    const name = holdKeyOf(CONVERSATION);
    const held = { ...wrapped, dekWrapped: await keys.rewrap(wrapped, name), wrappedBy: name };
    const ring = await Keyring.openFolder(folder);
    await ring.destroy(DAY);
    expect((await (await fresh()).unwrap(held)).open(sealed, bound)).toBe('Robin');
    await expect((await fresh()).unwrap({ ...held, wrappedBy: null })).rejects.toThrow(KeyDestroyed);
    await expect((await fresh()).unwrap({ ...held, dekWrapped: wrapped.dekWrapped })).rejects.toThrow();
    expect(await ring.listHeld()).toEqual([CONVERSATION]);
    expect(await ring.listDays()).toEqual([]);
    await ring.destroy(name);
    await expect((await fresh()).unwrap(held)).rejects.toThrow(KeyDestroyed);
    expect(await ring.listHeld()).toEqual([]);
  });

  it('stays open in memory while it is used, for 20,000 conversations at most', async () => {
    const keys = await fresh();
    for (let number = 0; number < 20_000; number += 1) await keys.make(`c${number}`, DAY);
    expect(keys.find('c0')).not.toBeNull();
    await keys.make('one more', DAY);
    expect(keys.find('c1')).toBeNull();
    expect(keys.find('c0')).not.toBeNull();
    expect(keys.find('one more')).not.toBeNull();
  });
});

describe('what a service keeps for itself', () => {
  const place = { service: CONVERSATION, entry: 'contact/1/address' };

  it('is opened by the key of the service, in another process too, and only in its own place', async () => {
    const [one, other] = [await Keyring.openFolder(folder), await Keyring.openFolder(folder)];
    const sealed = await new ServiceSecrets(one).seal('duty@example.org', place);
    expect(sealed.toString('latin1')).not.toContain('duty');
    expect(await new ServiceSecrets(other).open(sealed, place)).toBe('duty@example.org');
    const elsewhere = { ...place, entry: 'contact/2/address' };
    expect(await new ServiceSecrets(other).open(sealed, elsewhere)).toBeNull();
  });

  it('opens nothing once the key is gone', async () => {
    const sealed = await new ServiceSecrets(await Keyring.openFolder(folder)).seal('secret', place);
    await unlink(join(folder, 'service.key'));
    expect(await new ServiceSecrets(await Keyring.openFolder(folder)).open(sealed, place)).toBeNull();
  });
});
