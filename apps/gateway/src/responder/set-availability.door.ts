import { Injectable } from '@nestjs/common';
import type { Desk, Reply, StaffCommands } from '@warmline/contracts';
import { done, refused } from '../platform/reply';
import type { Door } from '../realtime/door';
import { DeskViews } from '../routing/desk-view';
import { SetAvailability } from '../routing/set-availability';
import type { StaffConsole } from './staff-console';

type Command = StaffCommands['availability:set'];

@Injectable()
export class SetAvailabilityDoor implements Door<StaffConsole, Command> {
  readonly action = 'availability.set';

  constructor(
    private readonly setAvailability: SetAvailability,
    private readonly desks: DeskViews,
  ) {}

  async handle({ person }: StaffConsole, { availability }: Command['payload']): Promise<Reply<Desk>> {
    await this.setAvailability.run(person, availability);
    const desk = await this.desks.find(person.staff);
    return desk === null ? refused('not_found') : done(desk);
  }
}
