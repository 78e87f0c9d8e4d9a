import { Injectable } from '@nestjs/common';
import type { Desk, Reply, StaffCommands } from '@warmline/contracts';
import { done, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import { rooms } from '../../socket/rooms';
import type { StaffPage } from '../../socket/staff-console';
import { DeskViews } from './desk-view';

/** After every (re)connection of a console: its desk, and every change of it from here on. */
@Injectable()
export class OpenDeskDoor implements Door<StaffPage, StaffCommands['desk:open']> {
  readonly action = 'desk.open';

  constructor(private readonly desks: DeskViews) {}

  async handle({ socket, person }: StaffPage): Promise<Reply<Desk>> {
    await socket.join(rooms.desk(person.staff));
    const desk = await this.desks.loadDesk(person.staff);
    return desk === null ? refused('not_found') : done(desk);
  }
}
