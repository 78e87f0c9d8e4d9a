/** Everything this console keeps in the tab begins so. */
const PREFIX = 'warmline.';

/** What each person left in this page, by their id. */
const lifted = new Map<string, ReadonlyMap<string, string>>();

const keysOf = (storage: Storage): readonly string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(PREFIX),
  );

/**
 * Takes what a person was writing out of the tab's storage, which a browser may write to its disk. Their session is over, so it
 * stays in the memory of this page alone: there when they sign in again, and gone with the page.
 */
export const takeOffDisk = (storage: Storage, staffId: string): void => {
  const kept = new Map(keysOf(storage).map((key) => [key, storage.getItem(key) ?? '']));
  for (const key of kept.keys()) storage.removeItem(key);
  lifted.set(staffId, kept);
};

/** For signing out: nothing that anyone left here comes back. */
export const forgetLifted = (): void => lifted.clear();

/** Puts it back when the same person is signed in again. */
export const putBack = (storage: Storage, staffId: string): void => {
  for (const [key, value] of lifted.get(staffId) ?? []) storage.setItem(key, value);
  lifted.delete(staffId);
};
