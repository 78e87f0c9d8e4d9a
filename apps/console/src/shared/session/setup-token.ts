/** What a one-time link is for. */
type Kind = 'setup' | 'invite';

/** The secret of a one-time link, in the memory of this page alone: gone with a reload, and with its use. */
const kept: Record<Kind, string | null> = { setup: null, invite: null };

const FRAGMENT = /^#?(setup|invite)=(.{1,200})$/;

/** Keeps the secret of an address like `/console/#setup=…`, and answers what it is for; null for any other fragment. */
export const keepLinkToken = (fragment: string): Kind | null => {
  const [, kind, token] = FRAGMENT.exec(fragment) ?? [];
  if (token === undefined) return null;
  const found = kind === 'invite' ? 'invite' : 'setup';
  kept[found] = token;
  return found;
};

/** Null when the page was not opened by a link, or was loaded again. */
export const setupToken = (): string | null => kept.setup;

export const forgetSetupToken = (): void => {
  kept.setup = null;
};

/** Null when the page was not opened by an invite, or was loaded again. */
export const inviteToken = (): string | null => kept.invite;

export const forgetInviteToken = (): void => {
  kept.invite = null;
};
