import { link, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keyring } from '../keyring';
import { describeMainKey } from '../testing/main-key.contract';
import { parseMainKeyPlace } from './main-key';

const DAY = '2026-11-22';
let scratch: string;
let folder: string;
let places: readonly [string, string];
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'warmline-main-key-'));
  folder = join(scratch, 'keyring');
  places = [`file:${join(scratch, 'one.key')}`, `file:${join(scratch, 'two.key')}`];
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

describeMainKey('in a file', () => Promise.resolve({ folder, places }));

it.each(['', 'file:relative', 'pkcs11:token=a', 'pkcs11:token=a;object=b c', 'vault:key', 'file:/a\nb'])(
  'no main key is kept at %j',
  (text) => {
    expect(parseMainKeyPlace(text)).toBeNull();
  },
);

describe('a re-wrap', () => {
  const begun = async () => {
    const ring = await Keyring.openFolder(folder);
    const key = await ring.findOrMake(DAY);
    await ring.mainKeys.make(places[0]);
    await ring.mainKeys.save({ current: places[0], former: [] });
    return { ring, key };
  };
  const again = () => Keyring.openFolder(folder);
  const files = async () => (await readdir(folder)).filter((file) => file !== 'main-key.json');

  it('that was killed before the new file took the place of the old one goes on, and leaves nothing', async () => {
    const { ring, key } = await begun();
    await writeFile(join(folder, `.${DAY}.new`), 'half');
    await link(join(folder, `${DAY}.key`), join(folder, `.${DAY}.old`));
    expect(await ring.rewrap(DAY)).toBe(true);
    expect([await (await again()).find(DAY), await files()]).toEqual([key, [`${DAY}.key`]]);
  });

  it('that was killed after it overwrites the old bytes, and changes nothing else', async () => {
    const { ring, key } = await begun();
    const old = await readFile(join(folder, `${DAY}.key`), 'utf8');
    await ring.rewrap(DAY);
    await writeFile(join(folder, `.${DAY}.old`), old);
    expect(await ring.rewrap(DAY)).toBe(false);
    expect([await (await again()).find(DAY), await files()]).toEqual([key, [`${DAY}.key`]]);
  });

  it('that meets others of the same key, in other processes, loses nothing', async () => {
    const { key } = await begun();
    const names = Array.from({ length: 28 }, (_, at) => `2027-01-${String(at + 1).padStart(2, '0')}`);
    const rings = await Promise.all(Array.from({ length: 4 }, again));
    const last = await again();
    for (const [at, name] of names.entries()) {
      await writeFile(join(folder, `${name}.key`), key.toString('base64'));
      // Each opens the main key before, so that all begin close together; every other one a little later.
      for (const ring of rings) await ring.mainKeys.open(places[0]);
      await Promise.all(
        rings.map(async (ring, nth) => {
          for (let step = 0; step < nth * (at % 7); step += 1) await readdir(folder);
          await ring.rewrap(name);
        }),
      );
      expect(await last.find(name)).toEqual(key);
    }
    expect((await files()).filter((file) => !file.endsWith('.key'))).toEqual([]);
  });

  it('[PRV4] that was killed keeps no key of a day that is destroyed', async () => {
    const { ring } = await begun();
    await link(join(folder, `${DAY}.key`), join(folder, `.${DAY}.old`));
    await rm(join(folder, `${DAY}.key`));
    expect(await ring.listDays()).toEqual([DAY]);
    await ring.destroy(DAY);
    expect(await files()).toEqual([]);
    expect(await ring.rewrap(DAY)).toBe(false);
  });

  it('passes by a key that is made at that moment: who made it wraps it again', async () => {
    const { ring } = await begun();
    const { mainKeys } = ring;
    await mainKeys.make(places[1]);
    const asked = mainKeys.current.bind(mainKeys);
    let times = 0;
    // The list changes between the two questions of the one that makes the key.
    mainKeys.current = async () => {
      times += 1;
      if (times === 2) await mainKeys.save({ current: places[1], former: [places[0]] });
      return asked();
    };
    await ring.findOrMake('2026-11-23');
    expect(await ring.wrapperOf('2026-11-23')).toBe((await mainKeys.open(places[1])).id);
  });

  it('takes no main key from inside the keyring', async () => {
    const { ring } = await begun();
    const inside = `file:${join(folder, 'main.key')}`;
    await expect(ring.mainKeys.make(inside)).rejects.toThrow('must be outside the keyring');
  });

  it('needs a list that is whole', async () => {
    const { ring } = await begun();
    await writeFile(join(folder, 'main-key.json'), '{"current": 3}');
    await expect(ring.rewrap(DAY)).rejects.toThrow(/main-key.json is damaged/);
  });
});
