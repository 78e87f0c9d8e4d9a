import { Injectable } from '@nestjs/common';
import type { Board, Reply, StaffCommands } from '@warmline/contracts';
import { done } from '../platform/reply';
import type { Door } from '../realtime/door';
import { rooms } from '../realtime/rooms';
import type { StaffConsole } from '../responder/staff-console';
import { BoardViews } from '../routing/board-view';

@Injectable()
export class OpenBoardDoor implements Door<StaffConsole, StaffCommands['board:open']> {
  readonly action = 'board.read';

  constructor(private readonly boards: BoardViews) {}

  async handle({ socket, person }: StaffConsole): Promise<Reply<Board>> {
    await socket.join(rooms.board(person.service));
    return done(await this.boards.read(person.service));
  }
}
