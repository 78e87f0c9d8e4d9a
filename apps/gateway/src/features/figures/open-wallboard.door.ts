import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands, Wallboard } from '@warmline/contracts';
import { done } from '../../core/reply';
import type { Door } from '../../socket/command';
import { rooms } from '../../socket/rooms';
import type { StaffPage } from '../../socket/staff-console';
import { WallboardViews } from './wallboard-view';

/** The figures, and every change of them from here on. */
@Injectable()
export class OpenWallboardDoor implements Door<StaffPage, StaffCommands['wallboard:open']> {
  readonly action = 'board.read';

  constructor(private readonly wallboards: WallboardViews) {}

  async handle({ socket, person }: StaffPage): Promise<Reply<Wallboard>> {
    await socket.join(rooms.wallboard(person.service));
    return done(await this.wallboards.loadWallboard(person.service));
  }
}
