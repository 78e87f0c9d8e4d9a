/** Without the prefix of drafts, so that it is not removed with them. */
const KEY = 'signing-out.warmline';

/** This tab must not show anything until the server has confirmed that this person is signed out; also after a reload. */
export const beginSigningOut = (storage: Storage, staffId: string): void => storage.setItem(KEY, staffId);

/** Whose session is still to be ended; null when none is. */
export const signingOut = (storage: Storage): string | null => storage.getItem(KEY);

export const endSigningOut = (storage: Storage): void => storage.removeItem(KEY);
