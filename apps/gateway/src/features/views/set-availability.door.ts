import { Injectable } from '@nestjs/common';
import type { Desk, Reply, StaffCommands } from '@warmline/contracts';
import { done, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { SetAvailability } from '../wellbeing/set-availability';
import { DeskViews } from './desk-view';

type Command = StaffCommands['availability:set'];

@Injectable()
export class SetAvailabilityDoor implements Door<StaffPage, Command> {
  readonly action = 'availability.set';

  constructor(
    private readonly setAvailability: SetAvailability,
    private readonly desks: DeskViews,
  ) {}

  async handle({ person }: StaffPage, { availability }: Command['payload']): Promise<Reply<Desk>> {
    await this.setAvailability.setAvailability(person, availability);
    const desk = await this.desks.loadDesk(person.staff);
    return desk === null ? refused('not_found') : done(desk);
  }
}
