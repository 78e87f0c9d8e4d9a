import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import { Hints } from '@warmline/redis';
import { Sessions } from '../../session/sessions';
import { LoseHolder } from '../conversation';
import { SetAvailability } from '../wellbeing';

/** Signing out: the person gets no more offers, their visitors go back to the queue, and every page of the session closes. */
@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: Sessions,
    private readonly setAvailability: SetAvailability,
    private readonly loseHolder: LoseHolder,
    private readonly hints: Hints,
  ) {}

  async signOut(person: StaffPrincipal): Promise<void> {
    await this.setAvailability.setAvailability(person, 'away');
    await this.sessions.endSession(person);
    // A person with another session goes on there. If no page of it is open, the lease runs out.
    if (!(await this.sessions.hasAnotherSession(person))) await this.loseHolder.loseAllOf(person.staff);
    this.hints.hint({ kind: 'session', id: person.session });
  }
}
