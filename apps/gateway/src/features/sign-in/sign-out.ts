import { Injectable } from '@nestjs/common';
import type { SessionEnd, StaffPrincipal } from '@warmline/identity';
import type { StaffId } from '@warmline/kernel';
import { UnitOfWork } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { endSession, principalOf, Sessions } from '../../session/sessions';
import { LoseHolder } from '../conversation';
import { SetAvailability } from '../wellbeing';

/** The end of a session: the person gets no more offers, their visitors go back to the queue, and every page of it closes. */
@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: Sessions,
    private readonly setAvailability: SetAvailability,
    private readonly loseHolder: LoseHolder,
    private readonly hints: Hints,
    private readonly work: UnitOfWork,
  ) {}

  /**
   * By their own choice. Refuses `danger_held` while they hold a conversation in danger (SAF2), also when another session of
   * theirs is live: nobody knows that a page of it is open.
   */
  async signOutByChoice(person: StaffPrincipal): Promise<'danger_held' | null> {
    const refusal = await this.setAvailability.leave(person, async (stores) => {
      await endSession(stores, person, 'chosen');
    });
    if (refusal === null) await this.closeUp(person);
    return refusal;
  }

  async signOut(person: StaffPrincipal, because: SessionEnd): Promise<void> {
    await this.setAvailability.setAvailability(person, 'away');
    await this.sessions.endSession(person, because);
    await this.closeUp(person);
  }

  /** Every session of a person who was deactivated, or has another role. */
  async signOutEverywhere(staff: StaffId): Promise<void> {
    const open = await this.work.inTransaction(async (stores) => {
      const row = await stores.staff.findStaff(staff);
      if (row === null) return [];
      return (await stores.staff.findOpenSessions(staff)).map(({ id }) => principalOf(row, id));
    });
    for (const person of open) await this.signOut(person, 'revoked');
  }

  private async closeUp(person: StaffPrincipal): Promise<void> {
    // A person with another session goes on there. If no page of it is open, the lease runs out.
    if (!(await this.sessions.hasAnotherSession(person))) await this.loseHolder.loseAllOf(person.staff);
    this.hints.hint({ kind: 'session', id: person.session });
  }

  /**
   * The session is over without its person: it expired, or they were deactivated. What another session of theirs goes on with
   * is left alone. Doing it twice is the same as once.
   */
  async endOver(person: StaffPrincipal, because: SessionEnd): Promise<void> {
    await this.sessions.endSession(person, because);
    this.hints.hint({ kind: 'session', id: person.session });
    if (await this.sessions.hasAnotherSession(person)) return;
    await this.setAvailability.setAvailability(person, 'away');
    await this.loseHolder.loseAllOf(person.staff);
  }
}
