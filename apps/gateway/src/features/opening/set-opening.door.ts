import { Injectable } from '@nestjs/common';
import type { OpeningView, Reply, StaffCommands } from '@warmline/contracts';
import { done } from '../../core/reply';
import type { Door } from '../../socket/command';
import { rooms } from '../../socket/rooms';
import type { StaffPage } from '../../socket/staff-console';
import { OpeningViews } from './opening-view';
import { SetOpening } from './set-opening';

type Set = StaffCommands['opening:set'];

@Injectable()
export class ReadDoorDoor implements Door<StaffPage, StaffCommands['opening:read']> {
  readonly action = 'board.read';

  constructor(private readonly views: OpeningViews) {}

  /** Hears of every change from now on, whatever else is on screen. */
  async handle({ socket, person }: StaffPage): Promise<Reply<OpeningView>> {
    await socket.join(rooms.opening(person.service));
    return done(await this.views.loadView());
  }
}

@Injectable()
export class SetDoorDoor implements Door<StaffPage, Set> {
  readonly action = 'door.set';

  constructor(private readonly setOpening: SetOpening) {}

  handle({ person }: StaffPage, payload: Set['payload']): Promise<Reply<OpeningView>> {
    return this.setOpening.setOpening(person, payload);
  }
}

@Injectable()
export class KeepDoorOpenDoor implements Door<StaffPage, StaffCommands['opening:keep_open']> {
  readonly action = 'door.set';

  constructor(private readonly setOpening: SetOpening) {}

  handle({ person }: StaffPage): Promise<Reply<OpeningView>> {
    return this.setOpening.keepOpen(person);
  }
}
