import { Injectable } from '@nestjs/common';
import type { DoorView, Reply, StaffCommands } from '@warmline/contracts';
import { done } from '../../core/reply';
import type { Door } from '../../socket/command';
import { rooms } from '../../socket/rooms';
import type { StaffConsole } from '../../socket/staff-console';
import { DoorViews } from './opening-view';
import { SetDoor } from './set-opening';

type Set = StaffCommands['door:set'];

@Injectable()
export class ReadDoorDoor implements Door<StaffConsole, StaffCommands['door:read']> {
  readonly action = 'board.read';

  constructor(private readonly views: DoorViews) {}

  /** Hears of every change from now on, whatever else is on screen. */
  async handle({ socket, person }: StaffConsole): Promise<Reply<DoorView>> {
    await socket.join(rooms.door(person.service));
    return done(await this.views.read());
  }
}

@Injectable()
export class SetDoorDoor implements Door<StaffConsole, Set> {
  readonly action = 'door.set';

  constructor(private readonly setDoor: SetDoor) {}

  handle({ person }: StaffConsole, payload: Set['payload']): Promise<Reply<DoorView>> {
    return this.setDoor.run(person, payload);
  }
}

@Injectable()
export class KeepDoorOpenDoor implements Door<StaffConsole, StaffCommands['door:keep_open']> {
  readonly action = 'door.set';

  constructor(private readonly setDoor: SetDoor) {}

  handle({ person }: StaffConsole): Promise<Reply<DoorView>> {
    return this.setDoor.keepOpen(person);
  }
}
