import type { Keyring } from '../keyring';
import { MainKeyUnavailable } from './main-key';

/** Keys of the keyring by the main key that wraps them. */
export interface MainKeyCheck {
  /** The place of the main key that wraps now; null without one. */
  readonly current: string | null;
  /** Keys that it does not wrap yet. They open all the same. */
  readonly toWrap: number;
  /** Main keys that wrap something and cannot be used, each with the reason. */
  readonly missing: readonly { readonly id: string; readonly keys: number; readonly reason: string }[];
  /** Places of former main keys that nothing needs any more. */
  readonly unneeded: readonly string[];
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const countWrappers = async (keyring: Keyring): Promise<Map<string | null, number>> => {
  const counts = new Map<string | null, number>();
  for (const name of await keyring.listNames()) {
    const by = await keyring.wrapperOf(name);
    if (by !== undefined) counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  return counts;
};

/** Former main keys by the id of each, as far as they can be opened. */
const findUnneeded = async (
  { mainKeys }: Keyring,
  former: readonly string[],
  needed: ReadonlySet<string | null>,
): Promise<string[]> => {
  const unneeded: string[] = [];
  for (const place of former) {
    const id = await mainKeys.open(place).then(
      (key) => key.id,
      () => null,
    );
    if (id !== null && !needed.has(id)) unneeded.push(place);
  }
  return unneeded;
};

/**
 * Which main keys the keyring needs and has. Rejects with MainKeyUnavailable when the list is damaged, or when the current one cannot
 * be used: then no key could be made.
 */
export const checkMainKeys = async (keyring: Keyring): Promise<MainKeyCheck> => {
  const { current, former } = await keyring.mainKeys.load();
  const main = await keyring.mainKeys.current().catch((error: unknown) => {
    throw new MainKeyUnavailable(`the main key ${current ?? ''} cannot be used: ${reasonOf(error)}`);
  });
  const counts = await countWrappers(keyring);
  const missing: { id: string; keys: number; reason: string }[] = [];
  let toWrap = 0;
  for (const [id, keys] of counts) {
    if (id === (main?.id ?? null)) continue;
    toWrap += keys;
    if (id === null) continue;
    const reason = await keyring.mainKeys
      .find(id)
      .then((found) => (found === null ? 'main-key.json does not list it' : null), reasonOf);
    if (reason !== null) missing.push({ id, keys, reason });
  }
  const unneeded = await findUnneeded(keyring, former, new Set(counts.keys()));
  return { current, toWrap, missing, unneeded };
};
