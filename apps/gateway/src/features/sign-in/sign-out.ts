import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import { Hints } from '@warmline/redis';
import { Sessions } from '../../session/sessions';
import { LoseHolder } from '../conversation/lose-holder';
import { SetAvailability } from '../wellbeing/set-availability';

/** Leaving the console: nobody is asked any more who has gone, whoever they held goes back, and every page of the session closes. */
@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: Sessions,
    private readonly setAvailability: SetAvailability,
    private readonly loseHolder: LoseHolder,
    private readonly hints: Hints,
  ) {}

  async run(person: StaffPrincipal): Promise<void> {
    await this.setAvailability.run(person, 'away');
    await this.sessions.end(person);
    // Somebody who is signed in elsewhere goes on there; should nobody be there, their lease runs out.
    if (!(await this.sessions.hasAnother(person))) await this.loseHolder.leaving(person.staff);
    this.hints.hint({ kind: 'session', id: person.session });
  }
}
