import { Injectable } from '@nestjs/common';
import type { LiveView, Reply, StaffCommands } from '@warmline/contracts';
import { done } from '../../core/reply';
import type { Door } from '../../socket/command';
import { rooms } from '../../socket/rooms';
import type { StaffPage } from '../../socket/staff-console';
import { LiveViews } from './live-view';

@Injectable()
export class OpenBoardDoor implements Door<StaffPage, StaffCommands['live_view:open']> {
  readonly action = 'board.read';

  constructor(private readonly boards: LiveViews) {}

  async handle({ socket, person }: StaffPage): Promise<Reply<LiveView>> {
    await socket.join(rooms.liveView(person.service));
    return done(await this.boards.loadLiveView(person.service));
  }
}
