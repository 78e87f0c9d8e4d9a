import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import { UnitOfWork } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { Passwords } from '../../session/passwords';
import { Sessions, type BegunSession } from '../../session/sessions';
import { SignOut } from './sign-out';

export interface Credentials {
  readonly signInName: string;
  readonly password: string;
  /** The session this browser has until now: it ends. */
  readonly before: StaffPrincipal | null;
}

/** Signing in with name and password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly signOut: SignOut,
    private readonly hints: Hints,
  ) {}

  /** Null for a wrong name or a wrong password, deliberately not which. */
  async signIn({ signInName, password, before }: Credentials): Promise<BegunSession | null> {
    const known = await this.work.inTransaction((stores) =>
      stores.staff.findBySignInName(signInName.trim().toLowerCase()),
    );
    const isRight = await this.passwords.matches(known?.passwordHash ?? null, password);
    if (known === null || !isRight || !known.active) return null;
    const begun = await this.sessions.beginSession(known.id, before?.session ?? null);
    if (begun === null) return null;
    for (const id of begun.ended) this.hints.hint({ kind: 'session', id });
    if (before !== null && before.staff !== known.id) await this.signOut.signOut(before, 'replaced');
    return begun;
  }
}
