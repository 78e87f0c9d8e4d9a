import { wrappedKeyOpens, type WrappedKey } from './conversation-keys';
import type { Keyring } from './keyring';
import { open, seal, type Binding } from './seal';

/** What every canary says. It is no secret: it only shows whether a key opens it. */
const KNOWN = 'warmline keyring canary';

const bindingOf = (day: string): Binding => ({
  conversation: 'keyring',
  entry: 'canary',
  role: 'system',
  keyId: day,
});

/** One expiry day in use, as the database knows it. */
export interface DayInUse {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly openConversations: number;
  readonly canary: Uint8Array | null;
  /** The wrapped key of one conversation that is open or kept: it does instead of a canary that was never written. */
  readonly sample: { readonly conversation: string; readonly dekWrapped: Uint8Array } | null;
}

/** `lost`: days whose conversations cannot be read, though they are open or kept. `canaries`: those still to be stored. */
export interface KeyringCheck {
  readonly lost: readonly { readonly day: string; readonly openConversations: number }[];
  readonly canaries: readonly { readonly day: string; readonly sealed: Buffer }[];
}

const opensCanary = (key: Buffer, { day, canary }: Pick<DayInUse, 'day' | 'canary'>): boolean => {
  if (canary === null) return false;
  try {
    return open(key, canary, bindingOf(day)).toString('utf8') === KNOWN;
  } catch {
    return false;
  }
};

const findKey = async (keyring: Keyring, day: string): Promise<Buffer | null> => {
  try {
    return await keyring.find(day);
  } catch {
    // A damaged file opens nothing, like one that is gone.
    return null;
  }
};

/** Whether the key of a day, by its file or in memory, still opens what it sealed when it was made. */
export const canaryOpens = async (keyring: Keyring, day: string, canary: Uint8Array): Promise<boolean> => {
  const key = await findKey(keyring, day);
  return key !== null && opensCanary(key, { day, canary });
};

/** A canary for a day whose key is there; null for another day. No key is made. */
export const sealCanary = async (keyring: Keyring, day: string): Promise<Buffer | null> => {
  const key = await findKey(keyring, day);
  return key === null ? null : seal(key, KNOWN, bindingOf(day));
};

/** `spare`: no conversation that is open or kept needs the key, and no canary shows that it is right. */
type Verdict = 'right' | 'right_without_canary' | 'lost' | 'spare';

const judge = async (keyring: Keyring, use: DayInUse): Promise<Verdict> => {
  const key = await findKey(keyring, use.day);
  if (key !== null && opensCanary(key, use)) return 'right';
  if (use.sample === null) return 'spare';
  const opens = key !== null && wrappedKeyOpens(key, { ...use.sample, kekDay: use.day });
  return opens ? 'right_without_canary' : 'lost';
};

/**
 * Whether this keyring opens what is in use. A day without conversations that are open or kept is never lost: its key may be destroyed.
 * `today` is the expiry day of conversations that start now: its key is made, so that a new installation has a canary.
 */
export const checkKeyring = async (
  keyring: Keyring,
  days: readonly DayInUse[],
  today: string,
): Promise<KeyringCheck> => {
  const verdicts = new Map<string, Verdict>();
  for (const use of days) verdicts.set(use.day, await judge(keyring, use));
  const lost = days.filter(({ day }) => verdicts.get(day) === 'lost');
  const toSeal = [...verdicts].flatMap(([day, verdict]) => (verdict === 'right_without_canary' ? [day] : []));
  const isNew = ['spare', undefined].includes(verdicts.get(today));
  if (lost.length === 0 && isNew) toSeal.push(today);
  const canaries: { day: string; sealed: Buffer }[] = [];
  for (const day of toSeal)
    canaries.push({ day, sealed: seal(await keyring.findOrMake(day), KNOWN, bindingOf(day)) });
  return { lost, canaries };
};

/** Those of these conversations that the keyring does not open by the key of their hold. */
export const findLostHolds = async (keyring: Keyring, held: readonly WrappedKey[]): Promise<string[]> => {
  const lost: string[] = [];
  for (const wrapped of held) {
    const key = await findKey(keyring, wrapped.wrappedBy ?? wrapped.kekDay);
    if (key === null || !wrappedKeyOpens(key, wrapped)) lost.push(wrapped.conversation);
  }
  return lost;
};
