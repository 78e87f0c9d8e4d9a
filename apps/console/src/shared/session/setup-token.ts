/** The secret of a set-up link, in the memory of this page alone: gone with a reload, and with its use. */
let kept: string | null = null;

const FRAGMENT = /^#?setup=(.{1,200})$/;

/** Keeps the secret of an address like `/console/#setup=…`; false when the fragment is no such one. */
export const keepSetupToken = (fragment: string): boolean => {
  const [, token] = FRAGMENT.exec(fragment) ?? [];
  if (token === undefined) return false;
  kept = token;
  return true;
};

/** Null when the page was not opened by a link, or was loaded again. */
export const setupToken = (): string | null => kept;

export const forgetSetupToken = (): void => {
  kept = null;
};
