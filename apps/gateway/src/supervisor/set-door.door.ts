import { Injectable } from '@nestjs/common';
import type { DoorView, Reply, StaffCommands } from '@warmline/contracts';
import { DoorViews } from '../door/door-view';
import { SetDoor } from '../door/set-door';
import { done } from '../platform/reply';
import type { Door } from '../realtime/door';
import { rooms } from '../realtime/rooms';
import type { StaffConsole } from '../responder/staff-console';

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
