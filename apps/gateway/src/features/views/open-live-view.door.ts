import { Injectable } from '@nestjs/common';
import type { Board, Reply, StaffCommands } from '@warmline/contracts';
import { done } from '../../core/reply';
import type { Door } from '../../socket/command';
import { rooms } from '../../socket/rooms';
import type { StaffConsole } from '../../socket/staff-console';
import { BoardViews } from './live-view';

@Injectable()
export class OpenBoardDoor implements Door<StaffConsole, StaffCommands['board:open']> {
  readonly action = 'board.read';

  constructor(private readonly boards: BoardViews) {}

  async handle({ socket, person }: StaffConsole): Promise<Reply<Board>> {
    await socket.join(rooms.board(person.service));
    return done(await this.boards.read(person.service));
  }
}
