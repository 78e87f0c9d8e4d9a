import { Injectable } from '@nestjs/common';
import type { Board, Reply, StaffCommands } from '@warmline/contracts';
import { done } from '../platform/reply';
import type { Door } from '../realtime/door';
import { rooms } from '../realtime/rooms';
import type { StaffCaller } from '../responder/staff-caller';
import { BoardViews } from '../routing/board-view';

@Injectable()
export class OpenBoardDoor implements Door<StaffCaller, StaffCommands['board:open']> {
  readonly action = 'board.read';

  constructor(private readonly boards: BoardViews) {}

  async handle({ socket, person }: StaffCaller): Promise<Reply<Board>> {
    await socket.join(rooms.board(person.service));
    return done(await this.boards.read(person.service));
  }
}
