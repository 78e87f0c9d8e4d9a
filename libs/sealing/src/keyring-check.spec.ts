import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConversationKeys } from './conversation-keys';
import { holdKeyOf, Keyring } from './keyring';
import { checkKeyring, findLostHolds, type DayInUse } from './keyring-check';

const DAY = '2026-11-22';
const LATER = '2026-11-23';
const CONVERSATION = '0190f3c2-7b1e-7d34-9a6b-0123456789ab';

let folder: string;
let keyring: Keyring;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warmline-keys-'));
  keyring = await Keyring.openFolder(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const emptyKeyring = async (): Promise<Keyring> => Keyring.openFolder(join(folder, 'other'));

/** A day with one open conversation whose key this keyring made, and no canary. */
const inUse = async (): Promise<DayInUse> => {
  const { wrapped } = await new ConversationKeys(keyring).make(CONVERSATION, DAY);
  const sample = { conversation: CONVERSATION, dekWrapped: wrapped.dekWrapped };
  return { day: DAY, openConversations: 1, canary: null, sample };
};

const withCanary = async (): Promise<DayInUse> => {
  const use = await inUse();
  const [canary] = (await checkKeyring(keyring, [use], DAY)).canaries;
  return { ...use, canary: canary?.sealed ?? null };
};

describe('the check of the keyring', () => {
  it('gives a new installation its first key and canary', async () => {
    const { lost, canaries } = await checkKeyring(keyring, [], DAY);
    expect(lost).toEqual([]);
    expect(canaries.map(({ day }) => day)).toEqual([DAY]);
    expect(await keyring.find(DAY)).not.toBeNull();
  });

  it('has nothing to add when each canary opens', async () => {
    expect(await checkKeyring(keyring, [await withCanary()], DAY)).toEqual({ lost: [], canaries: [] });
  });

  it('writes a missing canary when the key opens an open conversation', async () => {
    const { lost, canaries } = await checkKeyring(keyring, [await inUse()], LATER);
    expect([lost, canaries.map(({ day }) => day)]).toEqual([[], [DAY, LATER]]);
  });

  it('calls a day lost when an empty keyring meets its open conversation, and makes no key', async () => {
    const empty = await emptyKeyring();
    for (const use of [await inUse(), await withCanary()]) {
      expect(await checkKeyring(empty, [use], DAY)).toEqual({
        lost: [expect.objectContaining({ day: DAY, openConversations: 1 })],
        canaries: [],
      });
      expect(await empty.find(DAY)).toBeNull();
    }
  });

  it('calls a day lost when the key is another one, or the file is damaged', async () => {
    const use = await withCanary();
    const other = await emptyKeyring();
    await other.findOrMake(DAY);
    expect((await checkKeyring(other, [use], DAY)).lost).toHaveLength(1);
    await unlink(join(folder, `${DAY}.key`));
    await writeFile(join(folder, `${DAY}.key`), 'half a key');
    const reopened = await Keyring.openFolder(folder);
    expect((await checkKeyring(reopened, [use], DAY)).lost).toHaveLength(1);
  });

  it('[PRV4] calls a day lost whose conversations have ended and are kept, and a hold whose key is gone', async () => {
    const kept = { ...(await withCanary()), openConversations: 0 };
    expect((await checkKeyring(await emptyKeyring(), [kept], LATER)).lost).toMatchObject([{ day: DAY }]);
    const keys = new ConversationKeys(keyring);
    const { wrapped } = await keys.make(CONVERSATION, DAY);
    const wrappedBy = holdKeyOf(CONVERSATION);
    const held = { ...wrapped, wrappedBy, dekWrapped: await keys.rewrap(wrapped, wrappedBy) };
    expect(await findLostHolds(keyring, [held])).toEqual([]);
    expect(await findLostHolds(await emptyKeyring(), [held])).toEqual([CONVERSATION]);
  });

  it('lets a key go that no open conversation needs, and gives its day a new canary while it is today', async () => {
    const ended = { ...(await withCanary()), openConversations: 0, sample: null };
    await unlink(join(folder, `${DAY}.key`));
    const reopened = await Keyring.openFolder(folder);
    expect((await checkKeyring(reopened, [ended], LATER)).canaries.map(({ day }) => day)).toEqual([LATER]);
    expect((await checkKeyring(reopened, [ended], DAY)).canaries.map(({ day }) => day)).toEqual([DAY]);
  });
});
