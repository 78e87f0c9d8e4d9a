import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import { Hints } from '@warmline/redis';
import { SetAvailability } from '../routing/set-availability';
import { Sessions } from './sessions';

/** Leaving the console: nobody is asked any more who has gone, and every page of the session closes. */
@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: Sessions,
    private readonly setAvailability: SetAvailability,
    private readonly hints: Hints,
  ) {}

  async run(person: StaffPrincipal): Promise<void> {
    await this.setAvailability.run(person, 'away');
    await this.sessions.end(person);
    this.hints.hint({ kind: 'session', id: person.session });
  }
}
