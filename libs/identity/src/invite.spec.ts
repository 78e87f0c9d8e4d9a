import { HOUR, instant, later } from '@warmline/kernel';
import { INVITE_LASTS, inviteState, mayMailInvite } from './invite';

describe('an invite', () => {
  const made = instant(1_000_000);
  const open = { expiresAt: later(made, INVITE_LASTS), usedAt: null, revokedAt: null };

  it('[ACC1] lasts 72 hours', () => {
    expect(INVITE_LASTS).toBe(72 * HOUR);
    expect(inviteState(open, later(made, INVITE_LASTS - 1))).toBe('open');
    expect(inviteState(open, later(made, INVITE_LASTS))).toBe('expired');
  });

  it('[ACC1] is over once it was used or revoked, also after its time', () => {
    const long = later(made, 2 * INVITE_LASTS);
    expect(inviteState({ ...open, usedAt: made }, long)).toBe('used');
    expect(inviteState({ ...open, revokedAt: made }, made)).toBe('revoked');
  });

  it('[ACC1] goes by e-mail five times at most, and with 200 e-mails of its service in an hour', () => {
    expect(mayMailInvite({ ofInvite: 4, ofService: 199 })).toBe(true);
    expect(mayMailInvite({ ofInvite: 5, ofService: 5 })).toBe(false);
    expect(mayMailInvite({ ofInvite: 0, ofService: 200 })).toBe(false);
  });
});
